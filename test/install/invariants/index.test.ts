import { ChartName } from '../../../src/install/charts';
import { checkInstalled, InstalledPart, InstalledTag } from '../../../src/install/invariants';
import { chartValues } from '../../../src/install/values/chart';
import { JsonObject } from '../../../src/reference/json';

function part(chart: ChartName, given: JsonObject = {}, namespace = 'istio-system', title = chart as string): InstalledPart {
  return { chart, release: { name: 'istio', namespace }, values: chartValues(chart, given), given, title };
}

const istiod = (given: JsonObject = {}, title = 'istiod'): InstalledPart => part('istiod', given, 'istio-system', title);
const ambient = (): InstalledPart[] => [istiod({ profile: 'ambient' }), part('cni', { profile: 'ambient' }), part('ztunnel')];

/** What is said, each as "error: …" or "warning: …". */
function said(parts: readonly InstalledPart[], tags: readonly InstalledTag[] = []): string[] {
  return checkInstalled({ parts, tags }).map(({ severity, message }) => `${severity}: ${message}`);
}

test.each<[string, readonly InstalledPart[]]>([
  ['one istiod', [part('base', { defaultRevision: '' }), istiod()]],
  ['two istiods of different names', [istiod(), istiod({ revision: 'canary' })]],
  ['ambient mode, whole', ambient()],
  ['ambient mode beside an istiod of sidecars', [...ambient(), istiod({ revision: 'old' })]],
])('nothing is said of %s', (_title, parts) => {
  expect(said(parts)).toEqual([]);
});

describe('who owns what', () => {
  test('a revision is installed once', () => {
    expect(said([istiod({ revision: 'a' }, 'one'), istiod({ revision: 'a' }, 'other')])).toContain(
      'error: The revision "a" is installed by one and other. Give each its own name.');
  });

  test('a tag leads to one revision', () => {
    expect(said([istiod({ revision: 'a', revisionTags: ['prod'] }, 'A'), istiod({ revision: 'b', revisionTags: ['prod'] }, 'B')])).toEqual([
      'error: The tag "prod" is owned by A and B. A tag leads to one revision: keep one of them.',
    ]);
  });

  test('the control plane without a name owns the tag "default", which then cannot lead elsewhere', () => {
    expect(said([istiod({}, 'the nameless'), istiod({ revision: 'b' }, 'B')], [{ tag: 'default', revision: 'b', title: 'the tag "default"' }])).toEqual([
      'error: The tag "default" is owned by the tag "default" and the nameless. A tag leads to one revision: keep one of them.',
      'error: the tag "default": a revision is called "default" too, and pods that name it would be answered by both. Give the tag another name.',
    ]);
  });

  test('the tag "default" may lead to a revision with a name, where no control plane is without one', () => {
    expect(said([istiod({ revision: 'b' })], [{ tag: 'default', revision: 'b', title: 'the tag' }])).toEqual([]);
  });

  test('a tag leads to a revision that is there', () => {
    expect(said([istiod({ revision: 'a' })], [{ tag: 'prod', revision: 'b', title: 'the tag "prod"' }])).toEqual([
      'error: the tag "prod": there is no revision "b". Install it, or choose from: a.',
    ]);
  });

  test('pods that name no revision are answered by one istiod', () => {
    const given = { sidecarInjectorWebhook: { enableNamespacesByDefault: true } };
    expect(said([istiod({ ...given, revision: 'a' }, 'A'), istiod({ ...given, revision: 'b' }, 'B')])).toEqual([
      'error: Every pod that names no revision is injected by A and B: sidecarInjectorWebhook.enableNamespacesByDefault is true in each. Keep it in one.',
    ]);
  });

  test('configuration that names no revision is checked once', () => {
    expect(said([part('base'), part('istio-default', { revision: 'a' }), istiod({ revision: 'a' })])).toEqual([
      'error: Configuration that names no revision is checked by base and istio-default, and they write the same object. Keep one: set defaultRevision of the base to "", or leave out the tag "default".',
    ]);
  });
});

describe('where the components are', () => {
  test.each([
    ['cluster name', { global: { multiCluster: { clusterName: 'one' } } }, { multiCluster: { clusterName: 'two' } }, '"one"', '"two"'],
    ['network', { global: { network: 'one' } }, { network: 'two' }, '"one"', '"two"'],
    ['cluster name', {}, { multiCluster: { clusterName: 'two' } }, '"Kubernetes"', '"two"'],
  ])('the %s of istiod and ztunnel is the same', (name, ofIstiod, ofZtunnel, one, other) => {
    const [, cni] = ambient();
    expect(said([istiod({ profile: 'ambient', ...ofIstiod }), cni, part('ztunnel', ofZtunnel)])).toEqual([
      `error: The ${name} is ${one} for istiod and ${other} for ztunnel. Components of one cluster need the same: set it for all of them.`,
    ]);
  });

  test('the mesh ID and the cluster domain of two istiods are the same', () => {
    const second = istiod({ revision: 'b', global: { meshID: 'm', proxy: { clusterDomain: 'example.local' } } }, 'B');
    expect(said([istiod(), second])).toEqual([
      'error: The mesh ID is "" for istiod and "m" for B. Components of one cluster need the same: set it for all of them.',
      'error: The cluster domain is "cluster.local" for istiod and "example.local" for B. Components of one cluster need the same: set it for all of them.',
    ]);
  });

  test('the rules of a pod are written in one way', () => {
    expect(said([istiod({ global: { nativeNftables: true } }), part('cni')])).toEqual([
      'error: global.nativeNftables is true for istiod and false for cni. The rules of a pod are written by one and read by the other: set it alike.',
    ]);
  });
});

