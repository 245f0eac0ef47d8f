import { JsonObject, Manifest } from '../../../src/reference/json';
import { find, nameOf, RELEASE, rendered } from '../rendered';

const istiod = (values: JsonObject = {}): Manifest[] => rendered('istiod', values);
const deployment = (values: JsonObject = {}): Manifest => find(istiod(values), 'Deployment/istiod');
const pod = (values: JsonObject = {}): JsonObject => deployment(values).spec.template;
const container = (values: JsonObject = {}): JsonObject => pod(values).spec.containers[0];
const env = (values: JsonObject = {}): JsonObject =>
  Object.fromEntries(container(values).env.map(({ name, value, valueFrom }: JsonObject) => [name, value ?? valueFrom]));
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const added = <T>(usual: readonly T[], now: readonly T[]): T[] => now.filter((one) => !usual.some((other) => same(one, other)));

describe('labels and annotations', () => {
  test('of the Deployment: those of the user win over ours', () => {
    const { labels, annotations } = deployment({ deploymentLabels: { istio: 'own', number: 5 }, deploymentAnnotations: { a: 'b' } }).metadata;
    expect(labels).toMatchObject({ istio: 'own', number: '5', app: 'istiod' });
    expect(annotations).toEqual({ a: 'b' });
  });

  test('of pods: those by which they are known win over those of the user', () => {
    const { labels } = pod({ podLabels: { 'app': 'own', 'istio.io/dataplane-mode': 'ambient', 'app.kubernetes.io/name': 'own' } }).metadata;
    expect(labels).toMatchObject({ 'app': 'own', 'istio.io/dataplane-mode': 'none', 'app.kubernetes.io/name': 'istiod' });
  });

  test('of pods: annotations of the user win over ours', () => {
    expect(pod({ podAnnotations: { 'prometheus.io/port': '1' } }).metadata.annotations)
      .toEqual({ 'prometheus.io/port': '1', 'prometheus.io/scrape': 'true', 'sidecar.istio.io/inject': 'false' });
  });

  test('say the name of the release', () => {
    expect(deployment().metadata.labels).toMatchObject({ 'release': RELEASE.name, 'app.kubernetes.io/instance': RELEASE.name });
    expect(pod().metadata.labels).toMatchObject({ 'app.kubernetes.io/instance': RELEASE.name });
  });
});

