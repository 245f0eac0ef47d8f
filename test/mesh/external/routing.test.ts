import { Duration } from 'cdk8s';
import { EgressGateway, MeshPort, StringMatch } from '../../../src';
import { everything, meshFor } from '../harness';

const ports = [MeshPort.http(80)];

test('requests to each host of an external service are treated as its routes say, beside its ServiceEntry', () => {
  const { app, mesh } = meshFor();
  const outside = mesh.addExternalService('weather', { hosts: ['a.example.com', 'b.example.com'], ports });
  outside.route({ timeout: Duration.seconds(3) });
  outside.route({ match: [{ path: StringMatch.exact('/now') }], retries: { attempts: 0 } });
  const found = everything(app)['mesh-1-control-plane'].filter(({ kind }) => kind === 'VirtualService');
  expect(found).toEqual(['a.example.com', 'b.example.com'].map((host, index) => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: index === 0 ? 'weather' : 'weather-2', namespace: 'istio-system' },
    spec: {
      hosts: [host],
      http: [
        { match: [{ uri: { exact: '/now' } }], route: [{ destination: { host } }], retries: { attempts: 0 } },
        { route: [{ destination: { host } }], timeout: '3s' },
      ],
    },
  })));
});

test('only HTTP that proxies can read has requests to route', () => {
  const { mesh } = meshFor();
  const outside = mesh.addExternalService('tls', { hosts: ['a.example.com'], ports: [MeshPort.tls(443)] });
  expect(() => outside.route({ timeout: Duration.seconds(3) })).toThrow(
    'No port of the external service speaks HTTP that proxies can read ("tls-443"), so there are no requests to route. Make the port with MeshPort.http, and let proxies add TLS with originateTls.');
});

test('a route leads to one host, and not to a wildcard', () => {
  const { mesh } = meshFor();
  const outside = mesh.addExternalService('cdn', { hosts: ['*.example.com'], ports });
  expect(() => outside.route({})).toThrow('Requests to the wildcard "*.example.com" cannot be routed: a route leads to one host. Declare an external service with the host that is meant.');
});

test('two routes with the same match are refused', () => {
  const { mesh } = meshFor();
  const outside = mesh.addExternalService('weather', { hosts: ['a.example.com'], ports });
  outside.route({ timeout: Duration.seconds(3) });
  expect(() => outside.route({ timeout: Duration.seconds(4) })).toThrow('There is a route for all other requests already. Give this one a match, or put both into one route().');
});

test('a route with the same match twice is refused', () => {
  const { mesh } = meshFor();
  const outside = mesh.addExternalService('weather', { hosts: ['a.example.com'], ports });
  const match = { method: StringMatch.exact('GET') };
  expect(() => outside.route({ match: [match, { ...match }] })).toThrow(
    new Error('[mesh-1-control-plane/external/weather] Two routes are for method "GET". Put both into one route(), or ask for something else in one of them.'));
});

test('what leaves through a gateway is routed by the gateway', () => {
  const { mesh } = meshFor();
  const gateway = new EgressGateway(mesh.addNamespace('istio-egress'), 'out');
  const [first, second] = ['a', 'b'].map((name) => mesh.addExternalService(name, { hosts: [`${name}.example.com`], ports }));
  gateway.forward(first);
  expect(() => first.route({})).toThrow('Its traffic leaves through a gateway, which routes it. Leave route() out, or forward().');
  second.route({});
  expect(() => gateway.forward(second)).toThrow('It has routes of its own, and a gateway on its way would route it, too. Leave route() out, or forward().');
});
