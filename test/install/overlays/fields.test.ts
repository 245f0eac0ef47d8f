import { objectsOf, ofKind } from './fixtures';
import { applyK8s, Installed } from '../../../src/install/overlays';
import { JsonObject, Manifest } from '../../../src/reference/json';

const ISTIOD = objectsOf('istiod', 'discovery');
const GATEWAY = objectsOf('public', 'istio-proxy');

function pilot(k8s: JsonObject): Manifest[] {
  return applyK8s({ component: 'Pilot' }, k8s, ISTIOD);
}

test('fields of pods go into the workload\'s template', () => {
  const spec = {
    affinity: { nodeAffinity: {} }, nodeSelector: { disk: 'ssd' }, priorityClassName: 'high', tolerations: [{ key: 'k' }], securityContext: { fsGroup: 1 },
  };
  const { template } = ofKind('Deployment', pilot({ ...spec, podAnnotations: { c: 'd' } })).spec;
  expect(template.metadata.annotations).toEqual({ a: 'b', c: 'd' });
  expect(template.spec).toEqual({ ...spec, containers: ofKind('Deployment', ISTIOD).spec.template.spec.containers });
});

test('fields of the container are merged into it, variables by name', () => {
  const k8s = {
    env: [{ name: 'B', value: '2' }, { name: 'A', value: '3' }], imagePullPolicy: 'Always', readinessProbe: { periodSeconds: 5 }, resources: { limits: { cpu: 1 } },
  };
  expect(ofKind('Deployment', pilot(k8s)).spec.template.spec.containers).toEqual([{ name: 'discovery', args: ['discovery', '--log'], ...k8s }]);
});

test('replicas, the strategy, the autoscaler and the Service are merged', () => {
  const result = pilot({
    replicaCount: 2,
    strategy: { type: 'Recreate' },
    hpaSpec: { maxReplicas: 9 },
    service: { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] },
    serviceAnnotations: { s: 't' },
  });
  expect(ofKind('Deployment', result).spec).toMatchObject({ replicas: 2, strategy: { type: 'Recreate' } });
  expect(ofKind('HorizontalPodAutoscaler', result).spec).toEqual({ minReplicas: 1, maxReplicas: 9 });
  expect(ofKind('Service', result).spec).toEqual({ type: 'NodePort', ports: [{ name: 'http', port: 80, nodePort: 30080 }] });
  expect(ofKind('Service', result).metadata).toEqual({ name: 'istiod', namespace: 'istio-system', annotations: { s: 't' } });
});

test('a disruption budget with both limits keeps the upper one', () => {
  const budget = (podDisruptionBudget: JsonObject): JsonObject => ofKind('PodDisruptionBudget', pilot({ podDisruptionBudget })).spec;
  expect(budget({ maxUnavailable: '25%' })).toEqual({ minAvailable: null, maxUnavailable: '25%' });
  expect(budget({ minAvailable: 2 })).toEqual({ minAvailable: 2 });
});

test('null takes a field away', () => {
  expect(ofKind('Deployment', pilot({ env: null })).spec.template.spec.containers).toEqual([{ name: 'discovery', args: ['discovery', '--log'] }]);
});

test('volumes and mounts are not applied, as the installer does not apply them', () => {
  expect(pilot({ volumes: [{ name: 'v' }], volumeMounts: [{ name: 'v', mountPath: '/v' }] })).toEqual(ISTIOD);
});

test('what is laid over nothing is said', () => {
  const said = (component: Installed['component'], k8s: JsonObject): string[] => {
    const warnings: string[] = [];
    applyK8s({ component }, k8s, ISTIOD.slice(0, 2), (warning) => warnings.push(warning));
    return warnings;
  };
  expect(said('Pilot', { podDisruptionBudget: { minAvailable: 1 }, replicaCount: 2, volumes: [{ name: 'v' }], hpaSpec: {} })).toEqual([
    'The field k8s.podDisruptionBudget of Pilot is laid over nothing: it has no PodDisruptionBudget "istiod".',
    'The field k8s.volumes of Pilot has no effect, as with Istio\'s installer. Use an overlay, or a value of its chart.',
  ]);
  expect(said('Base', { replicaCount: 2 })).toEqual(['The field k8s.replicaCount of Base is laid over nothing: it has no such fields.']);
});

test('the objects of a revision have its name', () => {
  const both = [...ISTIOD, ...objectsOf('istiod-canary', 'discovery')];
  const replicas = (revision: string): unknown[] => applyK8s({ component: 'Pilot', revision }, { replicaCount: 2 }, both)
    .filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.replicas);
  expect([replicas('canary'), replicas('default'), replicas('')]).toEqual([[1, 2], [2, 1], [2, 1]]);
});

test('the objects of a gateway have the gateway\'s name, and the ports of its Service are left to the chart', () => {
  const k8s = { service: { ports: [{ port: 1 }], type: 'NodePort' }, replicaCount: 4 };
  const result = applyK8s({ component: 'IngressGateways', gateway: 'public' }, k8s, GATEWAY);
  expect(ofKind('Service', result).spec).toEqual({ type: 'NodePort', ports: [{ name: 'http', port: 80 }] });
  expect(ofKind('Deployment', result).spec.replicas).toBe(4);
  expect(applyK8s({ component: 'IngressGateways', gateway: 'other' }, k8s, GATEWAY)).toEqual(GATEWAY);
});

test('null as the Service of a gateway takes away all that it says', () => {
  expect(ofKind('Service', applyK8s({ component: 'EgressGateways', gateway: 'public' }, { service: null }, GATEWAY)).spec).toBeUndefined();
});

test('what all revisions share has no fields, only overlays', () => {
  expect(applyK8s({ component: 'Base' }, { replicaCount: 2, hpaSpec: { maxReplicas: 2 } }, ISTIOD)).toEqual(ISTIOD);
});

test('a variable without a name is refused', () => {
  expect(() => pilot({ env: [{ value: 'x' }] })).toThrow(
    'In the list "env" of a patch, or of what it is laid over, {"value":"x"} has no "name", by which items are told apart. Give each item its name.');
});

test('the objects that were given are not changed', () => {
  const before = structuredClone(ISTIOD);
  const overlays = [{ kind: 'Service', name: 'istiod', patches: [{ path: 'spec.ports[0].port', value: 1 }] }];
  pilot({ env: [{ name: 'A', value: '9' }], podDisruptionBudget: { maxUnavailable: 1 }, overlays });
  expect(ISTIOD).toEqual(before);
});
