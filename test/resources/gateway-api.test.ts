import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from '../../src';
import { loadedBundle } from '../../src/resources/bundle';
import { crdManifests } from '../../src/resources/crds';

const { GatewayDuration, HTTPPathModifier, HTTPRouteFilter } = gatewayapi;

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'shop' });
}

const SPEC: gatewayapi.HTTPRouteSpec = {
  parentRefs: [{ name: 'public', namespace: 'istio-ingress' }],
  hostnames: [Host.of('shop.example.com')],
  rules: [{
    matches: [{ path: { type: gatewayapi.PathMatchType.PATH_PREFIX, value: '/cart' } }],
    filters: [
      HTTPRouteFilter.requestHeaderModifier({ set: [{ name: 'x-shop', value: 'cart' }] }),
      HTTPRouteFilter.urlRewrite({ path: HTTPPathModifier.replacePrefixMatch('/') }),
    ],
    backendRefs: [{ name: 'cart', port: PortNumber.of(80), weight: 1 }],
    timeouts: { request: GatewayDuration.millis(1500) },
  }],
};

const WRITTEN = {
  parentRefs: [{ name: 'public', namespace: 'istio-ingress' }],
  hostnames: ['shop.example.com'],
  rules: [{
    matches: [{ path: { type: 'PathPrefix', value: '/cart' } }],
    filters: [
      { type: 'RequestHeaderModifier', requestHeaderModifier: { set: [{ name: 'x-shop', value: 'cart' }] } },
      { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
    ],
    backendRefs: [{ name: 'cart', port: 80, weight: 1 }],
    timeouts: { request: '1s500ms' },
  }],
};

test('there is a class for each kind that Istio reads, of the newest version that is served', () => {
  const classes = crdManifests(loadedBundle('gateway-api')).map(({ spec }) => (gatewayapi as any)[spec.names.kind].GVK);
  expect(classes).toEqual([
    'BackendTLSPolicy', 'GatewayClass', 'Gateway', 'GRPCRoute', 'HTTPRoute', 'ListenerSet', 'ReferenceGrant', 'TCPRoute', 'TLSRoute',
  ].map((kind) => ({ apiVersion: 'gateway.networking.k8s.io/v1', kind })));
});

test('what is given is written, and a filter names itself', () => {
  const scope = chart();
  new gatewayapi.HTTPRoute(scope, 'cart', { metadata: { name: 'cart' }, spec: SPEC });
  expect(Testing.synth(scope)).toEqual([{
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: WRITTEN,
  }]);
});

test('a manifest needs no chart', () => {
  expect(gatewayapi.HTTPRoute.manifest({ metadata: { name: 'cart' }, spec: SPEC })).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'cart' }, spec: WRITTEN,
  });
});

test('a patch may write what the standard channel does not have', () => {
  const scope = chart();
  const route = new gatewayapi.HTTPRoute(scope, 'cart', { metadata: { name: 'cart' }, spec: SPEC });
  route.addJsonPatch(JsonPatch.add('/spec/rules/0/retry', { attempts: 3 }));
  expect(Testing.synth(scope)[0].spec.rules[0].retry).toEqual({ attempts: 3 });
});

test('a field that the kind does not have is refused in plain data, and the nearest one named', () => {
  const manifest = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'cart' }, spec: { hostname: ['a.example'] } };
  expect(() => gatewayapi.HTTPRoute.fromManifest(chart(), 'cart', manifest)).toThrow(new Error(
    '[test/cart] The manifest is not one of a HTTPRoute.\n'
    + '  spec.hostname: there is no field "hostname", which has the value ["a.example"]. Write "hostnames".'));
});

test('a class of gateways belongs to the cluster, whatever the namespace of its chart', () => {
  const scope = chart();
  const spec = { controllerName: 'istio.io/gateway-controller' };
  new gatewayapi.GatewayClass(scope, 'internal', { metadata: { name: 'internal' }, spec });
  gatewayapi.GatewayClass.fromManifest(scope, 'other', { ...gatewayapi.GatewayClass.GVK, metadata: { name: 'other' }, spec });
  expect(Testing.synth(scope).map(({ metadata }) => metadata)).toEqual([{ name: 'internal' }, { name: 'other' }]);
});

test('a Gateway of the Gateway API is not one of Istio', () => {
  const scope = chart();
  const of = (apiVersion: string) => new ApiObject(scope, apiVersion.replace('/', '-'), { apiVersion, kind: 'Gateway' });
  expect([of('gateway.networking.k8s.io/v1beta1'), of('networking.istio.io/v1')].map((object) => gatewayapi.Gateway.isGateway(object))).toEqual([true, false]);
});

test('what a cluster would refuse fails synthesis', () => {
  const scope = chart();
  new gatewayapi.Gateway(scope, 'public', {
    metadata: { name: 'public' },
    spec: { gatewayClassName: 'istio', listeners: [{ name: 'tls', port: PortNumber.of(443), protocol: 'TLS' }] },
  });
  expect(scope.node.findChild('public').node.validate()).toEqual([
    'spec.listeners: [{"name":"tls","port":443,"protocol":"TLS","allowedRoutes":{"namespaces":{"fr... breaks a rule: '
    + 'tls mode must be set for protocol TLS. Change it so that this holds: '
    + 'self.all(l, (l.protocol == \'TLS\' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != \'\' : true)).',
  ]);
});

