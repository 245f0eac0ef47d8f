import { chartDefaults } from '../../../src/install/values/defaults';
import { merge } from '../../../src/install/values/tree';
import { renderZtunnel } from '../../../src/install/ztunnel';
import { ZtunnelChartValues } from '../../../src/install/ztunnel/values';
import { JsonObject, Manifest } from '../../../src/reference/json';

const render = (values: JsonObject = {}): Manifest[] =>
  renderZtunnel(merge(chartDefaults('ZtunnelChart'), values) as ZtunnelChartValues & JsonObject, { name: 'zt', namespace: 'nodes' });

const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

function find(name: string, values: JsonObject = {}): Manifest {
  const found = render(values).filter((object) => nameOf(object) === name);
  expect(found.map(nameOf)).toEqual([name]);
  return found[0];
}

const podTemplate = (values: JsonObject = {}): JsonObject => find('DaemonSet/ztunnel', values).spec.template;
const container = (values: JsonObject = {}): JsonObject => podTemplate(values).spec.containers[0];
const volumes = (values: JsonObject): JsonObject[] => podTemplate(values).spec.volumes;
const volume = (name: string, values: JsonObject = {}): JsonObject | undefined => volumes(values).find((one) => one.name === name);

function env(values: JsonObject = {}): Record<string, string> {
  const variables: JsonObject[] = container(values).env;
  return Object.fromEntries(variables.map(({ name, value, valueFrom }) => (
    [name, value ?? valueFrom.fieldRef?.fieldPath ?? valueFrom.resourceFieldRef.resource]
  )));
}

const COMMON = { 'app.kubernetes.io/name': 'ztunnel', 'app.kubernetes.io/instance': 'zt', 'app.kubernetes.io/part-of': 'istio' };
const OPENSHIFT = { platform: 'openshift' };
const POLICY = { global: { networkPolicy: { enabled: true } } };

describe('which objects there are', () => {
  test('by default an account and a proxy on each node', () => {
    expect(render().map(nameOf)).toEqual(['ServiceAccount/ztunnel', 'DaemonSet/ztunnel']);
  });

  test('on OpenShift a role that lets it enter the node; its objects are marked by their own name', () => {
    const values = { ...OPENSHIFT, resourceName: 'two', labels: { mine: 'yes' }, annotations: { note: 'it' } };
    const metadata = { name: 'two', labels: { app: 'ztunnel', release: 'two', ...COMMON }, annotations: { note: 'it' } };
    expect(render(values).filter(({ kind }) => kind.startsWith('ClusterRole'))).toEqual([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata,
        rules: [{ apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames: ['privileged'], verbs: ['use'] }],
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata,
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'two' },
        subjects: [{ kind: 'ServiceAccount', name: 'two', namespace: 'nodes' }],
      },
    ]);
  });

  test('a part of them where a part is asked for; the network policy comes with each part', () => {
    const scoped = (resourceScope: string): string[] => render({ ...OPENSHIFT, ...POLICY, resourceScope }).map(nameOf);
    expect(scoped('cluster')).toEqual(['ClusterRole/ztunnel', 'ClusterRoleBinding/ztunnel', 'NetworkPolicy/ztunnel']);
    expect(scoped('namespace')).toEqual(['ServiceAccount/ztunnel', 'DaemonSet/ztunnel', 'NetworkPolicy/ztunnel']);
  });

  test('all have the name that it was given; only the network policy has the revision in its name, too', () => {
    const values = { ...POLICY, resourceName: 'two', revision: 'canary', resourceQuotas: { enabled: true } };
    expect(render(values).map(nameOf)).toEqual(['ServiceAccount/two', 'DaemonSet/two', 'ResourceQuota/two', 'NetworkPolicy/two-canary']);
  });

  test('the network policy lets in what nodes, pods and monitoring send', () => {
    const { ingress, egress } = find('NetworkPolicy/ztunnel', POLICY).spec;
    const ports = ingress.map((rule: JsonObject) => rule.ports.map(({ protocol, port }: JsonObject) => `${protocol}/${port}`).join());
    expect(ports).toEqual(['TCP/15021', 'TCP/15020', 'TCP/15000', 'TCP/15008', 'TCP/15001', 'TCP/15006', 'TCP/15053,UDP/15053']);
    expect(egress).toEqual([{}]);
  });

  test('a quota lets critical pods in', () => {
    expect(find('ResourceQuota/ztunnel', { resourceQuotas: { enabled: true, pods: 1e6 }, labels: { a: 1 } })).toMatchObject({
      metadata: { labels: { ...COMMON, a: '1' } }, spec: { hard: { pods: '1e+06' } },
    });
  });
});

