import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { DestinationRule, EnvoyFilter, RequestAuthentication, VirtualService } from '../../src';

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'shop' });
}

const ROUTE = {
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'VirtualService',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: { hosts: ['web'], http: [{ match: [{ headers: { 'x-any': { exact: 'a' } } }], route: [{ destination: { host: 'web', port: { number: 80 } } }], timeout: '5s' }] },
};

function messageOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('an object from plain data is written as it is given, in the version that it has', () => {
  const scope = chart();
  const object = VirtualService.fromManifest(scope, 'web', ROUTE);
  expect([ApiObject.isApiObject(object), VirtualService.isVirtualService(object), object.name]).toEqual([true, true, 'web']);
  expect(Testing.synth(scope)).toEqual([{ ...ROUTE, metadata: { ...ROUTE.metadata, namespace: 'shop' } }]);
});

test('it can be patched, and nothing of what was given changes', () => {
  const scope = chart();
  const given = structuredClone(ROUTE);
  const object = VirtualService.fromManifest(scope, 'web', given);
  object.addJsonPatch(JsonPatch.add('/spec/http/0/brandNew', 1));
  given.spec.hosts.push('other');
  expect(object.toJson().spec).toEqual({ hosts: ['web'], http: [{ ...ROUTE.spec.http[0], brandNew: 1 }] });
});

test('all that the kind does not have is named at once, with the nearest field that it has', () => {
  const manifest: any = structuredClone(ROUTE);
  manifest.metadata.lables = { a: 'b' };
  manifest.spec.hots = ['web'];
  manifest.spec.http[0].timout = '3s';
  manifest.spec.http[0].match[0].headers['x-any'].exakt = 'b';
  manifest.spec.http[0].route[0].destination.port.zzzzzz = { deep: true };
  manifest.spce = {};
  expect(messageOf(() => VirtualService.fromManifest(chart(), 'web', manifest))).toBe([
    '[test/web] The manifest is not one of a VirtualService.',
    '  spec.http[0].match[0].headers.x-any.exakt: there is no field "exakt", which has the value "b". Write "exact".',
    '  spec.http[0].route[0].destination.port.zzzzzz: there is no field "zzzzzz", which has the value {"deep":true}. Take it away, or choose from: number.',
    '  spec.http[0].timout: there is no field "timout", which has the value "3s". Write "timeout".',
    '  spec.hots: there is no field "hots", which has the value ["web"]. Write "hosts".',
    '  spce: there is no field "spce", which has the value {}. Write "spec".',
    '  metadata.lables: there is no field "lables", which has the value {"a":"b"}. Write "labels".',
  ].join('\n'));
});

test('another kind, a version that there is not, and a status are refused together', () => {
  const scope = chart();
  const manifest = { apiVersion: 'networking.istio.io/v2', kind: 'Gateway', spec: { host: 'a' }, status: { conditions: [] } };
  expect(messageOf(() => DestinationRule.fromManifest(scope, 'web', manifest))).toBe([
    '[test/web] The manifest is not one of a DestinationRule.',
    '  apiVersion: "networking.istio.io/v2" is not a version of DestinationRule. '
    + 'Choose from: networking.istio.io/v1, networking.istio.io/v1beta1, networking.istio.io/v1alpha3.',
    '  kind: "Gateway" is not DestinationRule. Use the class of that kind, or correct the kind.',
    '  status: {"conditions":[]} is written by the cluster alone. Take it away.',
  ].join('\n'));
  expect(scope.node.children).toEqual([]);
});

test('what is no object is refused', () => {
  expect(messageOf(() => VirtualService.fromManifest(chart(), 'web', 'kind: VirtualService'))).toBe(
    '[test/web] The manifest is not one of a VirtualService.\n  "kind: VirtualService" is no object. Give the object as plain data, such as a parsed YAML document.');
});

test('old spellings are known, and what has a free form has any field', () => {
  const scope = chart();
  const old = { apiVersion: 'security.istio.io/v1', kind: 'RequestAuthentication', metadata: { name: 'a' }, spec: { jwtRules: [{ issuer: 'a', jwks_uri: 'https://a' }] } };
  const free = {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: { name: 'b' },
    spec: { configPatches: [{ applyTo: 'CLUSTER', patch: { operation: 'MERGE', value: { anything: { at: ['all'] } } } }] },
  };
  RequestAuthentication.fromManifest(scope, 'a', old);
  EnvoyFilter.fromManifest(scope, 'b', free);
  expect(Testing.synth(scope).map(({ spec }) => spec)).toEqual([old.spec, free.spec]);
});

test('a field with the name of something that every object has is no field', () => {
  const manifest = { ...ROUTE, spec: JSON.parse('{"hosts": ["a"], "constructor": 1, "__proto__": {}}') };
  expect(messageOf(() => VirtualService.fromManifest(chart(), 'web', manifest)).split('\n').map((line) => line.split(':')[0])).toEqual(
    ['[test/web] The manifest is not one of a VirtualService.', '  spec.constructor', '  spec.__proto__']);
});
