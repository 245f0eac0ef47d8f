import { Chart, Testing } from 'cdk8s';
import { Enrollment, Mesh, Waypoint, WaypointFor } from '../../src';
import { find, meshFor, messageOf } from '../mesh/harness';

const ambient = (props: object = {}) => meshFor({ ambient: true, ...props });

test('a waypoint is a Gateway of its class that takes tunnels, and nothing else', () => {
  const { mesh } = ambient();
  const shop = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
  const waypoint = shop.addWaypoint('waypoint');
  shop.useWaypoint(waypoint);
  expect(find(shop, 'Gateway', 'waypoint')).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'waypoint', namespace: 'cave' },
    spec: { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] },
  });
  expect([waypoint.waypointFor, waypoint.identity.principal]).toEqual(['service', 'cluster.local/ns/cave/sa/waypoint']);
});

test('it says which traffic it takes, which istiod runs it, and what that lays over its objects', () => {
  const { mesh } = ambient({ revision: 'canary' });
  const shop = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
  shop.useWaypoint(shop.addWaypoint('two', {
    waypointFor: WaypointFor.ALL,
    infrastructureLabels: { team: 'one' },
    infrastructureAnnotations: { note: 'two' },
    parametersConfigMap: 'overlays',
  }));
  const { metadata, spec } = find(shop, 'Gateway', 'two');
  expect(metadata.labels).toEqual({ 'istio.io/waypoint-for': 'all', 'istio.io/rev': 'canary' });
  expect(spec.infrastructure).toEqual({
    labels: { team: 'one' }, annotations: { note: 'two' }, parametersRef: { group: '', kind: 'ConfigMap', name: 'overlays' },
  });
});

test('it lets in the namespaces that use it, and no others', () => {
  const { mesh } = ambient();
  const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
  const hill = mesh.addNamespace('hill', { enrollment: Enrollment.AMBIENT });
  const waypoint = cave.addWaypoint('waypoint');
  hill.useWaypoint(waypoint);
  expect(find(cave, 'Gateway', 'waypoint').spec.listeners[0].allowedRoutes).toEqual({
    namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['cave', 'hill'] }] } },
  });
  expect(find(hill, 'Namespace', 'hill').metadata.labels).toEqual({
    'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'waypoint', 'istio.io/use-waypoint-namespace': 'cave',
  });
});

test('one of another program has a name, a place and an identity', () => {
  const { shop } = ambient({ meshConfig: { trustDomain: 'example.com' } });
  const { waypointName, namespaceName, waypointFor, identity } = Waypoint.fromWaypointName(shop, 'shared', { namespace: 'infra' });
  expect([waypointName, namespaceName, waypointFor, identity.principal]).toEqual(['shared', 'infra', 'service', 'example.com/ns/infra/sa/shared']);
});

test('one that nobody uses is a finding, unless it takes nothing', () => {
  const { shop } = ambient();
  shop.addWaypoint('trial', { waypointFor: WaypointFor.NONE });
  expect(messageOf(() => Testing.synth(shop))).toBeUndefined();
  shop.addWaypoint('waypoint');
  expect(messageOf(() => Testing.synth(shop))).toContain(
    '[mesh-2-shop/waypoint] Nothing uses the waypoint. Call useWaypoint() on a namespace or a service, or leave the waypoint out.');
});

describe('what is wrong at once', () => {
  test('a name that means no waypoint', () => {
    expect(messageOf(() => ambient().shop.addWaypoint('none'))).toBe(
      '[mesh-2-shop/none] A waypoint cannot be called "none", by which services say that they use no waypoint. Give it another name, such as "waypoint".');
  });

  test('a name that is none', () => {
    expect(messageOf(() => ambient().shop.addWaypoint('Way'))).toBe(
      '[mesh-2-shop/Way] "Way" is not a name for a waypoint. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.');
  });

  test('a name that is taken', () => {
    const { shop } = ambient();
    shop.addWaypoint('waypoint');
    expect(messageOf(() => shop.addWaypoint('waypoint'))).toBe('[mesh-2-shop] There is a "waypoint" already. Give the waypoint another name.');
  });

  test('a mesh without ambient mode', () => {
    expect(messageOf(() => meshFor().shop.addWaypoint('waypoint'))).toBe(
      '[mesh-2-shop/waypoint] The mesh has no ambient mode, and only ambient traffic takes a waypoint. Give the mesh ambient: true.');
  });

  test('a place outside a mesh', () => {
    const app = Testing.app();
    new Mesh(app, 'mesh', { controlPlane: false, ambient: true });
    expect(messageOf(() => new Waypoint(new Chart(app, 'else', { namespace: 'else' }), 'waypoint'))).toBe(
      '[else/waypoint] This is not part of a mesh. Create it inside a namespace of a mesh: mesh.addNamespace("…").');
  });
});