describe('ambient mode', () => {
  test('needs a CNI plugin for it, and a ztunnel', () => {
    expect(said([istiod({ profile: 'ambient' }), part('cni')])).toEqual([
      'error: istiod is set up for ambient mode, and no CNI plugin leads pods into it. Install it with cni.ambient.enabled, or with the profile "ambient".',
      'error: istiod is set up for ambient mode, and there is no ztunnel. Install it.',
    ]);
  });

  test('needs an istiod for it', () => {
    expect(said([istiod(), part('cni', { profile: 'ambient' }), part('ztunnel')])).toEqual([
      'error: ztunnel gets its configuration from no istiod: none is set up for ambient mode. Install one with the profile "ambient".',
    ]);
  });

  test('needs the istiod that ztunnel asks, or another address', () => {
    const [, plugin] = ambient();
    const named = istiod({ profile: 'ambient', revision: 'a' });
    expect(said([named, plugin, part('ztunnel')])).toEqual([
      'error: ztunnel asks the istiod of the revision "default" for its configuration, and there is none. Give it a revision that is here: a.',
    ]);
    expect(said([named, plugin, part('ztunnel', { revision: 'a' })])).toEqual([]);
    expect(said([named, plugin, part('ztunnel', { xdsAddress: 'istiod.example.com:15012' })])).toEqual([]);
  });

  test('needs an istiod that trusts ztunnel, by its account and its namespace', () => {
    const [one, plugin] = ambient();
    expect(said([one, plugin, part('ztunnel', { resourceName: 'node-proxy' }, 'kube-system')])).toEqual([
      'error: ztunnel runs as "node-proxy" (resourceName), and istiod trusts "ztunnel". Set its pilot.trustedZtunnelName to "node-proxy".',
      'error: ztunnel is in the namespace "kube-system", and istiod trusts one in "istio-system". Set its pilot.trustedZtunnelNamespace to "kube-system".',
    ]);
    const trusting = istiod({ profile: 'ambient', pilot: { trustedZtunnelName: 'node-proxy', trustedZtunnelNamespace: 'kube-system' } });
    expect(said([trusting, plugin, part('ztunnel', { resourceName: 'node-proxy' }, 'kube-system')])).toEqual([]);
  });

  test.each<[string, JsonObject, string]>([
    ['none', { repairPods: false }, 'none is on'],
    ['two', { labelPods: true }, 'cni.repair.labelPods and cni.repair.repairPods are on'],
  ])('repairs pods in one way, and not in %s', (_title, repair, problem) => {
    expect(said([istiod(), part('cni', { cni: { repair } })])).toEqual([
      `error: cni has to choose what becomes of pods that started too early, and ${problem}. Turn on one of labelPods, deletePods and repairPods.`,
    ]);
  });
});

describe('the taint of nodes', () => {
  const tainting = (namespace?: string): InstalledPart =>
    istiod({ pilot: { taint: { enabled: true, ...(namespace !== undefined && { namespace }) } } });

  test('is taken away where the plugin is', () => {
    expect(said([tainting('kube-system'), part('cni', {}, 'kube-system')])).toEqual([]);
    expect(said([tainting(), part('cni', {}, 'kube-system')])).toEqual([
      'error: istiod looks for the CNI plugin in the namespace "istio-system", and cni is in "kube-system": nodes would keep their taint. Set pilot.taint.namespace to "kube-system".',
    ]);
  });

  test('is likely a mistake without a plugin', () => {
    expect(said([tainting()])).toEqual([
      'warning: istiod takes a taint from nodes on which the CNI plugin runs (pilot.taint.enabled), and no plugin is installed. Install it here, or see that it is.',
    ]);
  });
});

describe('disruption budgets', () => {
  test('have one limit', () => {
    expect(said([istiod({ pilot: { autoscaleMin: 2, pdb: { minAvailable: 1, maxUnavailable: 1 } } })])).toEqual([
      'error: istiod: pdb.minAvailable and pdb.maxUnavailable are both set, and a budget has one of them. Take one away.',
    ]);
  });

  test('that were asked for are not written for a single pod, which is said', () => {
    expect(said([istiod({ pilot: { pdb: { maxUnavailable: 1 } } })])).toEqual([
      'warning: istiod: pdb is set and is not written, as there is one pod at the least. Raise pilot.autoscaleMin above 1, or take the budget away.',
    ]);
    expect(said([part('gateway', { autoscaling: { enabled: false }, podDisruptionBudget: { minAvailable: 1 } })])).toEqual([
      'warning: gateway: podDisruptionBudget is set and is not written, as there is one pod at the least. Raise replicaCount above 1, or take the budget away.',
    ]);
  });
});

describe('gateways', () => {
  test('belong to a revision or a tag that is there', () => {
    const tags = [{ tag: 'prod', revision: 'a', title: 'the tag "prod"' }];
    expect(said([istiod({ revision: 'a' }), part('gateway', { revision: 'prod' })], tags)).toEqual([]);
    expect(said([istiod({ revision: 'a' }), part('gateway', { revision: 'b' })], tags)).toEqual([
      'error: gateway belongs to the revision "b", which is neither a revision nor a tag here. Choose from: a, prod.',
    ]);
  });

  test('whose list of ports replaces that of the profile are warned of the port that is lost', () => {
    const ports = (...numbers: number[]): InstalledPart => part('istio-ingress', { profile: 'demo', gateways: { 'istio-ingressgateway': { ports: numbers.map((port) => ({ port })) } } });
    expect(said([ports(80, 15021)])).toEqual([]);
    expect(said([ports(80)])).toEqual([
      'warning: istio-ingress: its ports replace those of the chart and the profile, and the port of its health, 15021, is not among them. Add { port: 15021, targetPort: 15021, name: "status-port" } where a load balancer asks for it.',
    ]);
  });
});
