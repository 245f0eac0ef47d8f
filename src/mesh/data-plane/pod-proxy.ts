import { choosesNone, choosesSidecar } from './ambient-checks';
import { hasSidecar } from './enrollment';
import { proxyAnnotations } from './proxy-options';
import { JsonObject } from '../../reference/json';
import { Labels } from '../../reference/labels';
import { Decided, ProxyKind } from '../../security/edge';
import type { MeshService } from '../service/service';
import { Workload } from '../service/workload';

/** Pods of a service, as the other side of a call meets them. */
export interface PodProxy {
  readonly labels: Labels;
  readonly proxy: Decided<ProxyKind>;
  /** Annotations that decide which ports pass the proxy by. */
  readonly annotations: Labels;
}

/** The pods of each workload of a service; of one without workloads, those that its selector picks. */
export function podProxies(service: MeshService): PodProxy[] {
  const { enrollment } = service;
  if (service._workloads.length === 0) return [{ labels: service.selector, proxy: { value: modeOf(service), by: `enrollment ${enrollment}` }, annotations: {} }];
  return service._workloads.map((workload) => {
    const { template } = workload;
    return {
      labels: template.metadata?.labels ?? {},
      proxy: proxyOf(service, workload, template),
      annotations: { ...optionsOf(service, workload), ...template.metadata?.annotations },
    };
  });
}

function modeOf({ enrollment }: MeshService): ProxyKind {
  if (enrollment._mode === 'none' || enrollment._mode === 'ambient') return enrollment._mode;
  return 'sidecar';
}

function proxyOf(service: MeshService, workload: Workload, template: JsonObject): Decided<ProxyKind> {
  const { enrollment } = service;
  const byEnrollment = { value: modeOf(service), by: `enrollment ${enrollment}` };
  if (enrollment._mode === 'none') return byEnrollment;
  if (template.spec?.hostNetwork) return { value: 'none', by: `${workload.title} uses hostNetwork` };
  if (hasSidecar(enrollment)) {
    const optedOut = (template.metadata?.labels?.[INJECT] ?? template.metadata?.annotations?.[INJECT]) === 'false';
    return optedOut ? { value: 'none', by: `${workload.title} says ${INJECT}: "false"` } : byEnrollment;
  }
  if (choosesSidecar(template)) return { value: 'sidecar', by: `${workload.title} says ${INJECT}: "true"` };
  return choosesNone(template) ? { value: 'none', by: `${workload.title} says istio.io/dataplane-mode: "none"` } : byEnrollment;
}

const INJECT = 'sidecar.istio.io/inject';

/** Annotations that the options of the proxy stand for; those of the pods themselves hold before them. */
function optionsOf(service: MeshService, workload: Workload): Labels {
  return proxyAnnotations(service.mesh._namespace(service.namespaceName)?._dataPlane.proxy, service.mesh._workloads.proxyOf(workload.object));
}

/** The annotation by which incoming connections to a port of the pods pass their proxy by; undefined where they do not. */
export function inboundBypass({ annotations, proxy }: PodProxy, port: number): string | undefined {
  return proxy.value === 'sidecar' ? bypass(annotations, 'Inbound', port) : undefined;
}

/** The annotation by which calls to a port pass the proxy of the calling pods by; undefined where they do not. */
export function outboundBypass({ annotations, proxy }: PodProxy, port: number): string | undefined {
  return proxy.value === 'sidecar' ? bypass(annotations, 'Outbound', port) : undefined;
}

function bypass(annotations: Labels, direction: 'Inbound' | 'Outbound', port: number): string | undefined {
  const excluded = `traffic.sidecar.istio.io/exclude${direction}Ports`;
  if (annotations[excluded] !== undefined && listOf(annotations[excluded]).includes(String(port))) return `${excluded}: "${annotations[excluded]}"`;
  const included = 'traffic.sidecar.istio.io/includeInboundPorts';
  const only = direction === 'Inbound' ? annotations[included] : undefined;
  return only === undefined || only === '*' || listOf(only).includes(String(port)) ? undefined : `${included}: "${only}"`;
}

function listOf(text: string): string[] {
  return text.split(',').map((one) => one.trim());
}
