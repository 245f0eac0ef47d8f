import { Callers, Enrollment, Mesh, MeshProps, MutualTlsMigration, MutualTLSMode, Posture } from '../../../src';
import { meshFor, messageOf, service, everything } from '../harness';

const { STRICT, PERMISSIVE, DISABLE } = MutualTLSMode;
const OLD: MeshProps = { posture: Posture.OPEN };

function old(props: MeshProps = OLD): { mesh: Mesh } {
  const { mesh, shop } = meshFor(props);
  const back = mesh.addNamespace('back');
  const [web, cart, db] = [service(shop, 'web'), service(shop, 'cart'), service(back, 'db')];
  web.calls(cart);
  cart.calls(db);
  return { mesh };
}

function short(objects: any[]): string[] {
  return objects.map(({ metadata, spec }) => `${metadata.namespace}/${metadata.name} ${spec.mtls?.mode ?? JSON.stringify(spec.portLevelMtls)}`);
}

/** What synthesis writes of PeerAuthentication. */
function written(mesh: Mesh): any[] {
  return Object.values(everything(mesh.node.root as any)).flat().filter(({ kind }) => kind === 'PeerAuthentication');
}

test('namespaces come one by one, then the mesh, which says it for all', () => {
  const plan = MutualTlsMigration.byNamespace(old().mesh);
  expect(plan.steps.map(({ number, scope, blockers }) => [number, scope, blockers])).toEqual([
    [1, 'namespace back', []], [2, 'namespace shop', []], [3, 'mesh', []],
  ]);
  expect([0, 1, 2, 3].map((step) => short(plan.at(step)))).toEqual([
    [], ['back/default STRICT'], ['back/default STRICT', 'shop/default STRICT'], ['istio-system/default STRICT'],
  ]);
});

test('so do services', () => {
  const plan = MutualTlsMigration.byService(old().mesh);
  expect(plan.steps.map(({ scope }) => scope)).toEqual(['service back/db', 'service shop/cart', 'service shop/web', 'mesh']);
  expect(plan.print(2)).toBe(`apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: db
  namespace: back
spec:
  selector:
    matchLabels:
      app: db
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: cart
  namespace: shop
spec:
  selector:
    matchLabels:
      app: cart
  mtls:
    mode: STRICT
`);
});

test('what the plan prints of a step is what synthesis writes of it', () => {
  for (const plan of [MutualTlsMigration.byNamespace, MutualTlsMigration.byService]) {
    for (let step = 0; step <= plan(old().mesh).steps.length; step++) {
      const { mesh } = old();
      const migration = plan(mesh);
      mesh.migrateMutualTls(migration, step);
      const byName = ({ metadata }: any): string => `${metadata.namespace}/${metadata.name}`;
      const sort = (objects: any[]): any[] => [...objects].sort((a, b) => (byName(a) < byName(b) ? -1 : 1));
      expect(sort(written(mesh))).toEqual(sort(migration.at(step)));
    }
  }
});

test('before a step, its gate asks for requests that came without mutual TLS', () => {
  const [, shop, mesh] = MutualTlsMigration.byNamespace(old().mesh).steps;
  const query = (labels: string): string => ['istio_requests_total', 'istio_tcp_connections_opened_total']
    .map((metric) => `increase(${metric}{reporter="destination",${labels}connection_security_policy!="mutual_tls"}[1h]) > 0`).join(' or ');
  expect(shop.gate).toBe(query('destination_workload_namespace="shop",'));
  expect(mesh.gate).toBe(query(''));
});

test('what a caller without a proxy calls comes last, and cannot be made', () => {
  const { mesh } = old();
  const [back] = mesh.namespaces.filter(({ namespaceName }) => namespaceName === 'back');
  service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'job').calls(back.services[0]);
  const plan = MutualTlsMigration.byNamespace(mesh);
  const why = '"mesh-2-legacy/services/job" calls "mesh-2-back/services/db" on port 80, but PeerAuthentication istio-system/default demands mutual TLS (STRICT), '
    + 'and it is sent in plain text (enrollment none: the caller has no proxy that could speak mutual TLS)';
  expect(plan.steps.map(({ scope, blockers }) => [scope, blockers])).toEqual([['namespace shop', []], ['namespace back', [why]], ['mesh', [why]]]);
  expect(short(plan.at(1))).toEqual(['shop/default STRICT']);
  expect(messageOf(() => plan.at(2))).toBe(
    `[mesh] Step 2 of the migration (namespace back) would cut off declared calls: ${why}. Stay at step 1 until that is solved. (A13)`);
  expect(messageOf(() => mesh.migrateMutualTls(plan, 3))).toMatch(/^\[mesh\] Step 2 of the migration/);
});

test('what namespaces and services say themselves stays, also when the mesh demands mutual TLS', () => {
  const { mesh, shop } = meshFor(OLD);
  const cart = service(shop, 'cart');
  cart.useMutualTls(DISABLE, { ports: cart.ports });
  mesh.addNamespace('plain', { mutualTls: PERMISSIVE });
  mesh.addNamespace('strict', { mutualTls: STRICT });
  service(shop, 'open').useMutualTls(PERMISSIVE);
  const plan = MutualTlsMigration.byNamespace(mesh);
  expect(plan.steps.map(({ scope }) => scope)).toEqual(['namespace shop', 'mesh']);
  expect([0, 1, 2].map((step) => short(plan.at(step)))).toEqual([
    ['shop/cart {"8080":{"mode":"DISABLE"}}', 'strict/default STRICT'],
    ['shop/default STRICT', 'shop/cart {"8080":{"mode":"DISABLE"}}', 'shop/open PERMISSIVE', 'strict/default STRICT'],
    ['istio-system/default STRICT', 'plain/default PERMISSIVE', 'shop/cart {"8080":{"mode":"DISABLE"}}', 'shop/open PERMISSIVE'],
  ]);
});

test('policies that let anybody in do not keep a caller without a proxy from being a blocker', () => {
  const { mesh, shop } = meshFor({ mutualTls: PERMISSIVE });
  const cart = service(shop, 'cart');
  cart.allowFrom(Callers.everyone());
  service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'job').calls(cart);
  expect(MutualTlsMigration.byNamespace(mesh).steps[0].blockers).toHaveLength(1);
});

test('a migration begins with plain text, has the steps that it has, and is that of its mesh', () => {
  expect(messageOf(() => MutualTlsMigration.byNamespace(meshFor().mesh))).toBe(
    '[mesh] Mutual TLS is STRICT in the mesh, and a migration begins with PERMISSIVE. Give the mesh mutualTls: MutualTLSMode.PERMISSIVE.');
  const plan = MutualTlsMigration.byNamespace(old().mesh);
  expect(messageOf(() => plan.at(4))).toBe('[mesh] The migration has no step 4. Give a whole number from 0 to 3.');
  expect(messageOf(() => plan.at(-1))).toBe('[mesh] The migration has no step -1. Give a whole number from 0 to 3.');
  expect(messageOf(() => old().mesh.migrateMutualTls(plan, 1))).toBe('[mesh] The migration is that of the mesh "mesh". Make a plan of this mesh.');
});
