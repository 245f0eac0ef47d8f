import { PodContext } from '../context';
import { annotation, annotationOr, and, call, data, eq, Expression, firstOf, not, prints, proxyData, value } from '../expression';

/*
 * What several parts of the proxy's model ask for.
 */

export const proxyValue = (name: string): Expression => value(`global.proxy.${name}`);

/** Configuration of the proxy, after the pod's own changes. */
export const proxyMetadata = proxyData('.ProxyConfig.ProxyMetadata', (pod) => pod.proxyConfig.proxyMetadata ?? {});

/** How the proxy is configured to take connections, whatever the pod's annotation says. */
export const configuredMode = proxyData('.ProxyConfig.InterceptionMode.String', (pod) => pod.proxyConfig.interceptionMode ?? 'REDIRECT');
const modeOfProxy = proxyData('.ProxyConfig.InterceptionMode', (pod) => pod.proxyConfig.interceptionMode ?? 'REDIRECT');

/** How connections of the pod come to the proxy: REDIRECT, TPROXY or NONE. */
export const interceptionMode = annotationOr('sidecar.istio.io/interceptionMode', modeOfProxy);
export const interceptionModeForEnv = firstOf(annotation('sidecar.istio.io/interceptionMode'), configuredMode);
export const isTproxy = eq(interceptionMode, 'TPROXY');
export const intercepts = not(eq(interceptionMode, 'NONE'));

export const capNetBindService = eq(annotationOr('sidecar.istio.io/capNetBindService', proxyValue('capNetBindService')), 'true');

/** Whether the proxy is an init container that stays: by the pod's annotation, or else as the cluster can. */
export const nativeSidecar: Expression = {
  go: '(ne (index .ObjectMeta.Annotations "sidecar.istio.io/nativeSidecar" | default (printf "%t" .NativeSidecars)) "false")',
  evaluate: (pod) => (pod.annotations['sidecar.istio.io/nativeSidecar'] || String(pod.nativeSidecars)) !== 'false',
  ofProxy: true,
};

const holdConfigured = proxyData('.ProxyConfig.HoldApplicationUntilProxyStarts.GetValue', (pod) => pod.proxyConfig.holdApplicationUntilProxyStarts ?? false);

/** Whether the application's containers wait until the proxy is ready. */
export const holdsApplication = and(firstOf(holdConfigured, proxyValue('holdApplicationUntilProxyStarts')), not(nativeSidecar));

export const usesCni = value('pilot.cni.enabled');

export const statusPort = annotationOr('status.sidecar.istio.io/port', proxyValue('statusPort'));
export const hasStatusPort = not(eq(statusPort, '0'));

export const proxyUid = proxyData('(.ProxyUID | default 1337)', (pod) => pod.proxyIds.uid);
export const proxyGid = proxyData('(.ProxyGID | default 1337)', (pod) => pod.proxyIds.gid);

export const trustDomain = proxyData('(valueOrDefault .MeshConfig.TrustDomain .Values.global.trustDomain)',
  (pod) => pod.meshConfig.trustDomain || pod.values.global?.trustDomain);

/** Names of the application's containers. */
export const containerNames = (pod: PodContext): string[] =>
  (pod.spec.containers ?? []).map((container: { name: string }) => container.name).filter((name: string) => name !== 'istio-proxy');
export const applicationContainers = data('($containers | join ",")', (pod) => containerNames(pod).join(','));
export const firstContainer = data('(index $containers 0)', (pod) => containerNames(pod)[0]);
export const hasContainers = data('(ge (len $containers) 1)', (pod) => containerNames(pod).length > 0);

/** Ports that are not taken into the proxy: those of the annotation or the values, and the one of the agent. */
export const excludedInboundPorts = call('excludeInboundPort', excludeInboundPort, statusPort,
  annotationOr('traffic.sidecar.istio.io/excludeInboundPorts', proxyValue('excludeInboundPorts')));

export function excludeInboundPort(port: string, excluded: string): string {
  const wanted = port.trim();
  if (wanted === '' || wanted === '0') return excluded;
  const ports = excluded.split(',');
  if (ports.includes(wanted)) return excluded;
  return [...ports.map((one) => one.trim()).filter((one) => one !== ''), wanted].join(',');
}

/** The proxy's environment asks for traces of iptables, which needs a privileged proxy. */
export const tracesIptables = prints(proxyData('(index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING")',
  (pod) => pod.proxyConfig.proxyMetadata?.IPTABLES_TRACE_LOGGING ?? ''), 'true');
