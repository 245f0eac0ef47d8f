import { excludedInboundPorts, firstContainer, hasContainers, interceptionMode, proxyValue, usesCni } from './facts';
import { annotation, annotationOr, call, constant, data, eq, Expression, firstOf, hasAnnotation, label, not, or, and, prints, proxyData, value } from '../expression';
import { node, Node, NodeLike, when } from '../node';

const ownerName = data('.DeploymentMeta.Name', (pod) => pod.owner.name);

const canonicalName: Expression = {
  go: '(or (index .ObjectMeta.Labels "service.istio.io/canonical-name") (index .ObjectMeta.Labels "app.kubernetes.io/name")'
    + ' (index .ObjectMeta.Labels "app") .DeploymentMeta.Name | trunc 63 | trimAll "-_.")',
  evaluate: (pod) => String(firstOf(label('service.istio.io/canonical-name'), label('app.kubernetes.io/name'), label('app'), ownerName).evaluate(pod) ?? '')
    .slice(0, 63).replace(/^[-_.]+|[-_.]+$/g, ''),
};

const traffic = (name: string): string => `traffic.sidecar.istio.io/${name}`;
const multusNetwork = call('appendMultusNetwork', appendMultusNetwork, annotation('k8s.v1.cni.cncf.io/networks'), constant('default/istio-cni'));

/** An annotation that is copied to the pod where it is not empty. */
function copied(name: string, otherwise?: Expression): NodeLike {
  const of = otherwise ? annotationOr(name, otherwise) : annotation(name);
  return when(of, of);
}

function given(name: string, otherwise: Expression): NodeLike {
  return when(or(hasAnnotation(name), otherwise), annotationOr(name, otherwise));
}

const cniAnnotations: Record<string, NodeLike> = {
  'k8s.v1.cni.cncf.io/networks': when(eq(value('pilot.cni.provider'), 'multus'), multusNetwork),
  'sidecar.istio.io/interceptionMode': interceptionMode,
  [traffic('includeOutboundIPRanges')]: copied(traffic('includeOutboundIPRanges'), proxyValue('includeIPRanges')),
  [traffic('excludeOutboundIPRanges')]: copied(traffic('excludeOutboundIPRanges'), proxyValue('excludeIPRanges')),
  [traffic('includeInboundPorts')]: annotationOr(traffic('includeInboundPorts'), proxyValue('includeInboundPorts')),
  [traffic('excludeInboundPorts')]: excludedInboundPorts,
  [traffic('includeOutboundPorts')]: given(traffic('includeOutboundPorts'), proxyValue('includeOutboundPorts')),
  [traffic('excludeOutboundPorts')]: given(traffic('excludeOutboundPorts'), proxyValue('excludeOutboundPorts')),
  [traffic('kubevirtInterfaces')]: copied(traffic('kubevirtInterfaces')),
  'istio.io/reroute-virtual-interfaces': copied('istio.io/reroute-virtual-interfaces'),
  [traffic('excludeInterfaces')]: copied(traffic('excludeInterfaces')),
};

const unlessSet = (name: string): Expression => and(hasContainers, not(hasAnnotation(name)));

const canonicalRevision = firstOf(
  label('service.istio.io/canonical-revision'), label('app.kubernetes.io/version'), label('version'), constant('latest'));

const revisionAndContainers: Record<string, NodeLike> = {
  'istio.io/rev': firstOf(proxyData('.Revision', (pod) => pod.revision), constant('default')),
  'kubectl.kubernetes.io/default-logs-container': when(unlessSet('kubectl.kubernetes.io/default-logs-container'), firstContainer),
  'kubectl.kubernetes.io/default-container': when(unlessSet('kubectl.kubernetes.io/default-container'), firstContainer),
};

/** Labels and annotations that a pod gets with its proxy. */
export const metadata: Node = node({
  labels: {
    'security.istio.io/tlsMode': firstOf(label('security.istio.io/tlsMode'), constant('istio')),
    'networking.istio.io/tunnel': when(
      prints(proxyData('(index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE")', (pod) => pod.proxyConfig.proxyMetadata?.ISTIO_META_ENABLE_HBONE ?? ''), 'true'),
      firstOf(label('networking.istio.io/tunnel'), constant('http')),
    ),
    'service.istio.io/canonical-name': canonicalName,
    'service.istio.io/canonical-revision': canonicalRevision,
  },
  annotations: {
    ...revisionAndContainers,
    ...Object.fromEntries(Object.entries(cniAnnotations).map(([name, inner]) => [name, when(usesCni, inner)])),
  },
});

/** The same for pods whose traffic is not captured: gateways, and clients that speak to istiod themselves. */
export function metadataWithoutCapture(annotations: Record<string, NodeLike> = {}): Node {
  return node({
    labels: {
      'service.istio.io/canonical-name': firstOf(
        label('service.istio.io/canonical-name'), label('app.kubernetes.io/name'), label('app'), ownerName),
      'service.istio.io/canonical-revision': canonicalRevision,
    },
    annotations: { ...revisionAndContainers, ...annotations },
  });
}

/** Adds a network to a Multus annotation, which is a list of names or of JSON objects. */
export function appendMultusNetwork(existing: string, network: string): string {
  if (existing === '') return network;
  const end = existing.lastIndexOf(']');
  if (end < 0) {
    return existing.split(',').some((one) => one.trim() === network) ? existing : `${existing}, ${network}`;
  }
  const [namespace, name] = network.split('/');
  let networks: any[];
  try {
    networks = JSON.parse(existing);
  } catch {
    return existing;
  }
  if (networks.some((one) => one.name === name && (one.namespace ?? '') === namespace)) return existing;
  return `${existing.slice(0, end)}, {"name": "${name}", "namespace": "${namespace}"}${existing.slice(end)}`;
}
