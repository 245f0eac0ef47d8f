import { load } from 'js-yaml';
import { renderCni } from '../../../src/install/cni';
import { CniChartValues } from '../../../src/install/cni/values';
import { chartDefaults } from '../../../src/install/values/defaults';
import { merge } from '../../../src/install/values/tree';
import { JsonObject, Manifest } from '../../../src/reference/json';

const render = (values: JsonObject = {}): Manifest[] =>
  renderCni(merge(chartDefaults('CniChart'), values) as CniChartValues & JsonObject, { name: 'plugin', namespace: 'nodes' });

const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

function find(name: string, values: JsonObject = {}): Manifest {
  const found = render(values).filter((object) => nameOf(object) === name);
  expect(found.map(nameOf)).toEqual([name]);
  return found[0];
}

const daemonSet = (values: JsonObject = {}): Manifest => find('DaemonSet/istio-cni-node', values);
const podSpec = (values: JsonObject = {}): JsonObject => daemonSet(values).spec.template.spec;
const container = (values: JsonObject = {}): JsonObject => podSpec(values).containers[0];
const data = (values: JsonObject = {}): JsonObject => find('ConfigMap/istio-cni-config', values).data;
const names = (items: JsonObject[]): string[] => items.map(({ name }) => name);

const USUAL = [
  'ServiceAccount/istio-cni', 'ClusterRole/istio-cni', 'ClusterRoleBinding/istio-cni', 'ClusterRole/istio-cni-repair-role',
  'ClusterRoleBinding/istio-cni-repair-rolebinding', 'ConfigMap/istio-cni-config', 'DaemonSet/istio-cni-node',
];

describe('which objects there are', () => {
  test('by default an account, what it may do, a configuration and an agent on each node', () => {
    expect(render().map(nameOf)).toEqual(USUAL);
  });

  test('pods that are not repaired need no role for it', () => {
    expect(render({ repair: { enabled: false } }).map(nameOf)).toEqual(USUAL.filter((name) => !name.includes('repair')));
  });

  test('ambient mode brings a role of its own, whose binding wears the label of the repair', () => {
    const added = render({ ambient: { enabled: true } }).filter((object) => !USUAL.includes(nameOf(object)));
    expect(added.map(nameOf)).toEqual(['ClusterRole/istio-cni-ambient', 'ClusterRoleBinding/istio-cni-ambient']);
    expect(added.map(({ metadata }) => [metadata.labels.app, metadata.labels['k8s-app']])).toEqual([['istio-cni', undefined], [undefined, 'istio-cni-repair']]);
  });

  test('a part of them where a part is asked for; the network policy comes with each part', () => {
    const policy = { global: { networkPolicy: { enabled: true } } };
    const scoped = (resourceScope: string): string[] => render(merge(policy, { global: { resourceScope } })).map(nameOf);
    expect(scoped('cluster')).toEqual([...USUAL.filter((name) => name.startsWith('Cluster')), 'NetworkPolicy/istio-cni']);
    expect(scoped('namespace')).toEqual([...USUAL.filter((name) => !name.startsWith('Cluster')), 'NetworkPolicy/istio-cni']);
  });

  test('the network policy alone has the revision in its name', () => {
    const values = { revision: 'canary', global: { networkPolicy: { enabled: true } } };
    expect(render(values).map(nameOf)).toEqual([...USUAL, 'NetworkPolicy/istio-cni-canary']);
    expect(daemonSet(values).metadata.labels).toEqual({
      'k8s-app': 'istio-cni-node',
      'istio.io/rev': 'canary',
      'release': 'plugin',
      'app.kubernetes.io/name': 'istio-cni',
      'app.kubernetes.io/instance': 'plugin',
      'app.kubernetes.io/part-of': 'istio',
    });
  });

  test('metrics and readiness may be reached, and all may be asked for', () => {
    expect(find('NetworkPolicy/istio-cni', { global: { networkPolicy: { enabled: true } } }).spec).toEqual({
      podSelector: { matchLabels: { 'k8s-app': 'istio-cni-node' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: [{ protocol: 'TCP', port: 15014 }] }, { ports: [{ protocol: 'TCP', port: 8000 }] }],
      egress: [{}],
    });
  });

  test('a quota lets critical pods in, and says their number as text', () => {
    expect(find('ResourceQuota/istio-cni-resource-quota', { resourceQuotas: { enabled: true, pods: 70 } })).toEqual({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: {
        name: 'istio-cni-resource-quota',
        namespace: 'nodes',
        labels: { 'app.kubernetes.io/name': 'istio-cni', 'app.kubernetes.io/instance': 'plugin', 'app.kubernetes.io/part-of': 'istio' },
      },
      spec: { hard: { pods: '70' }, scopeSelector: { matchExpressions: [{ operator: 'In', scopeName: 'PriorityClass', values: ['system-node-critical'] }] } },
    });
  });

  test('Multus finds the plugin by an object in the namespace default, wherever the plugin is', () => {
    expect(find('NetworkAttachmentDefinition/istio-cni', { provider: 'multus' })).toEqual({
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: {
        name: 'istio-cni',
        namespace: 'default',
        labels: { 'app.kubernetes.io/name': 'istio-cni', 'app.kubernetes.io/instance': 'plugin', 'app.kubernetes.io/part-of': 'istio' },
      },
    });
  });
});

