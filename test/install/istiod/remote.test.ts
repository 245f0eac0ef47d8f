import { load } from 'js-yaml';
import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, rendered } from '../rendered';

const remote = (global: JsonObject = {}, istiodRemote: JsonObject = {}, more: JsonObject = {}): Manifest[] =>
  rendered('istiod', { global, istiodRemote: { enabled: true, ...istiodRemote }, ...more });
const namesOf = (objects: Manifest[], ...kinds: string[]): string[] => objects.filter(({ kind }) => kinds.includes(kind)).map(nameOf);
const discoveryAddress = (objects: Manifest[], name = 'istio'): string =>
  (load(find(objects, `ConfigMap/${name}`).data.mesh) as JsonObject).defaultConfig.discoveryAddress;

describe('a cluster whose istiod is elsewhere', () => {
  test('runs none, and gives it no rights', () => {
    expect(remote().map(nameOf)).toEqual([
      'ClusterRole/istio-reader-clusterrole-istio-system',
      'ClusterRoleBinding/istio-reader-clusterrole-istio-system',
      'MutatingWebhookConfiguration/istio-sidecar-injector',
      'ConfigMap/istio',
      'ConfigMap/istio-sidecar-injector',
      'ConfigMap/values',
    ]);
  });

  test('lets who reads it hand out certificates and mend webhooks', () => {
    const rules = (objects: Manifest[]): JsonObject[] => find(objects, 'ClusterRole/istio-reader-clusterrole-istio-system').rules;
    expect(rules(remote()).slice(rules(rendered('istiod')).length)).toEqual([
      { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'get', 'list', 'watch', 'update'] },
      {
        apiGroups: ['admissionregistration.k8s.io'],
        resources: ['mutatingwebhookconfigurations'],
        verbs: ['get', 'list', 'watch', 'update', 'patch'],
      },
      {
        apiGroups: ['admissionregistration.k8s.io'],
        resources: ['validatingwebhookconfigurations'],
        verbs: ['get', 'list', 'watch', 'update'],
      },
    ]);
  });

  test('gives rights to an istiod that reads its configuration there', () => {
    const objects = remote({ configCluster: true });
    expect(namesOf(objects, 'ServiceAccount', 'Role', 'ValidatingWebhookConfiguration', 'Deployment'))
      .toEqual(['ServiceAccount/istiod', 'Role/istiod', 'ValidatingWebhookConfiguration/istio-validator-istio-system']);
  });

  test('may run an istiod that injects', () => {
    const objects = remote({}, { enabledLocalInjectorIstiod: true });
    expect(namesOf(objects, 'Deployment', 'HorizontalPodAutoscaler', 'Service', 'Role'))
      .toEqual(['Role/istiod', 'Deployment/istiod', 'HorizontalPodAutoscaler/istiod', 'Service/istiod']);
  });

  test('has the Services of tags all the same', () => {
    expect(namesOf(remote({}, {}, { revisionTags: ['prod'] }), 'Service')).toEqual(['Service/istiod-revision-tag-prod']);
  });

  test('keeps the certificate for keys only where an istiod reads it', () => {
    expect(namesOf(remote({}, {}, { jwksResolverExtraRootCA: 'PEM' }), 'ConfigMap')).not.toContain('ConfigMap/pilot-jwks-extra-cacerts');
  });
});

describe('the address of an istiod elsewhere', () => {
  const PORTS = [{ port: 15012, name: 'tcp-istiod', protocol: 'TCP' }, { port: 443, targetPort: 15017, name: 'tcp-webhook', protocol: 'TCP' }];

  test.each([['10.0.0.1', 'IPv4'], ['fd00::1', 'IPv6']])('%s is an endpoint of a Service without a selector', (address, addressType) => {
    const objects = remote({ remotePilotAddress: address });
    expect(find(objects, 'Service/istiod').spec).toEqual({ ports: PORTS });
    const slice = find(objects, 'EndpointSlice/istiod');
    expect(slice.addressType).toBe(addressType);
    expect(slice.endpoints).toEqual([{ addresses: [address] }]);
    expect(slice.ports.map(({ port }: JsonObject) => port)).toEqual([15012, 15017]);
    expect(slice.metadata.labels['kubernetes.io/service-name']).toBe('istiod');
  });

  test('as a name of DNS is another name of the Service', () => {
    const objects = remote({ remotePilotAddress: 'istiod.example.com' });
    expect(find(objects, 'Service/istiod').spec).toEqual({ ports: PORTS, type: 'ExternalName', externalName: 'istiod.example.com' });
    expect(namesOf(objects, 'EndpointSlice')).toEqual([]);
  });

  test('has kinds of addresses, which are those of all Services and not of istiod', () => {
    const { spec } = find(remote({ remotePilotAddress: '10.0.0.1', ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] }), 'Service/istiod');
    expect(spec).toEqual({ ports: PORTS, ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] });
  });

  test('has a name of its own beside an istiod of this cluster, also in each revision', () => {
    const beside = (revision: string): string[] =>
      namesOf(remote({ remotePilotAddress: '10.0.0.1' }, { enabledLocalInjectorIstiod: true }, { revision }), 'Service', 'EndpointSlice');
    expect(beside('')).toEqual(['Service/istiod', 'Service/istiod-remote', 'EndpointSlice/istiod-remote']);
    expect(beside('canary')).toEqual(['Service/istiod-canary', 'Service/istiod-canary-remote', 'EndpointSlice/istiod-canary-remote']);
  });

  test('is no Service of a cluster that runs istiod by itself', () => {
    expect(find(rendered('istiod', { global: { remotePilotAddress: '10.0.0.1' } }), 'Service/istiod').spec.selector)
      .toEqual({ app: 'istiod', istio: 'pilot' });
  });

  test('is where proxies ask, whatever the revision', () => {
    const address = { remotePilotAddress: '10.0.0.1' };
    expect(discoveryAddress(remote(address, {}, { revision: 'canary' }), 'istio-canary')).toBe('istiod.istio-system.svc:15012');
    expect(discoveryAddress(remote(address, { enabledLocalInjectorIstiod: true }))).toBe('istiod-remote.istio-system.svc:15012');
    expect(discoveryAddress(remote())).toBe('istiod.istio-system.svc:15012');
  });
});
