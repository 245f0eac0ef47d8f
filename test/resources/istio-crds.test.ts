import { App, Chart, Testing } from 'cdk8s';
import { crdManifests } from '../../src/resources/crds';
import { IstioCrds } from '../../src/resources/istio-crds';

const names = (crds: any[]): string[] => crds.map(({ metadata }) => metadata.name);
const versions = (crds: any[]): any[] => crds[0].spec.versions.map(({ name, served, storage }: any) => ({ name, served, storage }));

test('without options they are those of Istio, as the installer writes them', () => {
  expect(IstioCrds.manifests()).toEqual(crdManifests());
});

test('the kinds of the Gateway API stand beside them on request, all in the order of their names', () => {
  const all = names(IstioCrds.manifests({ gatewayApi: true }));
  expect(all).toEqual([...all].sort());
  expect(all.filter((name) => name.endsWith('.gateway.networking.k8s.io'))).toEqual([
    'backendtlspolicies.gateway.networking.k8s.io',
    'gatewayclasses.gateway.networking.k8s.io',
    'gateways.gateway.networking.k8s.io',
    'grpcroutes.gateway.networking.k8s.io',
    'httproutes.gateway.networking.k8s.io',
    'listenersets.gateway.networking.k8s.io',
    'referencegrants.gateway.networking.k8s.io',
    'tcproutes.gateway.networking.k8s.io',
    'tlsroutes.gateway.networking.k8s.io',
  ]);
  expect(all).toHaveLength(15 + 9);
});

test('kinds are chosen and left out by their own names or those of their definitions', () => {
  expect(names(IstioCrds.manifests({ kinds: ['VirtualService', 'gateways.networking.istio.io', 'Sidecar'], exclude: ['Sidecar'] }))).toEqual([
    'gateways.networking.istio.io', 'virtualservices.networking.istio.io',
  ]);
  expect(names(IstioCrds.manifests({ exclude: ['envoyfilters.networking.istio.io'] }))).toEqual(
    names(crdManifests()).filter((name) => name !== 'envoyfilters.networking.istio.io'));
  expect(IstioCrds.manifests({ kinds: [] })).toEqual([]);
});

test('a kind serves the versions that are named, and keeps the one that clusters store', () => {
  expect(versions(IstioCrds.manifests({ kinds: ['Telemetry'], versions: { Telemetry: ['v1'] } }))).toEqual([
    { name: 'v1', served: true, storage: false },
    { name: 'v1alpha1', served: false, storage: true },
  ]);
  expect(versions(IstioCrds.manifests({ kinds: ['Gateway'], versions: { 'gateways.networking.istio.io': ['v1'] } }))).toEqual([
    { name: 'v1', served: true, storage: true },
  ]);
});

test.each([
  ['a misspelt kind', { kinds: ['VirtualServce'] }, '"VirtualServce" is no kind that has a definition here. Did you mean "VirtualService"?'],
  ['a misspelt definition', { exclude: ['envoyfilter.networking.istio.io'] },
    '"envoyfilter.networking.istio.io" is no kind that has a definition here. Did you mean "envoyfilters.networking.istio.io"?'],
  ['a kind of the Gateway API that is not asked for', { kinds: ['HTTPRoute'] },
    '"HTTPRoute" is a kind of the Gateway API, which is not asked for. Set gatewayApi to true, or leave the kind out.'],
  ['a kind that two definitions have', { kinds: ['Gateway'], gatewayApi: true },
    '"Gateway" is the kind of 2 definitions. Choose by name: "gateways.gateway.networking.k8s.io", "gateways.networking.istio.io".'],
  ['a version that there is not', { versions: { Telemetry: ['v1beta1'] } },
    '"v1beta1" is no version in which Telemetry is served. Choose from: "v1", "v1alpha1".'],
  ['a version that is in the definition and not served', { gatewayApi: true, versions: { TLSRoute: ['v1alpha2'] } },
    '"v1alpha2" is no version in which TLSRoute is served. Choose from: "v1".'],
  ['no version at all', { versions: { Telemetry: [] } }, 'Telemetry would have no version. Choose from: "v1", "v1alpha1"; or exclude the kind.'],
  ['a name like no other', { kinds: ['ConfigMap'] },
    '"ConfigMap" is no kind that has a definition here. Choose from: "AuthorizationPolicy", "DestinationRule", "EnvoyFilter", "Gateway", '
    + '"PeerAuthentication", "ProxyConfig", "RequestAuthentication", "ServiceEntry", "Sidecar", "Telemetry", "TrafficExtension", '
    + '"VirtualService", "WasmPlugin", "WorkloadEntry", "WorkloadGroup".'],
])('%s is refused', (_what, props, message) => {
  expect(() => IstioCrds.manifests(props as any)).toThrow(new Error(message));
});

test('nothing else refers to what is returned', () => {
  IstioCrds.manifests({ gatewayApi: true }).forEach((crd) => { crd.spec.versions[0].schema.openAPIV3Schema.properties.spec = 'changed'; });
  expect(IstioCrds.manifests()).toEqual(crdManifests());
});

test('a construct adds them to its chart, outside of the namespace of the chart', () => {
  const chart = new Chart(Testing.app(), 'crds', { namespace: 'istio-system' });
  new IstioCrds(chart, 'istio', { kinds: ['GatewayClass', 'Sidecar'], gatewayApi: true });
  expect(Testing.synth(chart)).toEqual(IstioCrds.manifests({ kinds: ['GatewayClass', 'Sidecar'], gatewayApi: true }));
});

test('the construct that is given a wrong name is named', () => {
  const chart = new Chart(new App(), 'crds');
  expect(() => new IstioCrds(chart, 'istio', { exclude: ['Sidecars'] })).toThrow(new Error(
    '[crds/istio] "Sidecars" is no kind that has a definition here. Did you mean "Sidecar"?'));
});