describe('what the account may do', () => {
  const EVENTS = { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] };
  const PODS = { apiGroups: [''], resources: ['pods'], verbs: ['watch', 'get', 'list'] };
  const DELETE = { apiGroups: [''], resources: ['pods'], verbs: ['delete'] };
  const LABEL = { apiGroups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] };
  const SCC = { apiGroups: ['security.openshift.io'], resources: ['securitycontextconstraints'], resourceNames: ['privileged'], verbs: ['use'] };

  test.each([
    ['repairing them', { repairPods: true, deletePods: true, labelPods: true }, []],
    ['deleting them', { repairPods: false, deletePods: true, labelPods: true }, [DELETE]],
    ['labelling them', { repairPods: false, labelPods: true }, [LABEL]],
    ['nothing of this', { repairPods: false }, []],
  ])('broken pods: for %s it needs no more than that', (_, repair, more) => {
    expect(find('ClusterRole/istio-cni-repair-role', { repair }).rules).toEqual([EVENTS, PODS, ...more]);
  });

  test.each([
    ['the platform', { platform: 'openshift' }],
    ['the platform of all components', { global: { platform: 'openshift' } }],
  ])('on OpenShift, by %s, it may enter the node', (_, values) => {
    expect(find('ClusterRole/istio-cni', values).rules.slice(1)).toEqual([SCC]);
    expect(find('ClusterRole/istio-cni').rules).toHaveLength(1);
  });

  test('in ambient mode it says of pods that they were taken in, and looks itself up', () => {
    expect(find('ClusterRole/istio-cni-ambient', { ambient: { enabled: true } }).rules).toEqual([
      LABEL, { apiGroups: ['apps'], resources: ['daemonsets'], resourceNames: ['istio-cni-node'], verbs: ['get'] },
    ]);
  });

  test('it pulls images by the secrets of all components', () => {
    expect(find('ServiceAccount/istio-cni', { global: { imagePullSecrets: ['one', 'two'] } }).imagePullSecrets).toEqual([{ name: 'one' }, { name: 'two' }]);
    expect(find('ServiceAccount/istio-cni')).not.toHaveProperty('imagePullSecrets');
  });
});

describe('what the plugin is told', () => {
  test('every value is text', () => {
    expect(data({ repair: { brokenPodLabelValue: true }, tag: 2 })).toMatchObject({
      CURRENT_AGENT_VERSION: '2', AMBIENT_ENABLED: 'false', CHAINED_CNI_PLUGIN: 'true', REPAIR_BROKEN_POD_LABEL_VALUE: 'true', NATIVE_NFTABLES: 'false',
    });
  });

  test('which pods are ambient, as YAML', () => {
    const enablementSelectors = [{ podSelector: { matchLabels: { on: 'true' } } }, { namespaceSelector: {}, podSelector: {} }];
    const text = data({ ambient: { enablementSelectors } }).AMBIENT_ENABLEMENT_SELECTOR;
    expect(text).toBe('- podSelector:\n    matchLabels:\n      "on": "true"\n- namespaceSelector: {}\n  podSelector: {}');
    expect(load(text)).toEqual(enablementSelectors);
    expect(data({ ambient: { enablementSelectors: [] } }).AMBIENT_ENABLEMENT_SELECTOR).toBe('[]');
  });

  test('a file of its own is named only where it keeps one', () => {
    const file = { istioOwnedCNIConfigFileName: '02-own.conflist' };
    expect(data(file)).not.toHaveProperty('ISTIO_OWNED_CNI_CONF_FILENAME');
    expect(data({ ...file, istioOwnedCNIConfig: true })).toMatchObject({ ISTIO_OWNED_CNI_CONFIG: 'true', ISTIO_OWNED_CNI_CONF_FILENAME: '02-own.conflist' });
  });

  test('the file of the chain is named only where it is known', () => {
    expect(data()).not.toHaveProperty('CNI_CONF_NAME');
    expect(data({ cniConfFileName: '10-a.conflist' }).CNI_CONF_NAME).toBe('10-a.conflist');
  });

  test('namespaces that are left alone stand side by side', () => {
    expect([[], ['a'], ['a', 'b']].map((excludeNamespaces) => data({ excludeNamespaces }).EXCLUDE_NAMESPACES)).toEqual(['', 'a', 'a,b']);
  });

  test('variables of the user stand both here and at the container, and win here', () => {
    const values = { env: { B: 2, A: true, AMBIENT_IPV6: 'no' } };
    expect(data(values)).toMatchObject({ A: 'true', B: '2', AMBIENT_IPV6: 'no' });
    expect(container(values).env.slice(-3)).toEqual([{ name: 'A', value: 'true' }, { name: 'AMBIENT_IPV6', value: 'no' }, { name: 'B', value: '2' }]);
  });
});

