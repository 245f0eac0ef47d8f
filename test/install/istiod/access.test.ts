import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, RELEASE, rendered } from '../rendered';

const istiod = (values: JsonObject = {}): Manifest[] => rendered('istiod', values);
const rules = (values: JsonObject = {}): JsonObject[] => find(istiod(values), 'ClusterRole/istiod-clusterrole-istio-system').rules;

/** The rules that come with values. */
function added(values: JsonObject): JsonObject[] {
  const usual = rules().map((rule) => JSON.stringify(rule));
  return rules(values).filter((rule) => !usual.includes(JSON.stringify(rule)));
}

const CERTIFICATES = ['certificates.k8s.io'];

describe('the rights of istiod', () => {
  const signing = (resourceNames: string[] | null): JsonObject[] => [
    {
      apiGroups: CERTIFICATES,
      resources: ['certificatesigningrequests', 'certificatesigningrequests/approval', 'certificatesigningrequests/status'],
      verbs: ['update', 'create', 'get', 'delete', 'watch'],
    },
    { apiGroups: CERTIFICATES, resources: ['signers'], resourceNames, verbs: ['approve'] },
  ];

  test.each<[string, JsonObject, JsonObject[]]>([
    ['no signing where istiod signs', { global: { pilotCertProvider: 'custom' } }, []],
    ['signing where the cluster signs', { global: { pilotCertProvider: 'k8s.io/signer' } }, signing(null)],
    ['signing by some signers alone', { global: { certSigners: ['a.io/b'] }, env: { EXTERNAL_CA: 'ISTIOD_RA_KUBERNETES_API' } }, signing(['a.io/b'])],
    ['a bundle of the cluster', { env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } }, [
      { apiGroups: CERTIFICATES, resources: ['clustertrustbundles'], verbs: ['update', 'create', 'delete', 'list', 'watch', 'get'] },
      { apiGroups: CERTIFICATES, resources: ['signers'], resourceNames: ['istio.io/istiod-ca'], verbs: ['attest'] },
    ]],
    ['nodes', { taint: { enabled: true } }, [{ apiGroups: [''], resources: ['nodes'], verbs: ['patch'] }]],
    ['another group of services of other clusters', { env: { MCS_API_GROUP: 'mcs.example.com' } }, [
      { apiGroups: ['mcs.example.com'], resources: ['serviceexports'], verbs: ['get', 'watch', 'list', 'create', 'delete'] },
      { apiGroups: ['mcs.example.com'], resources: ['serviceimports'], verbs: ['get', 'watch', 'list'] },
    ]],
  ])('cover %s', (_, values, expected) => {
    expect(added(values)).toEqual(expected);
  });

  test('cover the status of what it analyzes', () => {
    const statuses = added({ global: { istiod: { enableAnalysis: true } } }).flatMap(({ resources }) => resources);
    expect(statuses).toContain('virtualservices/status');
    expect(statuses).toHaveLength(16);
  });

  test.each([false, 'false'])('cover no gateways where istiod makes none: %p', (value) => {
    expect(istiod({ env: { PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER: value } }).map(nameOf))
      .not.toContain('ClusterRole/istiod-gateway-controller-istio-system');
  });

  test('are for its account, whose namespace is the one that the values name', () => {
    const objects = rendered('istiod', { global: { istioNamespace: 'root' } }, { ...RELEASE, namespace: 'control' });
    expect(find(objects, 'ClusterRoleBinding/istiod-clusterrole-control').subjects)
      .toEqual([{ kind: 'ServiceAccount', name: 'istiod', namespace: 'root' }]);
    expect(find(objects, 'Role/istiod').metadata.namespace).toBe('root');
    expect(find(objects, 'Deployment/istiod').metadata.namespace).toBe('control');
  });
});

describe('who reads from other clusters', () => {
  const BINDING = 'ClusterRoleBinding/istio-reader-clusterrole-istio-system';

  test('does so by the common account or one of its own', () => {
    expect(find(istiod(), BINDING).subjects).toEqual([{ kind: 'ServiceAccount', name: 'istio-reader-service-account', namespace: 'istio-system' }]);
    expect(find(istiod({ global: { readerServiceAccount: { name: 'own', namespace: 'x' } } }), BINDING).subjects)
      .toEqual([{ kind: 'ServiceAccount', name: 'own', namespace: 'x' }]);
  });

  test('may be nobody', () => {
    expect(istiod({ global: { enableReaderRBAC: false } }).map(nameOf)).not.toContain(BINDING);
  });
});

test('the account of istiod has annotations, and secrets for images', () => {
  expect(find(istiod({ serviceAccountAnnotations: { a: 'b' }, global: { imagePullSecrets: ['s'] } }), 'ServiceAccount/istiod'))
    .toMatchObject({ imagePullSecrets: [{ name: 's' }], metadata: { annotations: { a: 'b' } } });
});

test('a network policy comes on demand, and lets everything out', () => {
  expect(istiod().map(({ kind }) => kind)).not.toContain('NetworkPolicy');
  const { spec } = find(istiod({ global: { networkPolicy: { enabled: true } }, revision: 'canary' }), 'NetworkPolicy/istiod-canary');
  expect(spec.podSelector).toEqual({ matchLabels: { 'app': 'istiod', 'istio.io/rev': 'canary' } });
  const ports = spec.ingress.flatMap((rule: JsonObject) => rule.ports.map(({ port }: JsonObject) => port));
  expect(ports).toEqual([15017, 15010, 15011, 15012, 8080, 15014]);
  expect(spec.egress).toEqual([{}]);
});
