import { Callers, MeshPort } from '../../../src';
import { deployment, find, meshFor, messageOf, service, titles } from '../harness';

const by = (...names: string[]) => [{ source: { principals: names.map((name) => `cluster.local/ns/shop/sa/${name}`) } }];
const TO = [{ operation: { ports: ['8080'] } }];

function shopOf() {
  const { app, mesh, shop } = meshFor();
  const [web, app1, cart] = ['web', 'app', 'cart'].map((name) => service(shop, name));
  const rules = (name: string) => find(shop, 'AuthorizationPolicy', name)?.spec.rules;
  return { app, mesh, shop, web, app1, cart, rules };
}

describe('a group of services', () => {
  test('calls and is called as each of its services, also of those that are added later', () => {
    const { mesh, shop, web, app1, cart, rules } = shopOf();
    const [front, back] = [mesh.addGroup('front', web), mesh.addGroup('back', cart)];
    front.calls(back);
    front.add(app1);
    back.add(service(shop, 'ledger'));
    expect(rules('cart-callers')).toEqual([{ from: by('app', 'web'), to: TO }]);
    expect(rules('ledger-callers')).toEqual([{ from: by('app', 'web'), to: TO }]);
    expect(find(shop, 'Sidecar', 'app').spec.egress).toEqual([{ hosts: ['./cart.shop.svc.cluster.local', './ledger.shop.svc.cluster.local'] }]);
    expect(mesh.paths.allowed.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
      ['shop/app shop/cart', 'shop/app shop/ledger', 'shop/web shop/cart', 'shop/web shop/ledger']);
  });

  test('does not call itself where it calls its own group', () => {
    const { mesh, web, cart, rules } = shopOf();
    const peers = mesh.addGroup('peers', web, cart);
    peers.calls(peers);
    expect([rules('web-callers'), rules('cart-callers')]).toEqual([[{ from: by('cart'), to: TO }], [{ from: by('web'), to: TO }]]);
  });

  test('is who it is, where callers are named, and gives its services identities', () => {
    const { mesh, shop, web, app1, cart, rules } = shopOf();
    const trusted = mesh.addGroup('trusted', web);
    cart.deny('card data', { notCallers: [trusted], paths: ['/cards/*'] });
    trusted.add(app1);
    expect(rules('cart-denials')).toEqual([{
      from: [{ source: { notPrincipals: ['cluster.local/ns/shop/sa/app', 'cluster.local/ns/shop/sa/web'] } }],
      to: [{ operation: { paths: ['/cards/*'], ports: ['8080'] } }],
    }]);
    expect(titles(shop)).toEqual(expect.arrayContaining(['ServiceAccount app', 'ServiceAccount web']));
  });

  test('lets callers in and denies at each service', () => {
    const { mesh, web, cart, rules } = shopOf();
    const group = mesh.addGroup('all', web, cart);
    group.allowFrom(Callers.namespaces('monitoring'));
    group.deny('legacy', { callers: [Callers.namespaces('legacy')] });
    for (const name of ['web', 'cart']) {
      expect(rules(`${name}-callers`)).toEqual([{ from: [{ source: { namespaces: ['monitoring'] } }], to: TO }]);
      expect(rules(`${name}-denials`)).toEqual([{ from: [{ source: { namespaces: ['legacy'] } }] }]);
    }
  });

  test('that is wrong is refused', () => {
    const { app, mesh, web } = shopOf();
    const group = mesh.addGroup('front', web);
    expect(messageOf(() => group.add(web))).toBe('[mesh/groups/front] "mesh-2-shop/services/web" is in it already. Add it once.');
    expect(messageOf(() => mesh.addGroup('front'))).toBe('[mesh] Group "front" is there already. Give the second one another name.');
    expect(messageOf(() => mesh.addGroup('A b'))).toBe('[mesh] "A b" is not a name for a group. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.');
    expect(messageOf(() => group.add(service(meshFor().shop, 'far')))).toBe(
      '[mesh/groups/front] "mesh-2-shop/services/far" belongs to another mesh. Put services of one mesh into a group.');
    mesh.addGroup('empty');
    expect(messageOf(() => app.synth())).toContain('[mesh/groups/empty] The group has no service. Add services with add(), or leave the group out.');
  });
});

describe('a whole namespace', () => {
  test('calls and is called as each of its services, also of those that are added later', () => {
    const { mesh, shop, cart, rules } = shopOf();
    const batch = mesh.addNamespace('batch');
    service(batch, 'early');
    batch.calls(cart, { methods: ['GET'] });
    service(batch, 'late');
    expect(rules('cart-callers')).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/batch/sa/early', 'cluster.local/ns/batch/sa/late'] } }],
      to: [{ operation: { methods: ['GET'], ports: ['8080'] } }],
    }]);
    cart.calls(batch);
    service(batch, 'later');
    expect(find(batch, 'AuthorizationPolicy', 'later-callers').spec.rules).toEqual([{ from: by('cart'), to: TO }]);
    expect(find(shop, 'Sidecar', 'cart').spec.egress[0].hosts).toEqual(['early', 'late', 'later'].map((name) => `batch/${name}.batch.svc.cluster.local`));
  });

  test('lets callers in at the ports that are meant', () => {
    const { shop, rules } = shopOf();
    shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', { ports: [{ containerPort: 5432 }] }) });
    shop.addService('job', { workload: deployment(shop, 'job') });
    shop.allowFrom(Callers.namespaces('monitoring'), { paths: ['/metrics'] });
    expect(rules('web-callers')).toEqual([
      { from: [{ source: { namespaces: ['monitoring'] } }], to: [{ operation: { paths: ['/metrics'], ports: ['8080'] } }] },
    ]);
    expect(rules('db-callers')).toBeUndefined();
  });

  test('is who it is by its namespace, where callers are named', () => {
    const { mesh, cart, rules } = shopOf();
    cart.allowFrom(mesh.addNamespace('batch'));
    expect(rules('cart-callers')).toEqual([{ from: [{ source: { namespaces: ['batch'] } }], to: TO }]);
  });
});