describe('the agent', () => {
  test.each([
    [{ hub: 'one', tag: 'two', variant: 'debug' }, 'one/install-cni:two-debug'],
    [{ hub: 'one', tag: 1.31, image: 'other' }, 'one/other:1.31'],
    [{ image: '', global: { hub: 'all', tag: 'new', variant: 'distroless' } }, 'all/install-cni:new-distroless'],
    [{ image: 'one/two:three', variant: 'debug' }, 'one/two:three'],
  ])('with %j runs %s', (values, image) => {
    expect(container(values).image).toBe(image);
  });

  test('without repair in place and without ambient mode does not read the processes of the node', () => {
    const mounts = (values: JsonObject): string[] => names(container(values).volumeMounts);
    expect(mounts({ repair: { repairPods: false } })).toEqual(['cni-bin-dir', 'cni-net-dir', 'cni-socket-dir']);
    expect(mounts({})).toEqual(['cni-bin-dir', 'cni-host-procfs', 'cni-net-dir', 'cni-socket-dir']);
    expect(mounts({ ambient: { enabled: true }, repair: { repairPods: false } })).toEqual([
      'cni-bin-dir', 'cni-host-procfs', 'cni-net-dir', 'cni-socket-dir', 'cni-netns-dir', 'cni-ztunnel-sock-dir',
    ]);
  });

  test('has the folder of networks as a volume even where it does not mount it', () => {
    expect(podSpec().volumes.slice(-1)).toEqual([{ name: 'cni-netns-dir', hostPath: { path: '/var/run/netns', type: 'DirectoryOrCreate' } }]);
  });

  test('looks for plugins where they usually are when no folder is said', () => {
    expect(podSpec({ cniBinDir: '' }).volumes[0]).toEqual({ name: 'cni-bin-dir', hostPath: { path: '/opt/cni/bin' } });
  });

  test('shares the network of the node only in ambient mode, and then need not change into it', () => {
    const shared = { shareHostNetworkNamespace: true };
    const switches = (values: JsonObject): boolean => names(container(values).env).includes('ALLOW_SWITCH_TO_HOST_NS');
    expect(podSpec({ ambient: { ...shared, enabled: true } })).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(podSpec({ ambient: shared })).not.toHaveProperty('hostNetwork');
    expect([{ ambient: { ...shared, enabled: true } }, { ambient: shared }, {}].map(switches)).toEqual([false, true, true]);
  });

  test('is free of AppArmor by an annotation, or by a field', () => {
    const annotation = 'container.apparmor.security.beta.kubernetes.io/install-cni';
    expect(daemonSet().spec.template.metadata.annotations[annotation]).toBe('unconfined');
    expect(container().securityContext).not.toHaveProperty('appArmorProfile');
    expect(daemonSet({ useAppArmorAnnotation: false }).spec.template.metadata.annotations).not.toHaveProperty([annotation]);
    expect(container({ useAppArmorAnnotation: false }).securityContext.appArmorProfile).toEqual({ type: 'Unconfined' });
  });

  test.each([
    [{ level: 's0' }, { level: 's0', type: 'spc_t' }],
    [{ type: '' }, { type: 'spc_t' }],
    [{ type: 'own_t' }, { type: 'own_t' }],
    [{}, undefined],
  ])('with SELinux options %j has the type of a privileged container, unless it has one', (seLinuxOptions, expected) => {
    expect(container({ seLinuxOptions }).securityContext.seLinuxOptions).toEqual(expected);
  });

  test('logs as it is told itself, or else as all are', () => {
    expect(container().args).toEqual(['--log_output_level=info']);
    expect(container({ logging: { level: 'cni:debug' }, global: { logAsJson: true } }).args).toEqual(['--log_output_level=cni:debug', '--log_as_json']);
    expect(container({ global: { logging: { level: '' } } }).args).toBeNull();
  });

  test('asks for what all ask for where nothing is said for it; empty amounts do not count', () => {
    expect(container({ resources: { requests: { cpu: '', memory: '1Gi' }, limits: { cpu: '2' } } }).resources).toEqual({ limits: { cpu: 2 }, requests: { memory: '1Gi' } });
    const own = { ...chartDefaults('CniChart'), resources: {}, global: { ...chartDefaults('CniChart').global, defaultResources: { limits: { cpu: '3m' } } } };
    const [agent] = renderCni(own as unknown as CniChartValues, { name: 'a', namespace: 'b' }).filter(({ kind }) => kind === 'DaemonSet');
    expect(agent.spec.template.spec.containers[0].resources).toEqual({ limits: { cpu: '3m' } });
  });

  test('the labels and annotations of the user win', () => {
    const values = { daemonSetLabels: { 'k8s-app': 'mine' }, podLabels: { size: 1 }, podAnnotations: { 'prometheus.io/scrape': false } };
    expect(daemonSet(values).metadata.labels['k8s-app']).toBe('mine');
    expect(daemonSet(values).spec.template.metadata.labels).toMatchObject({ 'k8s-app': 'istio-cni-node', 'size': '1' });
    expect(daemonSet(values).spec.template.metadata.annotations['prometheus.io/scrape']).toBe('false');
    expect(daemonSet(values).spec.selector.matchLabels).toEqual({ 'k8s-app': 'istio-cni-node' });
  });
});