test('every message, field and word is explained', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { readSchema } = require('../../schema/tools/source') as typeof import('../../schema/tools/source');
  const { kinds, messages, enums } = readSchema('gateway-api');
  const silent = [
    ...Object.values(kinds).filter(({ doc }) => doc === undefined).map(({ kind }) => kind),
    ...Object.entries(messages).flatMap(([name, { doc, fields }]) => [
      ...(doc === undefined ? [name] : []),
      ...Object.entries(fields).filter(([, field]) => typeof field === 'string' || field.doc === undefined).map(([field]) => `${name}.${field}`),
    ]),
    ...Object.entries(enums).flatMap(([name, { doc, values }]) => [
      ...(doc === undefined ? [name] : []),
      ...Object.entries(values).filter(([, meaning]) => meaning === null).map(([word]) => `${name}.${word}`),
    ]),
  ];
  expect(silent).toEqual([]);
});

describe('the definitions', () => {
  const crds: Record<string, any> = Object.fromEntries(crdManifests(loadedBundle('gateway-api')).map((crd) => [crd.spec.names.kind, crd]));
  const schemaOf = (kind: string, version: string) => crds[kind].spec.versions.find(({ name }: any) => name === version).schema.openAPIV3Schema;

  test('say from which release and channel they are', () => {
    expect(new Set(Object.values(crds).map(({ metadata }: any) => JSON.stringify(metadata.annotations)))).toEqual(new Set([JSON.stringify({
      'api-approved.kubernetes.io': 'https://github.com/kubernetes-sigs/gateway-api/pull/4530',
      'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
      'gateway.networking.k8s.io/channel': 'standard',
    })]));
    expect(crds.BackendTLSPolicy.metadata.labels).toEqual({ 'gateway.networking.k8s.io/policy': 'Direct' });
    expect(crds.HTTPRoute.metadata.labels).toBeUndefined();
  });

  test('store one version each', () => {
    const storedBy = (crd: any) => crd.spec.versions.filter(({ storage }: any) => storage).map(({ name }: any) => name);
    const stored = Object.values(crds).map((crd) => [crd.spec.names.kind, storedBy(crd)]);
    expect(Object.fromEntries(stored)).toEqual({
      BackendTLSPolicy: ['v1'],
      GatewayClass: ['v1'],
      Gateway: ['v1'],
      GRPCRoute: ['v1'],
      HTTPRoute: ['v1'],
      ListenerSet: ['v1'],
      ReferenceGrant: ['v1beta1'],
      TCPRoute: ['v1'],
      TLSRoute: ['v1'],
    });
  });

  test('have a schema of its own for a version that looks otherwise', () => {
    const [v1, v1alpha2] = ['v1', 'v1alpha2'].map((version) => schemaOf('TLSRoute', version).properties.spec);
    expect([v1.required, v1alpha2.required]).toEqual([['hostnames', 'rules'], ['rules']]);
    expect([v1.properties.rules.maxItems, v1alpha2.properties.rules.maxItems]).toEqual([1, 16]);
    expect(schemaOf('TLSRoute', 'v1alpha3')).toEqual(schemaOf('TLSRoute', 'v1'));
    expect(crds.TLSRoute.spec.versions.map(({ name, served, deprecated }: any) => [name, served, deprecated])).toEqual([
      ['v1', true, undefined], ['v1alpha2', false, true], ['v1alpha3', false, true],
    ]);
  });

  test('have defaults at the place of use, keys of lists, words of enums that hold there, and the standard fields', () => {
    const { properties, required } = schemaOf('Gateway', 'v1');
    expect(required).toEqual(['spec']);
    expect([properties.apiVersion, properties.kind, properties.metadata]).toEqual([{ type: 'string' }, { type: 'string' }, { type: 'object' }]);
    const { listeners, allowedListeners } = properties.spec.properties;
    expect([listeners['x-kubernetes-list-type'], listeners['x-kubernetes-list-map-keys']]).toEqual(['map', ['name']]);
    const { allowedRoutes } = listeners.items.properties;
    expect(allowedRoutes.default).toEqual({ namespaces: { from: 'Same' } });
    expect(allowedRoutes.properties.namespaces.properties.from).toEqual({ type: 'string', default: 'Same', enum: ['All', 'Selector', 'Same'] });
    expect(allowedListeners.properties.namespaces.properties.from).toEqual({ type: 'string', default: 'None', enum: ['All', 'Selector', 'Same', 'None'] });
  });

  test('have no status where the release has none', () => {
    expect(Object.keys(schemaOf('ReferenceGrant', 'v1').properties)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(crds.ReferenceGrant.spec.versions[0].subresources).toEqual({});
  });
});
