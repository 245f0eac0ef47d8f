import { proxyValue } from './facts';
import {
  addresses, deploymentName, firstAddress, gatewayClass, gatewayName, gatewayNamespace, gatewayUid, infrastructureAnnotations, infrastructureLabels,
  layered, serviceAccount, servicePorts, serviceType, textMap,
} from './gateway-facts';
import { and, constant, data, eq, Expression, firstOf, value } from '../expression';
import { each, node, Node, NodeLike, raw, tree, when } from '../node';

/*
 * The objects that are made of a Gateway, whatever its proxy is: an account, a Deployment and a Service, and what is made only for
 * those who lay something over it.
 */

/** How the templates of the classes differ. */
export interface GatewayShape {
  /** The class's controller, as a label says it. */
  readonly controller: Expression | string;
  readonly podSpec: { readonly [field: string]: NodeLike };
  /** Labels of the pods, over which those of the Gateway go. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Service, over which those of the Gateway go. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Whether ports say of which transport they are; otherwise all are of TCP. */
  readonly portsHaveProtocols?: boolean;
}

/** Labels that say which Gateway something was made of. */
const ofGateway = { 'gateway.networking.k8s.io/gateway-name': gatewayName, 'gateway.networking.k8s.io/gateway-class-name': gatewayClass };
const selector: NodeLike = { 'gateway.networking.k8s.io/gateway-name': gatewayName };

function metadata(name: Expression, more: { labels?: Record<string, Expression | string>; annotations?: Record<string, string> } = {}): NodeLike {
  return {
    name,
    namespace: gatewayNamespace,
    annotations: more.annotations ? layered(textMap(more.annotations), infrastructureAnnotations) : layered(infrastructureAnnotations),
    labels: layered(infrastructureLabels, textMap({ ...ofGateway, ...more.labels })),
    ownerReferences: when(gatewayUid, [{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: gatewayName, uid: gatewayUid }]),
  };
}

const scraping = { 'prometheus.io/path': '/stats/prometheus', 'prometheus.io/port': '15020', 'prometheus.io/scrape': 'true' };
const revision = firstOf(data('.Revision', (pod) => pod.revision), constant('default'));

function deployment({ controller, podSpec, podLabels }: GatewayShape): Node {
  const managed = { 'gateway.istio.io/managed': controller };
  return node({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(deploymentName, { labels: managed }),
    spec: {
      selector: { matchLabels: selector },
      template: {
        metadata: {
          annotations: layered(infrastructureAnnotations, textMap({ 'istio.io/rev': revision }), textMap(scraping)),
          labels: layered(
            textMap({
              'sidecar.istio.io/inject': 'false',
              ...podLabels,
              'service.istio.io/canonical-name': deploymentName,
              'service.istio.io/canonical-revision': 'latest',
            }),
            infrastructureLabels,
            textMap({ ...ofGateway, ...managed }),
          ),
        },
        spec: podSpec,
      },
    },
  });
}

/** A field of a port. */
const field = (of: Expression, go: string, name: string): Expression => (
  { go: `${of.go}.${go}`, evaluate: (pod) => (of.evaluate(pod) as { [name: string]: unknown })[name] });

function service({ serviceAnnotations, portsHaveProtocols }: GatewayShape): Node {
  return node({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(deploymentName, { annotations: serviceAnnotations }),
    spec: {
      ipFamilyPolicy: 'PreferDualStack',
      ports: [each(servicePorts, (_at, port) => ({
        name: field(port, 'Name', 'name'),
        port: raw(field(port, 'Port', 'port')),
        protocol: portsHaveProtocols ? field(port, 'Protocol', 'protocol') : 'TCP',
        // Where Go has a pointer to a text, only the JSON printer follows it.
        appProtocol: tree(field(port, 'AppProtocol', 'appProtocol')),
      }))],
      selector,
      loadBalancerIP: when(and(addresses, eq(serviceType, 'LoadBalancer')), firstAddress),
      type: serviceType,
    },
  });
}

const account = node({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(serviceAccount) });

const autoscaler = node({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: metadata(deploymentName),
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: deploymentName }, maxReplicas: 1 },
});

const disruptionBudget = node({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: metadata(deploymentName),
  spec: { selector: { matchLabels: selector } },
});

/** All that is made of a Gateway. istiod writes the last two only where something is laid over them. */
export function gatewayObjects(shape: GatewayShape): readonly Node[] {
  return [account, deployment(shape), service(shape), autoscaler, disruptionBudget];
}

const ownSecurity = value('gateways.securityContext');
const seccomp = value('gateways.seccompProfile');

/** The seccomp profile of gateways, where one is configured. */
export const seccompProfile = when(seccomp, tree(seccomp));

/** The pod's security context: without root, ports below 1024 are open to a process only where the pod says so. */
export const podSecurityContext = when(ownSecurity, tree(ownSecurity), {
  sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
  seccompProfile,
});

/** What no gateway needs. */
export const unprivileged: { readonly [field: string]: NodeLike } = {
  capabilities: { drop: ['ALL'] },
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

export const lifecycle = when(proxyValue('lifecycle'), tree(proxyValue('lifecycle')));

const ready = { httpGet: { path: '/healthz/ready', port: 15021, scheme: 'HTTP' }, successThreshold: 1, timeoutSeconds: 1 };

/** A gateway has half a minute to start; later it may be away for a minute. */
export const probes: { readonly [field: string]: NodeLike } = {
  startupProbe: { ...ready, failureThreshold: 30, initialDelaySeconds: 1, periodSeconds: 1 },
  readinessProbe: { ...ready, failureThreshold: 4, initialDelaySeconds: 0, periodSeconds: 15 },
};

export const statusPorts: readonly NodeLike[] = [
  { containerPort: 15020, name: 'metrics', protocol: 'TCP' },
  { containerPort: 15021, name: 'status-port', protocol: 'TCP' },
];
