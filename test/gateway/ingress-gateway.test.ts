import * as kplus from 'cdk8s-plus-28';
import { MeshPort, Posture } from '../../src';
import { deployment, everything, find, meshFor, service } from '../mesh/harness';

const INGRESS = 'mesh-2-istio-ingress';

test('a service exposed over plain HTTP has a server, a route, and rules on both sides', () => {
  const { app, mesh, shop } = meshFor();
  const web = service(shop, 'web');
  mesh.addIngressGateway('public').expose(web, { hosts: ['shop.example.com'] });
  const gatewayObjects = everything(app)[INGRESS];
  expect(gatewayObjects.find(({ kind }) => kind === 'Gateway')).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public', namespace: 'istio-ingress' },
    spec: {
      selector: { app: 'public', istio: 'public' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['./shop.example.com'] }],
    },
  });
  expect(gatewayObjects.find(({ kind }) => kind === 'AuthorizationPolicy').spec).toEqual({
    selector: { matchLabels: { app: 'public', istio: 'public' } },
    rules: [{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] }],
  });
  expect(gatewayObjects.find(({ kind }) => kind === 'VirtualService').spec).toEqual({
    hosts: ['shop.example.com'],
    gateways: ['istio-ingress/public'],
    http: [{ route: [{ destination: { host: 'web.shop.svc.cluster.local' } }] }],
  });
  expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules).toEqual([{
    from: [{ source: { principals: ['cluster.local/ns/istio-ingress/sa/public-service-account'] } }],
    to: [{ operation: { ports: ['8080'] } }],
  }]);
});

test('the pods of the gateway have the labels that its Gateway selects', () => {
  const { app, mesh, shop } = meshFor();
  mesh.addIngressGateway('public').expose(service(shop, 'web'), { hosts: ['*'] });
  const deploymentOfGateway = everything(app)[INGRESS].find(({ kind }) => kind === 'Deployment');
  expect(deploymentOfGateway.metadata).toMatchObject({ name: 'public', namespace: 'istio-ingress' });
  expect(deploymentOfGateway.spec.template.metadata.labels).toMatchObject({ app: 'public', istio: 'public' });
});

test('a certificate serves HTTPS and redirects plain HTTP', () => {
  const { mesh, shop, app } = meshFor();
  const gateway = mesh.addIngressGateway('public');
  const secret = kplus.Secret.fromSecretName(shop, 'imported', 'shop-tls');
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], credential: secret });
  expect(everything(app)[INGRESS].find(({ kind }) => kind === 'Gateway').spec.servers).toEqual([
    { port: { number: 80, name: 'http-redirect', protocol: 'HTTP' }, hosts: ['./shop.example.com'], tls: { httpsRedirect: true } },
    {
      port: { number: 443, name: 'https-shop-tls', protocol: 'HTTPS' },
      hosts: ['./shop.example.com'],
      tls: { mode: 'SIMPLE', credentialName: 'shop-tls' },
    },
  ]);
});

test('routes of the service hold at the gateway too, below each of the paths', () => {
  const { app, mesh, shop } = meshFor();
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })] });
  const v1 = web.addVersion('v1', deployment(shop, 'web-v1', { labels: { app: 'web', version: 'v1' } }));
  mesh.addIngressGateway('public').expose(web, { hosts: ['shop.example.com'], paths: ['/shop'] });
  web.split(v1.weight(100));
  expect(everything(app)[INGRESS].find(({ kind }) => kind === 'VirtualService').spec.http).toEqual([{
    match: [{ uri: { exact: '/shop' } }, { uri: { prefix: '/shop/' } }],
    route: [{ destination: { host: 'web.shop.svc.cluster.local', subset: 'v1' } }],
  }]);
});

test('two services share a host by path, and not the same path', () => {
  const { app, mesh, shop } = meshFor();
  const gateway = mesh.addIngressGateway('public');
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], paths: ['/web'] });
  gateway.expose(service(shop, 'api'), { hosts: ['shop.example.com'], paths: ['/api'] });
  expect(() => everything(app)).not.toThrow();
  gateway.expose(service(shop, 'late'), { hosts: ['shop.example.com'], paths: ['/api'] });
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh] Gateway "mesh-2-istio-ingress/public" exposes both "mesh-2-shop/services/api" and "mesh-2-shop/services/late" at shop.example.com:80/api. '
    + 'Give one of them another host or another path.'));
});

test('a posture without policies has none for the gateway', () => {
  const { app, mesh, shop } = meshFor({ posture: Posture.OPEN });
  mesh.addIngressGateway('public').expose(service(shop, 'web'), { hosts: ['*'] });
  expect(Object.values(everything(app)).flat().filter(({ kind }) => kind === 'AuthorizationPolicy')).toEqual([]);
});

test('a gateway that exposes nothing is reported', () => {
  const { app, mesh } = meshFor();
  mesh.addIngressGateway('public');
  expect(() => everything(app)).toThrow(new Error('Validation failed with the following errors:\n'
    + '  [mesh-2-istio-ingress/public] The gateway exposes nothing. Call expose() with a service, or leave the gateway out.'));
});
