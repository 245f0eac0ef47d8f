import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import {
  AuthorizationPolicy, AuthorizationPolicyAction, DestinationRule, Gateway, Host, ObjectReference, PortNumber, PortSelector, ProtoDuration,
  PullPolicy, RequestAuthentication, Telemetry, VirtualService, VirtualServiceSpec, WasmPlugin, WorkloadGroup,
} from '../../src';
import * as resources from '../../src/resources';
import { crdManifests } from '../../src/resources/crds';

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'shop', labels: { team: 'a' } });
}

const WEB = Host.of('web');
const ROUTE: VirtualServiceSpec = {
  hosts: [WEB],
  http: [{ route: [{ destination: { host: WEB, port: PortSelector.of(80) }, weight: 100 }], timeout: ProtoDuration.seconds(5) }],
};
const WRITTEN = { hosts: ['web'], http: [{ route: [{ destination: { host: 'web', port: { number: 80 } }, weight: 100 }], timeout: '5s' }] };

test('there is a class for each kind, of the newest version that is served', () => {
  const classes = crdManifests().map(({ spec }) => (resources as any)[spec.names.kind].GVK);
  expect(classes).toEqual(crdManifests().map(({ spec }) => ({
    apiVersion: `${spec.group}/${['v1', 'v1beta1', 'v1alpha3', 'v1alpha1'].find((name) => spec.versions.some((version: any) => version.name === name && version.served))}`,
    kind: spec.names.kind,
  })));
});

test('what is given is written, with the name, namespace and labels of the chart', () => {
  const scope = chart();
  new VirtualService(scope, 'web', { spec: ROUTE });
  expect(Testing.synth(scope)).toEqual([{
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'test-web-c8694308', namespace: 'shop', labels: { team: 'a' } },
    spec: WRITTEN,
  }]);
});

test('metadata is complete', () => {
  const scope = chart();
  new WorkloadGroup(scope, 'vms', {
    metadata: { name: 'vms', namespace: 'legacy', annotations: { note: 'x' }, labels: { tier: 'db' }, finalizers: ['keep'] },
    spec: { template: { serviceAccount: 'db' } },
  });
  expect(Testing.synth(scope)[0].metadata).toEqual(
    { name: 'vms', namespace: 'legacy', annotations: { note: 'x' }, labels: { team: 'a', tier: 'db' }, finalizers: ['keep'] });
});

test('a VirtualService keeps a JSON patch on an unknown field', () => {
  const scope = chart();
  const service = new VirtualService(scope, 'web', { spec: ROUTE });
  service.addJsonPatch(
    JsonPatch.add('/spec/http/0/newField', { deep: [1] }), JsonPatch.replace('/spec/http/0/timeout', '7s'), JsonPatch.add('/extra', true));
  const { spec, extra } = service.toJson();
  expect([spec.http[0].newField, spec.http[0].timeout, extra]).toEqual([{ deep: [1] }, '7s', true]);
});

test('an old spelling that a patch writes stays as it is', () => {
  const scope = chart();
  new RequestAuthentication(scope, 'jwt', { spec: { jwtRules: [{ issuer: 'a' }] } })
    .addJsonPatch(JsonPatch.add('/spec/jwtRules/0/jwks_uri', 'https://example.com/keys'));
  expect(Testing.synth(scope)[0].spec).toEqual({ jwtRules: [{ issuer: 'a', jwks_uri: 'https://example.com/keys' }] });
});

