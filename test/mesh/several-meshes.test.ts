import { Testing } from 'cdk8s';
import { deployment, find, service } from './harness';
import { InjectionTime, Mesh, MeshNamespace, MeshPort, MutualTLSMode, RouteDialect } from '../../src';
import { plain, said } from '../guard-rails/harness';

/** An app with two meshes, as of two clusters, in which everything has the same names. */
function twice(declare: (mesh: Mesh, shop: MeshNamespace) => void): ReturnType<typeof said> {
  const app = Testing.app();
  for (const id of ['one', 'two']) {
    const mesh = new Mesh(app, id, { controlPlane: false });
    declare(mesh, mesh.addNamespace('shop', { injectionTime: InjectionTime.RUN_TIME }));
  }
  return said(app);
}

describe('two meshes of one app, in which everything has the same names,', () => {
  test('do not see what each other writes', () => {
    expect(twice((mesh, shop) => {
      const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
      web.split(web.addVersion('v1', deployment(shop, 'web', { labels: { app: 'web', version: 'v1' } })).weight(100));
      const payments = mesh.addExternalService('payments', { hosts: ['payments.example.com'], ports: [MeshPort.tls(443)] });
      service(shop, 'cart').calls(payments);
      mesh.addIngressGateway('public').expose(web, { hosts: ['shop.example.com'] });
    })).toEqual({ errors: [], warnings: [] });
  });

  test('do not see plain objects in each other\'s namespaces, and each is told once of its own', () => {
    expect(twice((_, shop) => plain(shop, 'DestinationRule', 'web', { host: 'web', subsets: [{ name: 'v1', labels: { version: 'v1' } }] }))).toEqual({
      errors: [],
      warnings: Array(2).fill('Host "web" is short, and means "web.shop.svc.cluster.local" whatever the namespace of the caller. Write the full name of the host. (A1)'),
    });
  });

  test('may say mutual TLS, and the dialect of routes, each for itself', () => {
    let first = true;
    expect(twice((_, shop) => {
      const db = service(shop, 'db', { routeDialect: first ? RouteDialect.ISTIO : RouteDialect.GATEWAY_API });
      db.route({});
      if (first) db.useMutualTls(MutualTLSMode.DISABLE);
      else service(shop, 'web').calls(db);
      first = false;
    })).toEqual({ errors: [], warnings: [] });
  });

  test('inject the pods of their own namespaces alone', () => {
    const app = Testing.app();
    const [one, two] = [['one', 'blue'], ['two', 'green']].map(([id, revision]) => {
      const shop = new Mesh(app, id, { controlPlane: false, revision }).addNamespace('shop');
      service(shop, 'web');
      return shop;
    });
    const revisionOf = (shop: MeshNamespace): string => (
      find(shop, 'Deployment', 'web').spec.template.metadata.labels['service.istio.io/canonical-revision']
      && JSON.parse(find(shop, 'Deployment', 'web').spec.template.metadata.annotations['sidecar.istio.io/status']).revision);
    expect([one, two].map(revisionOf)).toEqual(['blue', 'green']);
  });
});
