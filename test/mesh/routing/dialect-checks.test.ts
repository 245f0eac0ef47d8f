import { Chart, Duration } from 'cdk8s';
import { Host, MeshPort, RouteDialect, VirtualService } from '../../../src';
import { HTTPRoute } from '../../../src/resources/gateway-api';
import { everything, meshFor, service } from '../harness';

function httpRouteFor(scope: Chart, name: string, namespace: string): void {
  new HTTPRoute(scope, `own-${name}`, {
    metadata: { name: `own-${name}`, namespace: 'shop' }, spec: { parentRefs: [{ group: '', kind: 'Service', name, namespace }] },
  });
}

test('A7: a host with a VirtualService in the mesh and an HTTPRoute is refused', () => {
  const { app, shop } = meshFor();
  service(shop, 'web').route({ timeout: Duration.seconds(3) });
  httpRouteFor(shop, 'web', 'shop');
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Host web.shop.svc.cluster.local has routes in two dialects: VirtualService "web" (mesh-2-shop/services/web/routes) and '
    + 'HTTPRoute "own-web" (mesh-2-shop/own-web). Write all of them in one; the service says which with routeDialect. (A7)'));
});

test('A7: a short host of a VirtualService of the user\'s own is that of its namespace', () => {
  const { app, shop } = meshFor({ routeDialect: RouteDialect.GATEWAY_API });
  service(shop, 'web').route({ timeout: Duration.seconds(3) });
  new VirtualService(shop, 'own', { metadata: { name: 'own' }, spec: { hosts: [Host.of('web')], http: [{ directResponse: { status: 503 } }] } });
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Host web.shop.svc.cluster.local has routes in two dialects: VirtualService "own" (mesh-2-shop/own) and '
    + 'HTTPRoute "web" (mesh-2-shop/services/web/routes). Write all of them in one; the service says which with routeDialect. (A7)'));
});

test('services of one mesh may have different dialects, and gateways have VirtualServices beside HTTPRoutes', () => {
  const { app, mesh, shop } = meshFor();
  service(shop, 'web').route({ timeout: Duration.seconds(3) });
  const api = shop.addService('api', { ports: [MeshPort.http(80)], selector: { app: 'api' }, routeDialect: RouteDialect.GATEWAY_API });
  api.route({ timeout: Duration.seconds(3) });
  mesh.addIngressGateway('public').expose(api, { hosts: ['api.example.com'] });
  expect(() => everything(app)).not.toThrow();
});