test('what is undefined is left out; empty, false and zero stay', () => {
  const scope = chart();
  const spec: VirtualServiceSpec = {
    hosts: [], http: [{ name: '', match: undefined, route: [{ destination: { host: WEB }, weight: 0 }], retries: { retryRemoteLocalities: false } }],
  };
  const service = new VirtualService(scope, 'web', { spec });
  const written = { hosts: [], http: [{ name: '', route: [{ destination: { host: 'web' }, weight: 0 }], retries: { retryRemoteLocalities: false } }] };
  expect(service.toJson().spec).toEqual(written);
  expect(VirtualService.manifest({ spec })).toEqual({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', spec: written });
  expect(Object.keys(VirtualService.manifest({ spec }).spec.http[0])).toEqual(['name', 'route', 'retries']);
});

test('lazy values are asked when the chart is written', () => {
  const scope = chart();
  const hosts: Host[] = [];
  new VirtualService(scope, 'web', { spec: { ...ROUTE, hosts: Lazy.any({ produce: () => hosts }) } });
  hosts.push(Host.of('late'));
  expect(Testing.synth(scope)[0].spec).toEqual({ ...WRITTEN, hosts: ['late'] });
});

test('writing twice gives the same, and changes nothing of what was given', () => {
  const scope = chart();
  const spec = { ...ROUTE, hosts: [WEB] };
  new VirtualService(scope, 'web', { spec });
  expect(Testing.synth(scope)).toEqual(Testing.synth(scope));
  expect(spec).toEqual(ROUTE);
});

test('what is changed after it was given is not written', () => {
  const scope = chart();
  const hosts = [WEB];
  new VirtualService(scope, 'web', { spec: { ...ROUTE, hosts } });
  hosts.push(Host.any());
  expect(Testing.synth(scope)[0].spec).toEqual(WRITTEN);
});

test('a manifest without a chart is a copy of plain data', () => {
  const props = { metadata: { name: 'web' }, spec: ROUTE };
  const manifest = VirtualService.manifest(props);
  expect(manifest).toEqual({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' }, spec: WRITTEN });
  manifest.spec.hosts.push('other');
  expect(VirtualService.manifest(props).spec.hosts).toEqual(['web']);
});

test('version and kind are those of the class, whatever else is given', () => {
  const props = { apiVersion: 'v1', kind: 'Secret', spec: {} } as any;
  expect(Telemetry.manifest(props)).toEqual({ apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', spec: {} });
  const scope = chart();
  const telemetry = new Telemetry(scope, 'telemetry', props);
  expect([telemetry.apiVersion, telemetry.kind, telemetry.apiGroup, ApiObject.isApiObject(telemetry)]).toEqual(
    ['telemetry.istio.io/v1', 'Telemetry', 'telemetry.istio.io', true]);
});

test('enums have the words of the wire', () => {
  expect(AuthorizationPolicyAction).toEqual({ ALLOW: 'ALLOW', DENY: 'DENY', AUDIT: 'AUDIT', CUSTOM: 'CUSTOM' });
  expect(PullPolicy).toEqual({ UNSPECIFIED_POLICY: 'UNSPECIFIED_POLICY', IF_NOT_PRESENT: 'IfNotPresent', ALWAYS: 'Always' });
  expect(WasmPlugin.manifest({ spec: { url: 'oci://a', imagePullPolicy: PullPolicy.IF_NOT_PRESENT } }).spec).toEqual(
    { url: 'oci://a', imagePullPolicy: 'IfNotPresent' });
});

test('a policy without rules is written with an empty spec', () => {
  const scope = chart();
  new AuthorizationPolicy(scope, 'deny', { spec: {} });
  expect(Testing.synth(scope)[0].spec).toEqual({});
});

test('an object is of its kind whoever made it, of whatever version; one of another group is not', () => {
  const scope = chart();
  const own = new Gateway(scope, 'own', { spec: {} });
  const old = new ApiObject(scope, 'old', { apiVersion: 'networking.istio.io/v1alpha3', kind: 'Gateway' });
  const other = new ApiObject(scope, 'other', { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' });
  expect([own, old, other, scope, undefined, { apiVersion: 'networking.istio.io/v1', kind: 'Gateway' }].map((one) => Gateway.isGateway(one))).toEqual(
    [true, true, false, false, false, false]);
  expect(VirtualService.isVirtualService(own)).toBe(false);
});

test('an object that is made elsewhere has a reference', () => {
  const reference = Gateway.fromName('public', 'istio-ingress');
  expect({ ...reference }).toEqual({ apiVersion: 'networking.istio.io/v1', kind: 'Gateway', name: 'public', namespace: 'istio-ingress' });
  expect([reference.apiGroup, Gateway.fromName('public').namespace]).toEqual(['networking.istio.io', undefined]);
  expect(() => DestinationRule.fromName('')).toThrow(new Error('The name of a DestinationRule is "". Give the name that it has in the cluster.'));
  expect(() => ObjectReference.of(Gateway.GVK, 'a', '')).toThrow(new Error('The namespace of a Gateway is "". Give the namespace that it has in the cluster.'));
});

test('values with units are written wherever they stand: in lists, in maps, and where null is allowed', () => {
  const scope = chart();
  new resources.WorkloadEntry(scope, 'vm', { spec: { address: '10.0.0.1', ports: { http: PortNumber.of(8080) } } });
  expect(Testing.synth(scope)[0].spec).toEqual({ address: '10.0.0.1', ports: { http: 8080 } });
});
