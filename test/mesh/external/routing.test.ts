import { Duration } from 'cdk8s';
import { EgressGateway, HttpFault, MeshPort, RouteDialect, StringMatch } from '../../../src';
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

describe('in the words of the Gateway API', () => {
  const props = { routeDialect: RouteDialect.GATEWAY_API };

  test('routes belong to the ServiceEntry, and lead to its host', () => {
    const { app, mesh } = meshFor(props);
    const outside = mesh.addExternalService('weather', { hosts: ['a.example.com'], ports });
    outside.route({ timeout: Duration.seconds(3) });
    expect(everything(app)['mesh-1-control-plane'].filter(({ kind }) => kind === 'HTTPRoute')).toEqual([{
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'weather', namespace: 'istio-system' },
      spec: {
        parentRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: 'weather' }],
        rules: [{ backendRefs: [{ group: 'networking.istio.io', kind: 'Hostname', name: 'a.example.com', port: 80 }], timeouts: { request: '3s' } }],
      },
    }]);
  });

  test('each of several ports has a route', () => {
    const { app, mesh } = meshFor(props);
    mesh.addExternalService('weather', { hosts: ['a.example.com'], ports: [MeshPort.http(80), MeshPort.grpc(9000), MeshPort.tls(443)] })
      .route({ headers: { request: { set: { 'x-from': 'mesh' } } } });
    const routes = everything(app)['mesh-1-control-plane'].filter(({ kind }) => kind.endsWith('Route'));
    expect(routes.map(({ kind, metadata, spec }) => [kind, metadata.name, spec.parentRefs[0].port, spec.rules[0].backendRefs[0].port])).toEqual([
      ['HTTPRoute', 'weather', 80, 80], ['GRPCRoute', 'weather-2', 9000, 9000],
    ]);
  });

  test('several hosts cannot be told apart, and faults not be said', () => {
    const { mesh } = meshFor(props);
    const two = mesh.addExternalService('two', { hosts: ['a.example.com', 'b.example.com'], ports });
    expect(() => two.route({ timeout: Duration.seconds(3) })).toThrow(
      'A route of the Gateway API sends requests for all hosts of a ServiceEntry to one of them, and it has "a.example.com", "b.example.com". '
      + 'Declare an external service for each host, or write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.');
    const one = mesh.addExternalService('one', { hosts: ['c.example.com'], ports });
    expect(() => one.route({ fault: HttpFault.abort(503, 1) })).toThrow('An HTTPRoute of the Gateway API has no field for the option "fault" of a route. '
      + 'Write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO.');
  });

  test('one external service may have another dialect than the mesh', () => {
    const { app, mesh } = meshFor(props);
    mesh.addExternalService('weather', { hosts: ['a.example.com'], ports, routeDialect: RouteDialect.ISTIO }).route({ timeout: Duration.seconds(3) });
    expect(everything(app)['mesh-1-control-plane'].map(({ kind }) => kind)).toContain('VirtualService');
  });
});