describe('labels and annotations', () => {
  test('the labels of the user stand on objects, and those for pods on pods alone', () => {
    const values = { labels: { mine: 1 }, podLabels: { app: 'other' } };
    expect(find('ServiceAccount/ztunnel', values).metadata.labels).toEqual({ ...COMMON, mine: '1' });
    expect(find('DaemonSet/ztunnel', values).metadata.labels).toEqual({ ...COMMON, mine: '1' });
    expect(podTemplate(values).metadata.labels).toEqual({ ...COMMON, 'sidecar.istio.io/inject': 'false', 'istio.io/dataplane-mode': 'none', 'app': 'other' });
  });

  test('a revision with a name is an annotation, over that of the user; the default one is none', () => {
    const annotations = { 'a': true, 'istio.io/rev': 'mine' };
    expect(find('ServiceAccount/ztunnel', { annotations, revision: 'canary' }).metadata.annotations).toEqual({ 'a': 'true', 'istio.io/rev': 'canary' });
    expect(find('ServiceAccount/ztunnel', { annotations }).metadata.annotations).toEqual({ 'a': 'true', 'istio.io/rev': 'mine' });
    expect(podTemplate({ revision: 'canary', podAnnotations: { 'prometheus.io/port': 9 } }).metadata.annotations).toEqual({
      'sidecar.istio.io/inject': 'false', 'istio.io/rev': 'canary', 'prometheus.io/port': '9', 'prometheus.io/scrape': 'true',
    });
  });
});

