import { deployment, find, meshFor, said, service } from './harness';
import { MeshPort, Posture } from '../../src';

describe('A23: how much proxies know', () => {
  test('A23: a sidecar knows what its workload calls', () => {
    const { shop } = meshFor();
    service(shop, 'web').calls(service(shop, 'cart'));
    expect(find(shop, 'Sidecar', 'web').spec).toEqual({
      workloadSelector: { labels: { app: 'web' } }, egress: [{ hosts: ['./cart.shop.svc.cluster.local'] }],
    });
  });

  test('A23: proxies that know a large mesh whole are warned about, with the size of their configuration', () => {
    const { app, shop } = meshFor({ posture: Posture.OPEN });
    const workload = deployment(shop, 'all', { labels: { app: 'all' } });
    for (let at = 0; at < 450; at++) {
      shop.addService(`s-${at}`, { ports: [MeshPort.http(80, { target: 8080 })], ...(at === 0 ? { workload } : { selector: { app: `s-${at}` } }) });
    }
    expect(said(app).warnings).toEqual([
      '450 proxies know a large part of the mesh, such as "shop/s-0", which knows 450 hosts: about 5 MiB of configuration. '
      + 'For gateways, give the mesh scoping: { gatewayClusters: true }; for sidecars, use Posture.ZERO_TRUST. (A23)',
    ]);
  });
});

test('A24: scopes come with REGISTRY_ONLY, and without it are warned about', () => {
  const mesh = meshFor();
  expect(mesh.mesh._meshConfig.outboundTrafficPolicy).toEqual({ mode: 'REGISTRY_ONLY' });
  expect(said(mesh.app)).toEqual({ errors: [], warnings: [] });
  expect(said(meshFor({ meshConfig: { outboundTrafficPolicy: { mode: 'ALLOW_ANY' } } }).app).warnings).toEqual([
    'Sidecars have scopes, and outboundTrafficPolicy.mode ALLOW_ANY lets requests to hosts that no scope names pass all the same. '
    + 'Leave the mode out, which is REGISTRY_ONLY in ZERO_TRUST, or do not count on scopes to block anything. (A24)',
  ]);
});
