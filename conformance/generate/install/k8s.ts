import { JsonObject } from '../../../src/reference/json';
import { Draw } from '../draw';
import type { ManifestCase } from './manifest-cases';

/** A component that can be patched, by its name below `components`, and what its objects are. */
export interface PatchedComponent {
  readonly field: 'pilot' | 'cni' | 'ztunnel' | 'ingressGateways' | 'egressGateways' | 'base';
  readonly kind: 'Deployment' | 'DaemonSet';
  readonly name: string;
  readonly container: string;
}

export const PATCHED: readonly PatchedComponent[] = [
  { field: 'pilot', kind: 'Deployment', name: 'istiod', container: 'discovery' },
  { field: 'ingressGateways', kind: 'Deployment', name: 'istio-ingressgateway', container: 'istio-proxy' },
  { field: 'egressGateways', kind: 'Deployment', name: 'istio-egressgateway', container: 'istio-proxy' },
  { field: 'cni', kind: 'DaemonSet', name: 'istio-cni-node', container: 'install-cni' },
  { field: 'ztunnel', kind: 'DaemonSet', name: 'ztunnel', container: 'istio-proxy' },
  { field: 'base', kind: 'Deployment', name: 'istio-reader-service-account', container: '' },
];

/** What may stand in `k8s`, by the field; each draws a value that the installer takes, and now and then an odd one. */
const FIELDS: Readonly<Record<string, (draw: Draw, component: PatchedComponent) => unknown>> = {
  affinity: (draw) => draw.value<unknown>([
    { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'pool', operator: 'In', values: ['mesh'] }] }] } } },
    { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } } }] } },
    { podAffinity: null },
    {},
  ], [{ nodeAfinity: {} }, 'none', []]),
  env: (draw) => draw.value<unknown>([
    [{ name: 'PILOT_TRACE_SAMPLING', value: '5' }, { name: 'NEW', value: 'x' }],
    [{ name: 'POD_NAME', value: 'fixed' }],
    [{ name: 'REVISION', valueFrom: { fieldRef: { fieldPath: 'metadata.labels[\'rev\']' } } }, { name: 'A' }],
    [{ name: 'A', value: '1' }, { name: 'A', value: '2' }],
    [],
    null,
  ], [[{ value: 'x' }], [{ name: 'A', value: 1 }], { A: 'b' }, [{ name: 'A', values: 'b' }]]),
  hpaSpec: (draw) => draw.value<unknown>([
    { minReplicas: draw.int(0, 4), maxReplicas: draw.int(0, 9) },
    { maxReplicas: 7, metrics: [{ type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 70 } } }] },
    { minReplicas: 2, behavior: { scaleDown: { stabilizationWindowSeconds: 60, policies: [{ type: 'Pods', value: 1, periodSeconds: 30 }] } } },
    { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'other' } },
    { metrics: null },
  ], [{ minReplicas: '2' }, { minReplica: 2 }, { maxReplicas: 1.5 }]),
  imagePullPolicy: (draw) => draw.pick(['Always', 'IfNotPresent', 'Never']),
  nodeSelector: (draw) => draw.value<unknown>([{ pool: 'mesh' }, { 'kubernetes.io/os': 'linux', 'a.b/c': 'true' }, {}, { $patch: 'replace', only: 'this' }], [{ a: 1 }, { a: true }]),
  podAnnotations: (draw) => draw.value<unknown>([{ 'example.com/note': 'a: "b"' }, { 'prometheus.io/port': '1' }, { 'sidecar.istio.io/inject': null }], [{ a: 1 }]),
  podDisruptionBudget: (draw) => draw.value<unknown>([
    { minAvailable: 2 }, { maxUnavailable: 1 }, { maxUnavailable: '25%' }, { minAvailable: '50%', maxUnavailable: 1 }, { unhealthyPodEvictionPolicy: 'AlwaysAllow' },
    { minAvailable: null }, { selector: { matchLabels: { app: 'other' } } },
  ], [{ minAvailable: 1.5 }, { min: 1 }]),
  priorityClassName: (draw) => draw.pick(['system-cluster-critical', 'high', '']),
  readinessProbe: (draw) => draw.value<unknown>([
    { periodSeconds: 7 }, { httpGet: { path: '/other', port: 9090 } }, { httpGet: null, tcpSocket: { port: 'http' } }, { failureThreshold: 1, initialDelaySeconds: 0 },
  ], [{ httpGet: { port: [] } }, { period: 1 }]),
  replicaCount: (draw) => draw.value<unknown>([0, 1, 2, 5], [-1, '2', 1.5]),
  resources: (draw) => draw.value<unknown>([
    { requests: { cpu: draw.pick(['0.5', '250m', '1000m', 2, 0.25, '1e3']), memory: draw.pick(['1Gi', '512Mi', '1073741824']) } },
    { limits: { cpu: draw.pick(['3', '2500m', '0', 1]), memory: '2Gi' } },
    { limits: { 'ephemeral-storage': '1Gi' }, requests: { memory: null } },
    { limits: null },
    { claims: [{ name: 'gpu' }] },
  ], [{ requests: { cpu: 'much' } }, { limits: ['cpu'] }, { request: {} }]),
  securityContext: (draw) => draw.value<unknown>([{ fsGroup: 2000 }, { runAsUser: 0, runAsNonRoot: false }, { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] }, { seccompProfile: { type: 'RuntimeDefault' } }],
    [{ privileged: true }, { runAsUser: 'root' }]),
  service: (draw, { field }) => draw.value<unknown>([
    { type: draw.pick(['NodePort', 'ClusterIP', 'LoadBalancer']), externalTrafficPolicy: 'Local' },
    { loadBalancerSourceRanges: ['10.0.0.0/8'], ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' },
    { ports: field.endsWith('Gateways') ? draw.some(GATEWAY_PORTS) : [{ port: 15012, name: 'tls' }, { port: 9999, name: 'more', targetPort: 'x' }] },
    { selector: { extra: 'label' }, sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } } },
    { ports: [] },
    {},
  ], [{ ports: [{ port: '80' }] }, { ports: [{ port: 80, targetPort: 80 }] }, { kind: 'NodePort' }, { ports: [{ name: 'none' }] }]),
  serviceAnnotations: (draw) => draw.pick([{ 'cloud.example.com/internal': 'true' }, { a: 'b', c: '1' }, {}]),
  strategy: (draw) => draw.value<unknown>([
    { type: 'Recreate', rollingUpdate: null }, { rollingUpdate: { maxSurge: 2, maxUnavailable: '10%' } }, { type: 'RollingUpdate' },
  ], [{ rollingUpdate: { maxSurge: true } }, { kind: 'Recreate' }]),
  tolerations: (draw) => draw.value<unknown>([[{ key: 'dedicated', operator: 'Exists' }], [], [{ key: 'a', tolerationSeconds: 5, value: null }], null], [[{ keys: 'a' }], {}]),
  volumes: () => [{ name: 'more', emptyDir: {} }],
  volumeMounts: () => [{ name: 'more', mountPath: '/more' }],
  overlays: (draw, component) => draw.list(1, 3, () => overlay(draw, component)),
};

