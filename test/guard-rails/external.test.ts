import { meshFor, messageOf, plain, said, service } from './harness';
import { MeshPort } from '../../src';

describe('A21: one entry a host', () => {
  test('A21: an external service and a plain ServiceEntry that somebody sees both are refused', () => {
    const { app, mesh, shop } = meshFor();
    const payments = mesh.addExternalService('payments', { hosts: ['api.example.com'], ports: [MeshPort.tls(443)] });
    service(shop, 'web').calls(payments);
    plain(shop, 'ServiceEntry', 'mine', { hosts: ['api.example.com'], resolution: 'DNS', ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] });
    expect(said(app).errors).toEqual([
      'Host "api.example.com" is declared by ServiceEntry shop/mine, too, and whoever sees both finds one of them. Declare each host once, with all its ports. (A21)',
    ]);
  });

  test('A21: so are two plain ones, and one for the host of a service; those that nobody sees together are fine', () => {
    const { app, mesh, shop } = meshFor();
    const team = mesh.addNamespace('team');
    const entry = (hosts: string[], exportTo?: string[]): object => ({ hosts, exportTo, resolution: 'DNS', ports: [{ number: 443, name: 'tls', protocol: 'TLS' }] });
    service(shop, 'web');
    plain(shop, 'ServiceEntry', 'a', entry(['a.example.com']));
    plain(shop, 'ServiceEntry', 'b', entry(['b.example.com'], ['.']));
    plain(team, 'ServiceEntry', 'a', entry(['a.example.com']));
    plain(team, 'ServiceEntry', 'b', entry(['b.example.com'], ['.']));
    plain(team, 'ServiceEntry', 'web', entry(['web.shop.svc.cluster.local']));
    const fix = 'and a proxy takes ports and addresses from one of them. Write one ServiceEntry for the host, or show them to different namespaces (exportTo). (A21)';
    expect(said(app).errors).toEqual([
      `ServiceEntry "shop/a" has host "a.example.com", too, ${fix}`,
      `Service "mesh-2-shop/services/web" has host "web.shop.svc.cluster.local", too, ${fix}`,
    ]);
  });
});

describe('A22: TCP without an address', () => {
  test('A22: an external service with resolution NONE needs one, at once', () => {
    const { mesh } = meshFor();
    expect(messageOf(() => mesh.addExternalService('db', { hosts: ['*.db.example.com'], ports: [MeshPort.tcp(5432)] }))).toBe(
      '[mesh-1-control-plane/external/db] TCP port 5432 has no address, so it would take every connection to port 5432, whatever its host. '
      + 'Give addresses, or make the port with MeshPort.tls if clients send a server name. (A22)');
  });

  test('A22: one with a name needs one where its callers do not answer DNS', () => {
    const { app, mesh, shop } = meshFor();
    service(shop, 'web').calls(mesh.addExternalService('db', { hosts: ['db.example.com'], ports: [MeshPort.tcp(5432)] }));
    expect(said(app).errors).toEqual([expect.stringMatching(/^TCP port 5432 has no address, .* \(A22\)$/)]);
  });

  test('A22: a plain ServiceEntry is refused, or warned about where istiod gives it an address', () => {
    const { app, shop } = meshFor();
    const ports = [{ number: 5432, name: 'tcp', protocol: 'TCP' }];
    plain(shop, 'ServiceEntry', 'a', { hosts: ['a.example.com'], resolution: 'DNS', ports });
    plain(shop, 'ServiceEntry', 'b', { hosts: ['b.example.com'], resolution: 'NONE', ports });
    const { errors, warnings } = said(app);
    const fix = 'Give addresses, or speak TLS with a server name; or declare it with addExternalService(). (A22)';
    expect(errors).toEqual([`TCP port 5432 has no address, so that proxies take every connection to port 5432 for it, whatever its host. ${fix}`]);
    expect(warnings).toContain(`TCP port 5432 has no address, so that proxies take every connection to port 5432 for it, whatever its host, unless they answer DNS. ${fix}`);
  });
});
