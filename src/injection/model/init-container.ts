import { excludedInboundPorts, interceptionMode, isTproxy, proxyGid, proxyMetadata, proxyUid, proxyValue, usesCni } from './facts';
import { resources } from './resources';
import { annotation, annotationOr, and, call, choose, concat, constant, Expression, firstOf, hasAnnotation, not, or, proxyData, value } from '../expression';
import { each, node, Node, NodeLike, raw, tree, when } from '../node';

const traffic = (name: string): string => `traffic.sidecar.istio.io/${name}`;
const contains = (text: string, of: Expression): Expression => call('contains', (needle: string, hay: string) => hay.includes(needle), constant(text), of);

/** The pod's own image where it names one with its registry, else the one of the values. */
export function image(configured: string, computed: Expression): Expression {
  const given = annotationOr('sidecar.istio.io/proxyImage', value(configured));
  return choose(contains('/', given), given, computed);
}

/** A flag and its value, as two arguments, where a condition holds. */
function flag(condition: Expression, name: string, of: Expression): NodeLike[] {
  return [when(condition, name), when(condition, of)];
}

const outbound = (name: string): Expression => annotationOr(traffic(name), proxyValue(name));
const reroutes = hasAnnotation('istio.io/reroute-virtual-interfaces');

const args: NodeLike = [
  'istio-iptables',
  '-p', firstOf(proxyData('.MeshConfig.ProxyListenPort', (pod) => pod.meshConfig.proxyListenPort), constant(15001)),
  '-z', firstOf(proxyData('.MeshConfig.ProxyInboundListenPort', (pod) => pod.meshConfig.proxyInboundListenPort), constant(15006)),
  '-u', choose(isTproxy, constant('1337'), proxyUid),
  '-m', interceptionMode,
  '-i', annotationOr(traffic('includeOutboundIPRanges'), proxyValue('includeIPRanges')),
  '-x', annotationOr(traffic('excludeOutboundIPRanges'), proxyValue('excludeIPRanges')),
  '-b', annotationOr(traffic('includeInboundPorts'), proxyValue('includeInboundPorts')),
  '-d', choose(excludedInboundPorts, concat('15090,15021,', excludedInboundPorts), constant('15090,15021')),
  ...flag(or(hasAnnotation(traffic('includeOutboundPorts')), proxyValue('includeOutboundPorts')), '-q', outbound('includeOutboundPorts')),
  ...flag(or(hasAnnotation(traffic('excludeOutboundPorts')), proxyValue('excludeOutboundPorts')), '-o', outbound('excludeOutboundPorts')),
  ...flag(reroutes, '-k', annotation('istio.io/reroute-virtual-interfaces')),
  ...flag(and(not(reroutes), hasAnnotation(traffic('kubevirtInterfaces'))), '-k', annotation(traffic('kubevirtInterfaces'))),
  ...flag(hasAnnotation(traffic('excludeInterfaces')), '-c', annotation(traffic('excludeInterfaces'))),
  concat('--log_output_level=', annotationOr('sidecar.istio.io/agentLogLevel', value('global.logging.level'))),
  when(value('global.logAsJson'), '--log_as_json'),
  when(usesCni, '--run-validation'),
  when(usesCni, '--skip-rule-apply'),
  when(and(not(usesCni), value('global.proxy_init.forceApplyIptables')), '--force-apply'),
  when(value('global.nativeNftables'), '--native-nftables'),
];

/**
 * The container that sends the pod's connections through the proxy before the application starts; with the CNI plugin, which
 * does that itself, the one that checks it.
 */
export const initContainer: Node = node({
  name: choose(usesCni, constant('istio-validation'), constant('istio-init')),
  image: image('global.proxy_init.image', proxyData('.ProxyInitImage', (pod) => pod.proxyInitImage)),
  args,
  imagePullPolicy: when(value('global.imagePullPolicy'), value('global.imagePullPolicy')),
  env: when(proxyMetadata, [each(proxyMetadata, (name, inner) => ({ name, value: inner }))]),
  resources,
  securityContext: {
    allowPrivilegeEscalation: raw(proxyValue('privileged')),
    privileged: raw(proxyValue('privileged')),
    capabilities: { add: when(not(usesCni), ['NET_ADMIN', 'NET_RAW']), drop: ['ALL'] },
    readOnlyRootFilesystem: when(usesCni, true, false),
    runAsGroup: when(usesCni, raw(choose(isTproxy, constant(1337), proxyGid)), 0),
    runAsUser: when(usesCni, raw(choose(isTproxy, constant(1337), proxyUid)), 0),
    runAsNonRoot: when(usesCni, true, false),
    seccompProfile: when(proxyValue('seccompProfile'), tree(proxyValue('seccompProfile'))),
  },
});
