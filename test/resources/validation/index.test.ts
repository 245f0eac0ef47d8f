import { formatFinding, validateObject, validateObjects, ValidationOptions } from '../../../src/resources/validation';
import { fc } from '../../properties';

function route(spec: unknown, more: object = {}): object {
  return { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web', namespace: 'shop' }, spec, ...more };
}

const GOOD = { hosts: ['web.shop.svc.cluster.local'], http: [{ route: [{ destination: { host: 'web.shop.svc.cluster.local' } }] }] };
const said = (object: unknown, options?: ValidationOptions): string[] => validateObject(object, options).map(formatFinding);

test('A good object is said nothing of, in every version that is served', () => {
  for (const version of ['v1', 'v1beta1', 'v1alpha3']) {
    expect(said(route(GOOD, { apiVersion: `networking.istio.io/${version}` }))).toEqual([]);
  }
});

test('A version that is not served is a finding, with one that is', () => {
  expect(said(route(GOOD, { apiVersion: 'networking.istio.io/v2' }))).toEqual([
    'apiVersion: VirtualService has no version "v2". Write networking.istio.io/v1.',
  ]);
});

test('A finding has its source, its place, the value and what to do', () => {
  expect(validateObject(route({ ...GOOD, http: [{ ...GOOD.http[0], timeout: '5' }] }))).toEqual([{
    severity: 'error',
    source: 'rule',
    path: 'spec.http[0].timeout',
    steps: ['spec', 'http', 0, 'timeout'],
    value: '5',
    problem: '"5" cannot be held to a rule: "5" is no duration',
    fix: 'Write a number with a unit, of at least 1ms, such as 500ms, 5s or 1h30m',
  }]);
});

test('Structure, rules and admission speak at once, and none of them twice of the same value', () => {
  const object = route({
    host: ['a'], hosts: ['-bad-'], http: [{ route: [{ destination: { host: 'a', port: { number: 99999999999 } } }], timeout: '1us', retries: { attempts: -1 } }],
  });
  const findings = validateObject(object);
  expect(findings.map(({ source, path }) => `${source} ${path}`)).toEqual([
    'structure spec.host',
    'structure spec.http[0].route[0].destination.port.number',
    'rule spec.http[0].timeout',
  ]);
});

test('Where Istio can read an object, its own checks speak of the rest', () => {
  const sources = validateObject(route({ hosts: ['-bad-'], http: [{ ...GOOD.http[0], timeout: '1us' }] })).map(({ source }) => source);
  expect(sources).toEqual(['rule', 'admission']);
});

test('The sources can be chosen', () => {
  const object = route({ hosts: ['-bad-'], http: [{ ...GOOD.http[0], timeout: '1us', mirror: 'x' }] });
  expect(validateObject(object, { sources: ['structure'] }).map(({ path }) => path)).toEqual(['spec.http[0].mirror']);
  expect(validateObject(object, { sources: ['rule'] }).map(({ path }) => path)).toEqual(['spec.http[0].timeout']);
  expect(validateObject(object, { sources: ['admission'] }).map(({ path }) => path)).toEqual(['spec.http[0].mirror']);
});

test('A rule is not asked of a value of the wrong form, and of all others it is', () => {
  const port = (number: unknown): object => ({ number, name: `http-${String(number)}`, protocol: 'HTTP' });
  const entry = { apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 'a' }, spec: { hosts: ['a.b'], resolution: 'DNS', ports: [port('x'), port(0)] } };
  expect(said(entry, { sources: ['structure', 'rule'] })).toEqual([
    'spec.ports[0].number: "x" is a string, where a whole number is expected. Write a whole number.',
    'spec.ports[1].number: 0 breaks a rule: port must be between 1-65535. Use a port from 1 to 65535.',
  ]);
});

