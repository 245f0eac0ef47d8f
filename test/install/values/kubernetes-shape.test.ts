import { check } from '../../../src/install/values/check';
import { kubernetesShape } from '../../../src/install/values/kubernetes-shape';

function checked(type: string, value: unknown): void {
  check(kubernetesShape(type), [], value, 'here');
}

test('a type takes its fields, all the way down', () => {
  expect(() => checked('Affinity', { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'a' } }] } })).not.toThrow();
  expect(() => checked('Probe', { httpGet: { path: '/', port: 'http', httpHeaders: [{ name: 'a', value: 'b' }] }, periodSeconds: 5 })).not.toThrow();
  expect(() => checked('ResourceRequirements', { limits: { cpu: 2, memory: '1Gi' }, requests: { cpu: '0.5' } })).not.toThrow();
  expect(() => checked('PodSecurityContext', { runAsUser: 4294967296, supplementalGroups: [1] })).not.toThrow();
});

test('null may stand for a part', () => {
  expect(() => checked('Container', { readinessProbe: { httpGet: null, exec: { command: null } } })).not.toThrow();
});

test.each([
  ['Affinity', { nodeAfinity: {} }, 'There is no setting "nodeAfinity" (here). Did you mean "nodeAffinity"? These can be set: nodeAffinity, podAffinity, podAntiAffinity.'],
  ['Probe', { periodSeconds: 1.5 }, 'The setting "periodSeconds" takes a whole number, and 1.5 is something else (here).'],
  ['ResourceRequirements', { limits: { cpu: true } }, 'The setting "limits.cpu" takes an amount such as "500m" or "1Gi", and true is something else (here).'],
  ['PodSecurityContext', { runAsNonRoot: 'yes' }, 'The setting "runAsNonRoot" takes true or false, and "yes" is something else (here).'],
  ['Toleration', { tolerationSeconds: '5' }, 'The setting "tolerationSeconds" takes a whole number, and "5" is something else (here).'],
])('%s does not take %j', (type, value, message) => {
  expect(() => checked(type, value)).toThrow(new Error(message));
});
