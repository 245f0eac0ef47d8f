import type { ContainerResources } from 'cdk8s-plus-28';
import { plainValue } from '../../install';
import { JsonObject } from '../../reference/json';
import type { MeshProxyConfig } from '../../resources';
import { ProxyLogLevel } from '../../resources/install-values';

/** When pods get their proxies. */
export enum InjectionTime {
  /** In the files that are written, and by istiod's webhook for pods that come without one. A pod never gets two. */
  BOTH = 'both',
  /** In the files that are written alone: the webhook leaves the namespace alone. */
  SYNTHESIS = 'synthesis',
  /** By istiod's webhook alone, when a pod is made; the files show pods without a proxy. */
  RUN_TIME = 'run-time',
}

/**
 * How the proxy of a pod is run. Each option writes an annotation of the pods; where a pod has the annotation itself, its own holds.
 *
 * @see https://istio.io/latest/docs/reference/config/annotations/
 */
export interface ProxyOptions {
  /**
   * What the proxy asks for, and may use at most (`sidecar.istio.io/proxyCPU`, `proxyCPULimit`, `proxyMemory`, `proxyMemoryLimit`).
   *
   * @default - those of the values `global.proxy.resources`
   */
  readonly resources?: ContainerResources;
  /**
   * How many threads work, 0 for one a core (`concurrency` of `proxy.istio.io/config`).
   *
   * @default - as many as the limit of its CPU, rounded up
   */
  readonly concurrency?: number;
  /**
   * How much the proxy logs (`sidecar.istio.io/logLevel`).
   *
   * @default - that of the values `global.proxy.logLevel`
   */
  readonly logLevel?: ProxyLogLevel;
  /**
   * The ports whose incoming traffic goes through the proxy (`traffic.sidecar.istio.io/includeInboundPorts`).
   *
   * @default - all of them
   */
  readonly includeInboundPorts?: number[];
  /**
   * Ports whose incoming traffic passes the proxy by (`traffic.sidecar.istio.io/excludeInboundPorts`).
   *
   * @default - none
   */
  readonly excludeInboundPorts?: number[];
  /**
   * Ports whose outgoing traffic goes through the proxy whatever its address (`traffic.sidecar.istio.io/includeOutboundPorts`).
   *
   * @default - none
   */
  readonly includeOutboundPorts?: number[];
  /**
   * Ports whose outgoing traffic passes the proxy by (`traffic.sidecar.istio.io/excludeOutboundPorts`).
   *
   * @default - none
   */
  readonly excludeOutboundPorts?: number[];
  /**
   * Whether the containers of the pod wait until the proxy is ready (`holdApplicationUntilProxyStarts` of `proxy.istio.io/config`).
   *
   * @default - as the mesh configuration says, and else no
   */
  readonly holdApplicationUntilProxyStarts?: boolean;
  /**
   * Whether the proxy is a native sidecar: it starts before the containers and ends after them (`sidecar.istio.io/nativeSidecar`).
   *
   * @default - yes for Jobs and CronJobs, else as istiod is set up
   */
  readonly nativeSidecar?: boolean;
  /**
   * Further fields of the proxy's configuration (`proxy.istio.io/config`).
   *
   * @default - those of the mesh configuration
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig
   */
  readonly config?: MeshProxyConfig;
  /**
   * Any other annotations of the pods, over those of the options.
   *
   * @default - none
   */
  readonly annotations?: { readonly [name: string]: string };
}

/** The annotations of pods that options stand for; those of a workload over those of its namespace, option by option. */
export function proxyAnnotations(...layers: readonly (ProxyOptions | undefined)[]): Record<string, string> {
  const options = layers.reduce<ProxyOptions>((below, above) => ({ ...below, ...given(above ?? {}) }), {});
  const { resources, logLevel, nativeSidecar } = options;
  const config = proxyConfig(options);
  const all: Record<string, string | undefined> = {
    'sidecar.istio.io/proxyCPU': resources?.cpu?.request?.amount,
    'sidecar.istio.io/proxyCPULimit': resources?.cpu?.limit?.amount,
    'sidecar.istio.io/proxyMemory': resources?.memory?.request && `${resources.memory.request.toMebibytes()}Mi`,
    'sidecar.istio.io/proxyMemoryLimit': resources?.memory?.limit && `${resources.memory.limit.toMebibytes()}Mi`,
    'sidecar.istio.io/logLevel': logLevel,
    'traffic.sidecar.istio.io/includeInboundPorts': options.includeInboundPorts?.join(','),
    'traffic.sidecar.istio.io/excludeInboundPorts': options.excludeInboundPorts?.join(','),
    'traffic.sidecar.istio.io/includeOutboundPorts': options.includeOutboundPorts?.join(','),
    'traffic.sidecar.istio.io/excludeOutboundPorts': options.excludeOutboundPorts?.join(','),
    'sidecar.istio.io/nativeSidecar': nativeSidecar === undefined ? undefined : String(nativeSidecar),
    'proxy.istio.io/config': Object.keys(config).length === 0 ? undefined : JSON.stringify(config),
    ...options.annotations,
  };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function given(options: ProxyOptions): ProxyOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function proxyConfig({ concurrency, holdApplicationUntilProxyStarts, config }: ProxyOptions): JsonObject {
  return {
    ...(config !== undefined && plainValue(config, 'MeshProxyConfig')),
    ...(concurrency !== undefined && { concurrency }),
    ...(holdApplicationUntilProxyStarts !== undefined && { holdApplicationUntilProxyStarts }),
  };
}
