import { ofKind } from './fixtures';
import { renderControlPlane, resolveInstall } from '../../../src/install';
import { JsonObject, Manifest } from '../../../src/reference/json';

/** The objects of a component in an installation with these components. */
function objectsOf(name: string, components: JsonObject, warn?: (sentence: string) => void): Manifest[] {
  const spec = { components: { base: { enabled: false }, ...components } };
  return renderControlPlane(resolveInstall({ profile: 'minimal', spec }), warn).find((component) => component.name === name)!.objects;
}

test('a least number of replicas brings a disruption budget, which its own field then changes', () => {
  const k8s = { hpaSpec: { minReplicas: 2 }, podDisruptionBudget: { maxUnavailable: 1 } };
  const objects = objectsOf('Pilot', { pilot: { k8s } });
  expect(ofKind('HorizontalPodAutoscaler', objects).spec.minReplicas).toBe(2);
  expect(ofKind('PodDisruptionBudget', objects).spec).toMatchObject({ minAvailable: null, maxUnavailable: 1 });
  expect(ofKind('PodDisruptionBudget', objectsOf('Pilot', {}))).toBeUndefined();
});

test('the ports of a gateway\'s Service are those of k8s', () => {
  const ports = [{ name: 'https', port: 443, targetPort: 8443 }];
  const objects = objectsOf('IngressGateways', { ingressGateways: [{ name: 'public', enabled: true, k8s: { service: { ports } } }] });
  expect(ofKind('Service', objects).spec.ports).toEqual(ports);
});

test('each gateway has its own', () => {
  const gateway = (name: string, replicaCount: number): JsonObject => ({ name, enabled: true, k8s: { replicaCount } });
  const objects = objectsOf('IngressGateways', { ingressGateways: [gateway('a', 2), gateway('b', 3)] });
  expect(objects.filter(({ kind }) => kind === 'Deployment').map(({ metadata, spec }) => [metadata.name, spec.replicas])).toEqual([['a', 2], ['b', 3]]);
});

test('what has no effect is said', () => {
  const said: string[] = [];
  objectsOf('Pilot', { pilot: { k8s: { overlays: [{ kind: 'Secret', name: 'none' }] } } }, (sentence) => said.push(sentence));
  expect(said).toEqual(['The overlay of Secret "none" has no effect: the component has no such object.']);
});

const gatewayPort = (port: JsonObject, values: JsonObject = {}) => () => resolveInstall({
  spec: { values, components: { ingressGateways: [{ name: 'public', enabled: false, k8s: { service: { ports: [port] } } }] } },
});

test('a port that only the root user could open is refused, unless the gateway runs as root', () => {
  expect(gatewayPort({ port: 443, targetPort: 443 })).toThrow(
    'The port components.ingressGateways[0].k8s.service.ports[0] has the target 443, which only a process of the root user can open. '
    + 'Set its targetPort to 1024 or more, or values.gateways.istio-ingressgateway.runAsRoot to true.');
  expect(gatewayPort({ port: 80 })).toThrow(
    'The port components.ingressGateways[0].k8s.service.ports[0] goes to port 80 itself, which only a process of the root user can open. '
    + 'Set its targetPort to 1024 or more, or values.gateways.istio-ingressgateway.runAsRoot to true.');
  expect(gatewayPort({ port: 443, targetPort: 443 }, { gateways: { 'istio-ingressgateway': { runAsRoot: true } } })).not.toThrow();
});

test.each([[{ port: 80, targetPort: 8080 }], [{ port: 8080 }], [{ port: 80, targetPort: 'http' }]])('a port such as %j is taken', (port) => {
  expect(gatewayPort(port)).not.toThrow();
});