describe('the container', () => {
  test('takes arguments by what is logged, the domain, the CNI plugin and the connections', () => {
    expect(container({
      global: { logging: { level: '' }, logAsJson: true, proxy: { clusterDomain: 'example.org' } },
      taint: { namespace: 'kube-system' },
      keepaliveMaxServerConnectionAge: '1h',
      extraContainerArgs: ['--own=1'],
    }).args).toEqual([
      'discovery', '--monitoringAddr=:15014', '--log_as_json', '--domain', 'example.org', '--cniNamespace=kube-system',
      '--keepaliveMaxServerConnectionAge', '1h', '--own=1',
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['how many requests are traced', { traceSampling: 0.5 }, { PILOT_TRACE_SAMPLING: '0.5' }],
    ['the account of ztunnel', { trustedZtunnelName: 'zt', trustedZtunnelNamespace: 'kube-system' }, { CA_TRUSTED_NODE_ACCOUNTS: 'kube-system/zt' }],
    ['strict cryptography', { env: { COMPLIANCE_POLICY: 'fips-140-3' } }, { COMPLIANCE_POLICY: 'fips-140-3', GODEBUG: 'fips140=only' }],
    ['older cryptography', { env: { COMPLIANCE_POLICY: 'fips-140-2' } }, { COMPLIANCE_POLICY: 'fips-140-2' }],
    ['the taint that it removes', { taint: { enabled: true, name: 'own/taint' } }, {
      PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS: 'true', PILOT_NODE_UNTAINT_CONTROLLERS_TAINT_NAME: 'own/taint',
    }],
    ['that it serves other clusters', { global: { externalIstiod: true } }, { EXTERNAL_ISTIOD: 'true' }],
    ['that it serves other clusters, once', { global: { externalIstiod: true }, env: { EXTERNAL_ISTIOD: 'yes' } }, { EXTERNAL_ISTIOD: 'yes' }],
    ['the ConfigMap of the root', { global: { trustBundleName: 'root' } }, { PILOT_CA_CERT_CONFIGMAP: 'root' }],
    ['the ConfigMap of what is revoked', { crlConfigMapName: 'revoked' }, { PILOT_CRL_CONFIGMAP: 'revoked' }],
    ['the platform', { global: { platform: 'gke' } }, { PLATFORM: 'gke' }],
    ['the platform, by its other name', { platform: 'gke' }, { PLATFORM: 'gke' }],
    ['nothing for null', { env: { OWN: null } }, { OWN: '' }],
    ['the cluster', { global: { multiCluster: { clusterName: 'east' } } }, { CLUSTER_ID: 'east' }],
    ['where variables come from', { envVarFrom: [{ name: 'OWN', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] }, {
      OWN: { fieldRef: { fieldPath: 'status.podIP' } },
    }],
  ])('has variables: %s', (_, values, expected) => {
    const usual = env();
    const now = env(values);
    expect(Object.fromEntries(Object.entries(now).filter(([name, value]) => !same(usual[name], value)))).toEqual(expected);
    expect(container(values).env).toHaveLength(Object.keys(now).length);
  });

  test('says where Kubernetes finds why it ended, which OpenShift wants', () => {
    expect(container().terminationMessagePolicy).toBeUndefined();
    expect(container({ platform: 'openshift' }).terminationMessagePolicy).toBe('FallbackToLogsOnError');
  });

  test('without any resources has none, not even those of others', () => {
    expect(container({ resources: {} }).resources).toEqual({ requests: { cpu: '500m', memory: '2048Mi' } });
    expect(container({ resources: null }).resources).toEqual({ requests: { cpu: '10m' } });
    expect(container({ resources: { requests: { cpu: '', memory: '' } } }).resources).toBeNull();
  });
});

describe('the pod', () => {
  test.each<[string, JsonObject, string, JsonObject[]]>([
    ['the certificate for keys', { jwksResolverExtraRootCA: 'PEM' }, 'volumes', [{ name: 'extracacerts', configMap: { name: 'pilot-jwks-extra-cacerts' } }]],
    ['own volumes', { volumes: [{ name: 'v', emptyDir: {} }] }, 'volumes', [{ name: 'v', emptyDir: {} }]],
    ['a bundle of the cluster', { env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true }, global: { trustBundleName: 'root' } }, 'volumes', [{
      name: 'istio-csr-ca-configmap',
      projected: { sources: [{ clusterTrustBundle: { name: 'istio.io:istiod-ca:root', path: 'root-cert.pem', optional: true } }] },
    }]],
    ['own tolerations', { tolerations: [{ key: 'k', operator: 'Exists' }] }, 'tolerations', [{ key: 'k', operator: 'Exists' }]],
    ['own containers before it', { initContainers: [{ name: 'i', image: 'i' }] }, 'initContainers', [{ name: 'i', image: 'i' }]],
    ['a spread', { topologySpreadConstraints: [{ maxSkew: 1 }] }, 'topologySpreadConstraints', [{ maxSkew: 1 }]],
  ])('has %s', (_, values, field, expected) => {
    expect(added(pod().spec[field] ?? [], pod(values).spec[field])).toEqual(expected);
  });
});

describe('how many there are', () => {
  test('goes by memory too, and as fast as it is said', () => {
    const { spec } = find(istiod({ memory: { targetAverageUtilization: 70 }, autoscaleBehavior: { scaleDown: { stabilizationWindowSeconds: 60 } } }),
      'HorizontalPodAutoscaler/istiod');
    expect(spec.metrics.map(({ resource }: JsonObject) => [resource.name, resource.target.averageUtilization])).toEqual([['cpu', 80], ['memory', 70]]);
    expect(spec.behavior).toEqual({ scaleDown: { stabilizationWindowSeconds: 60 } });
  });

  test.each(['autoscaleMin', 'autoscaleMax'])('goes by no load where %s is 0', (key) => {
    expect(istiod({ [key]: 0 }).map(({ kind }) => kind)).not.toContain('HorizontalPodAutoscaler');
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['one must stay', {}, { minAvailable: 1 }],
    ['the greatest number of missing ones wins', { maxUnavailable: '50%' }, { maxUnavailable: '50%' }],
    ['neither', { minAvailable: 0 }, {}],
    ['what becomes of broken ones', { unhealthyPodEvictionPolicy: 'AlwaysAllow' }, { minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }],
  ])('at least, while nodes are drained: %s', (_, pdb, expected) => {
    const { selector, ...limits } = find(istiod({ autoscaleMin: 2, pdb }), 'PodDisruptionBudget/istiod').spec;
    expect(limits).toEqual(expected);
    expect(selector).toEqual({ matchLabels: { app: 'istiod', istio: 'pilot' } });
  });

  test('has no least where the mesh wants none', () => {
    expect(istiod({ autoscaleMin: 2, global: { defaultPodDisruptionBudget: { enabled: false } } }).map(nameOf)).not.toContain('PodDisruptionBudget/istiod');
  });
});

test('the Service says which replicas clients prefer, and those of tags do not', () => {
  const objects = istiod({ trafficDistribution: 'PreferClose', revisionTags: ['prod'] });
  expect(find(objects, 'Service/istiod').spec.trafficDistribution).toBe('PreferClose');
  expect(find(objects, 'Service/istiod-revision-tag-prod').spec.trafficDistribution).toBeUndefined();
});