const GATEWAY_PORTS = [
  { name: 'http2', port: 80, targetPort: 8080, protocol: 'TCP' },
  { name: 'https', port: 443, targetPort: 8443, nodePort: 30443 },
  { name: 'tcp', port: 31400 },
  { name: 'named', port: 81, targetPort: 'http', appProtocol: 'http' },
];

/** Paths of a workload, a Service and other objects, and what is written there. */
const PATHS = [
  'spec.template.spec.containers.[name:CONTAINER].image', 'spec.template.spec.containers[0].args[-1]', 'spec.template.spec.containers.[name:CONTAINER].env.[name:POD_NAME]',
  'spec.template.spec.containers.[name:CONTAINER].args.[:^proxy]', 'spec.template.spec.containers.[name:CONTAINER].env.[0].value', 'spec.template.metadata.labels.example\\.com/team',
  'spec.template.spec.volumes.[-1]', 'spec.template.spec.containers.[name:none].image', 'spec.template.spec.hostNetwork', 'metadata.annotations.new',
  'spec.selector', 'spec.new.deep.leaf', 'spec.template.spec.containers.[name:CONTAINER].ports.[containerPort:15017].name', 'spec', 'spec.ports.[port:15012].name',
  'spec.ports[0].nodePort', 'spec.replicas', 'metadata.labels', 'rules[0].verbs.[-1]', 'rules.[0].verbs', 'data.new', 'spec.new.[0].x', 'spec.template.spec.dnsPolicy', 'metadata.name',
];

/** A text that reads as a map of several keys is none of them: within a map of an earlier patch, the installer keeps one of the keys by lot. */
const VALUES: readonly unknown[] = [
  'text', 'a: b', 'a:\n  b: 1\n  c: [1, yes]', '{"json": "text"}', 5, 1.5, true, '', [], {}, ['x', 'y'], { name: 'added', emptyDir: {} }, [{ name: 'one' }], null, null, undefined, '10m',
];

