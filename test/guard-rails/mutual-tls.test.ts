import { App, Testing } from 'cdk8s';
import { find, meshFor, messageOf, plain, said, service } from './harness';
import { ControlPlane, MeshPort, MutualTLSMode, Revision } from '../../src';

describe('A13: DestinationRule against PeerAuthentication', () => {
  test('A13: a plain rule that turns TLS off towards pods that ask for it is refused', () => {
    const { app, shop } = meshFor();
    const cart = service(shop, 'cart');
    service(shop, 'web').calls(cart);
    plain(shop, 'DestinationRule', 'cart', { host: cart.host, trafficPolicy: { tls: { mode: 'DISABLE' } } });
    expect(said(app).errors).toEqual([expect.stringMatching(/^It calls "mesh-2-shop\/services\/cart" on port 80, but .* \(A13\)$/)]);
  });

  test('A13: so is a mode of the called service that its callers do not speak', () => {
    const { app, shop } = meshFor();
    const cart = service(shop, 'cart');
    service(shop, 'web').calls(cart);
    cart.useMutualTls(MutualTLSMode.DISABLE);
    expect(said(app).errors).toEqual([expect.stringMatching(/\(A13\)$/)]);
  });
});

test('A14: modes of single ports are said by the ports of the service, and written for those of the container', () => {
  const { shop } = meshFor();
  const web = service(shop, 'web');
  web.useMutualTls(MutualTLSMode.PERMISSIVE, { ports: [MeshPort.http(80)] });
  expect(find(shop, 'PeerAuthentication', 'web').spec.portLevelMtls).toEqual({ 8080: { mode: 'PERMISSIVE' } });
  expect(messageOf(() => web.useMutualTls(MutualTLSMode.DISABLE, { ports: [MeshPort.http(81)] }))).toBe(
    '[mesh-2-shop/services/web] Mutual TLS is DISABLE on port 81, but its ports are 80. Name ports of the service. (A14)');
});

describe('A32: one trust domain, network and mesh', () => {
  test('A32: identities, policies and the mesh configuration take theirs from the mesh', () => {
    const { mesh, shop } = meshFor({ meshConfig: { trustDomain: 'example.com' } });
    const cart = service(shop, 'cart');
    const web = service(shop, 'web');
    web.calls(cart);
    expect([mesh.trustDomain, web.identity.principal]).toEqual(['example.com', 'example.com/ns/shop/sa/web']);
    expect(find(shop, 'AuthorizationPolicy', 'cart-callers').spec.rules[0].from[0].source.principals).toEqual(['example.com/ns/shop/sa/web']);
  });

  test('A32: revisions of a control plane that do not share it are warned about, unless one is an alias', () => {
    const app = Testing.app();
    const istio = new ControlPlane(app, 'istio');
    new Revision(istio, 'a', { meshConfig: { trustDomain: 'a.example.com' } });
    new Revision(istio, 'b', { meshConfig: { trustDomain: 'b.example.com' } });
    expect(said(app).warnings).toEqual([
      'The trust domain is "a.example.com" for the revision "a" and "b.example.com" for the revision "b", whose policies do not know each other\'s workloads. '
      + 'Give both the same, or make one an alias of the other (meshConfig.trustDomainAliases). (A32)',
    ]);
    const other = new ControlPlane(Testing.app(), 'istio');
    new Revision(other, 'a', { meshConfig: { trustDomain: 'a.example.com' } });
    new Revision(other, 'b', { meshConfig: { trustDomain: 'b.example.com', trustDomainAliases: ['a.example.com'] } });
    expect(said(other.node.root as App).warnings).toEqual([]);
  });
});