test('Kinds of the Gateway API are checked by their structure and rules, with their defaults', () => {
  const gateway = (listeners: object[]): object => ({
    apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'web' }, spec: { gatewayClassName: 'istio', listeners },
  });
  expect(said(gateway([{ name: 'http', port: 80, protocol: 'HTTP' }]))).toEqual([]);
  expect(said(gateway([{ name: 'tls', port: 443, protocol: 'HTTPS', tls: {} }]))).toHaveLength(1);
  expect(said(gateway([{ name: 'http', port: 0, protocol: 'HTTP' }]))).toEqual(['spec.listeners[0].port: 0 is too small. Use a number of at least 1.']);
});

test('A Gateway of Istio and one of the Gateway API are told apart by their group', () => {
  expect(said({ apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'web' }, spec: { gatewayClassName: 'istio' } })[0])
    .toMatch(/^spec\.gatewayClassName: there is no field "gatewayClassName" here\./);
});

test('The status of an object may be there: it is dropped, and only strangers in it are refused', () => {
  expect(said(route(GOOD, { status: { observedGeneration: true } }))).toEqual([]);
  const gateway = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GatewayClass', metadata: { name: 'web' }, spec: { controllerName: 'a.b/c' } };
  expect(said({ ...gateway, status: { conditions: 5, condition: [] } })).toEqual(['status.condition: there is no field "condition" here. Write conditions.']);
});

test('Strangers beside the spec are refused', () => {
  expect(said(route(GOOD, { specc: {} }))).toEqual(['specc: there is no field "specc" here. Write spec.']);
});

test('A spec that a kind needs is missing, also where it is null', () => {
  const plugin = { apiVersion: 'extensions.istio.io/v1alpha1', kind: 'WasmPlugin', metadata: { name: 'a' } };
  expect(said(plugin, { sources: ['structure'] })).toEqual(['spec: spec is missing. Add spec.']);
  expect(said({ ...plugin, spec: null }, { sources: ['structure'] })).toEqual(['spec: spec is missing. Add spec.']);
});

test('Other kinds, and what is no object, are left alone', () => {
  for (const other of [
    null, undefined, 5, 'x', [], {}, { apiVersion: 'v1', kind: 'Service' }, { apiVersion: 'networking.istio.io/v1' }, { apiVersion: 1, kind: 2 },
    { apiVersion: 'networking.istio.io/v1', kind: 'Nosuch' }, { apiVersion: 'networking.istio.io/v1/x', kind: 'VirtualService' },
    { apiVersion: 'networking.istio.io/v1', kind: 'constructor' }, { apiVersion: 'example.com/v1', kind: 'VirtualService' },
  ]) {
    expect(validateObject(other)).toEqual([]);
  }
});

test('Several objects are answered in their order', () => {
  expect(validateObjects([route(GOOD), route({ ...GOOD, gateways: 'mesh' }), null]).map((findings) => findings.length)).toEqual([0, 1, 0]);
});

test('Whatever an object holds, nothing is thrown, and it is not changed', () => {
  const kinds = fc.constantFrom(
    ['networking.istio.io/v1', 'VirtualService'], ['networking.istio.io/v1', 'ServiceEntry'], ['networking.istio.io/v1alpha3', 'EnvoyFilter'],
    ['security.istio.io/v1', 'AuthorizationPolicy'], ['telemetry.istio.io/v1', 'Telemetry'], ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  );
  const keys = fc.constantFrom('hosts', 'http', 'route', 'metadata', 'name', 'labels', 'selector', 'rules', 'configPatches', 'match', 'tls', 'ports', '__proto__', 'x');
  const anything = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.constantFrom<unknown>(null, undefined, NaN, 10n, Symbol.iterator, () => 1, new Date(0), '', 'a', 5, true), fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 4 })),
  })).value;
  fc.assert(fc.property(kinds, anything, anything, ([apiVersion, kind], spec, metadata) => {
    const object = { apiVersion, kind, metadata, spec };
    const before = Object.keys(object);
    expect(Array.isArray(validateObject(object))).toBe(true);
    expect(Object.keys(object)).toEqual(before);
  }), { numRuns: 1000, seed: 1 });
});