function overlay(draw: Draw, { kind, name, container }: PatchedComponent): JsonObject {
  const object = draw.pick([kind, kind, kind, 'Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'ServiceAccount', 'Role', 'ConfigMap']);
  return {
    ...(draw.chance(0.5) && { apiVersion: draw.pick(['apps/v1', 'v1', 'none/v9']) }),
    kind: object,
    name: object === 'ConfigMap' ? draw.pick(['istio', name]) : draw.chance(0.95) ? name : 'another',
    patches: draw.list(1, 3, () => {
      const value = draw.pick(VALUES);
      return { path: draw.pick(PATHS).replace('CONTAINER', container), ...(value !== undefined && { value }) };
    }),
  };
}

/**
 * What a component may have below `k8s`, drawn by lot: some fields, or none and only overlays.
 *
 * @param draw where it is to be odd, the installer may refuse a value
 */
export function drawnK8s(draw: Draw, component: PatchedComponent): JsonObject {
  const names = draw.some(Object.keys(FIELDS)).filter((name) => name === 'overlays' || component.field !== 'base' || draw.chance(0.2));
  const chosen = draw.shuffled(names).slice(0, draw.int(1, 6));
  return Object.fromEntries(chosen.map((name) => [name, FIELDS[name](draw, component)]));
}

/** All that can be patched, so that each component has objects for it; the CRDs are left out, which the installer reads for longest. */
const PATCHABLE: JsonObject = {
  hub: 'registry.istio.io/release',
  tag: '1.31.4',
  profile: 'ambient',
  components: { base: { enabled: false } },
};

const overlaid = (kind: string, name: string, ...patches: readonly JsonObject[]): JsonObject => ({ overlays: [{ kind, name, patches }] });

/** What anybody writes first, and what was once different. */
const BY_HAND: readonly { readonly title: string; readonly components?: JsonObject; readonly set?: readonly string[] }[] = [
  { title: 'settings of istiod', set: ['components.pilot.k8s.replicaCount=3', 'components.pilot.k8s.env[0].name=A', 'components.pilot.k8s.env[0].value=b'] },
  { title: 'settings of resources', set: ['components.pilot.k8s.resources.requests.cpu=1500m', 'components.ztunnel.k8s.resources.limits.cpu=2'] },
  { title: 'settings of an annotation', set: ['components.pilot.k8s.podAnnotations.example\\.com/team=mesh', 'components.cni.k8s.nodeSelector.pool=mesh'] },
  { title: 'settings of an autoscaler', set: ['components.pilot.k8s.hpaSpec.minReplicas=2', 'components.pilot.k8s.hpaSpec.maxReplicas=4'] },
  {
    title: 'settings of a gateway',
    set: ['components.ingressGateways[0].name=istio-ingressgateway', 'components.ingressGateways[0].enabled=true', 'components.ingressGateways[0].k8s.service.type=NodePort'],
  },
  {
    title: 'settings of an overlay',
    set: [
      'components.pilot.k8s.overlays[0].kind=Deployment', 'components.pilot.k8s.overlays[0].name=istiod', 'components.pilot.k8s.overlays[0].patches[0].path=spec.replicas',
      'components.pilot.k8s.overlays[0].patches[0].value=4',
    ],
  },
  { title: 'a selector of a disruption budget', components: { pilot: { k8s: { hpaSpec: { minReplicas: 2 }, podDisruptionBudget: { selector: { matchLabels: { a: 'b' } } } } } } },
  {
    title: 'an annotation taken away that is not there',
    components: { ingressGateways: [{ name: 'istio-ingressgateway', enabled: true, k8s: overlaid('Service', 'istio-ingressgateway', { path: 'metadata.annotations.new' }) }] },
  },
  { title: 'an item taken away that is not there', components: { pilot: { k8s: overlaid('Deployment', 'istiod', { path: 'spec.template.spec.containers.[0].args.[-1]' }) } } },
  { title: 'a Service of null', components: { egressGateways: [{ name: 'istio-egressgateway', enabled: true, k8s: { service: null } }] } },
];

/** Installations with `k8s` that were written by hand. */
export const K8S_CASES: readonly ManifestCase[] = BY_HAND.map(({ title, components = {}, set = [] }) => ({
  title,
  files: [{ ...PATCHABLE, components: { base: { enabled: false }, ...components } }],
  set,
}));

/** An installation whose components all have something below `k8s`, or where it is to be odd, one of them. */
export function k8sCase(seed: number, number: number): ManifestCase {
  const isOdd = number % 4 === 3;
  const draw = isOdd ? new Draw(Math.imul(seed, 7919) + number, { share: 0.5 }) : Draw.nth(seed, number);
  const patched = isOdd ? [draw.pick(PATCHED)] : PATCHED.filter(({ field }) => field !== 'base' || draw.chance(0.1));
  const components: JsonObject = { base: { enabled: patched.some(({ field }) => field === 'base') } };
  for (const component of PATCHED) {
    const k8s = patched.includes(component) ? { k8s: drawnK8s(draw, component) } : {};
    const isGateway = component.field.endsWith('Gateways');
    components[component.field] = isGateway ? [{ name: component.name, enabled: true, ...k8s }] : { ...components[component.field], ...k8s };
  }
  const revision = draw.chance(0.15) ? { revision: 'canary' } : {};
  const gateways = { 'istio-ingressgateway': { runAsRoot: true }, 'istio-egressgateway': { autoscaleEnabled: false } };
  const values = draw.chance(0.3) ? { values: { gateways } } : {};
  return { title: `k8s ${number}${isOdd ? ' (odd)' : ''}`, files: [{ ...PATCHABLE, ...revision, ...values, components }], set: [] };
}