describe('the proxy', () => {
  test.each([
    [{ hub: 'one', tag: 'two', variant: 'debug' }, 'one/ztunnel:two-debug'],
    [{ hub: 'one', tag: 1.31, image: '' }, 'one/ztunnel:1.31'],
    [{ image: 'one/two:three' }, 'one/two:three'],
  ])('with %j runs %s', (values, image) => {
    expect(container(values).image).toBe(image);
  });

  test.each([
    [{}, 'istiod.istio-system.svc:15012', 'istiod.istio-system.svc:15012'],
    [{ revision: 'canary', istioNamespace: 'mesh' }, 'istiod-canary.mesh.svc:15012', 'istiod-canary.mesh.svc:15012'],
    [{ revision: 'canary', caAddress: 'ca:1', xdsAddress: 'xds:2' }, 'ca:1', 'xds:2'],
  ])('with %j finds istiod', (values, ca, xds) => {
    expect(env(values)).toMatchObject({ CA_ADDRESS: ca, XDS_ADDRESS: xds });
  });

  test('says of its resources only what was asked for', () => {
    const told = (resources: JsonObject): string[] => Object.keys(env({ resources })).filter((name) => name.includes('CPU'));
    expect(told({ requests: { cpu: '' } })).toEqual(['ZTUNNEL_CPU_LIMIT']);
    expect(told({})).toEqual(['ZTUNNEL_CPU_LIMIT', 'ZTUNNEL_RESOURCE_CPU_REQUEST']);
    expect(told({ limits: { cpu: 1 } })).toEqual(['ZTUNNEL_CPU_LIMIT', 'ZTUNNEL_RESOURCE_CPU_LIMIT', 'ZTUNNEL_RESOURCE_CPU_REQUEST']);
    expect(container({ resources: { requests: { cpu: '', memory: '' } } }).resources).toBeNull();
  });

  test('is told where it is, how long it may take to end, and how to log', () => {
    const values = { network: 'n1', multiCluster: { clusterName: 'c1' }, terminationGracePeriodSeconds: 7, logLevel: 'debug', logAsJson: true };
    expect(env(values)).toMatchObject({
      NETWORK: 'n1', ISTIO_META_CLUSTER_ID: 'c1', TERMINATION_GRACE_PERIOD_SECONDS: '7', RUST_LOG: 'debug', LOG_FORMAT: 'json',
    });
    expect(podTemplate(values).spec.terminationGracePeriodSeconds).toBe(7);
    expect(env()).not.toHaveProperty('NETWORK');
    expect(env()).toMatchObject({ ISTIO_META_CLUSTER_ID: 'Kubernetes' });
  });

  test('the variables of the mesh configuration come before those of its own, each in the order of their names', () => {
    const values = { meshConfig: { defaultConfig: { proxyMetadata: { B: 1, A: 2 } } }, env: { D: true, C: 'x' } };
    expect(Object.entries(env(values)).filter(([name]) => name.length === 1)).toEqual([['A', '2'], ['B', '1'], ['C', 'x'], ['D', 'true']]);
  });

  test('a list of revoked certificates comes as a variable, a mount and a volume', () => {
    const values = { peerCaCrl: { enabled: true } };
    expect(env(values).CRL_PATH).toBe('/var/run/secrets/istio/crl/ca-crl.pem');
    expect(container(values).volumeMounts.slice(-1)).toEqual([{ mountPath: '/var/run/secrets/istio/crl', name: 'crl-volume', readOnly: true }]);
    expect(volume('crl-volume', values)).toEqual({ name: 'crl-volume', configMap: { name: 'istio-ca-crl', optional: true } });
    expect(volume('crl-volume')).toBeUndefined();
  });

  test.each([
    [{}, { configMap: { name: 'istio-ca-root-cert' } }],
    [{ trustBundleName: 'own' }, { configMap: { name: 'own' } }],
    [{ env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: false } }, { configMap: { name: 'istio-ca-root-cert' } }],
    [{ env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } }, { projected: { sources: [{ clusterTrustBundle: { name: 'istio.io:istiod-ca:root-cert', path: 'root-cert.pem' } }] } }],
    [
      { trustBundleName: 'own', env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } },
      { projected: { sources: [{ clusterTrustBundle: { name: 'istio.io:istiod-ca:own', path: 'root-cert.pem' } }] } },
    ],
  ])('with %j trusts by %j', (values, source) => {
    expect(volume('istiod-ca-cert', values)).toEqual({ name: 'istiod-ca-cert', ...source });
  });

  test('whether it trusts a bundle of the cluster is a boolean, which the text "true" is not', () => {
    expect(() => render({ env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: 'true' } })).toThrow(new Error(
      'env.ENABLE_CLUSTER_TRUST_BUNDLE_API of ztunnel is "true". It decides which volume ztunnel mounts, and is true or false without quotes: write env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true }.',
    ));
  });

  test('what it is told does not matter to who installs objects of the cluster alone', () => {
    expect(render({ ...OPENSHIFT, resourceScope: 'cluster', env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: 'true' } })).toHaveLength(2);
  });

  test('is scheduled, looks up names and mounts as it is told', () => {
    const values = {
      nodeSelector: { gpu: true },
      affinity: { nodeAffinity: {} },
      tolerations: [],
      dnsPolicy: 'None',
      dnsConfig: { nameservers: ['10.0.0.1'] },
      volumes: [{ name: 'own', emptyDir: {} }],
      volumeMounts: [{ name: 'own', mountPath: '/own' }],
      updateStrategy: { type: 'OnDelete' },
    };
    const { spec } = podTemplate(values);
    expect(spec).toMatchObject({
      nodeSelector: { 'kubernetes.io/os': 'linux', 'gpu': 'true' }, affinity: { nodeAffinity: {} }, dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.1'] },
    });
    expect(spec).not.toHaveProperty('tolerations');
    expect(volume('own', values)).toEqual({ name: 'own', emptyDir: {} });
    expect(container(values).volumeMounts.slice(-1)).toEqual([{ name: 'own', mountPath: '/own' }]);
    expect(container({ seLinuxOptions: { type: 'spc_t' } }).securityContext.seLinuxOptions).toEqual({ type: 'spc_t' });
  });
});
