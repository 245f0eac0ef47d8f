import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { PROFILES } from '../generate/install/manifest-cases';
import { Cluster, startCluster } from '../lib/apiserver';
import { injectionReview } from '../lib/injection-review';
import { AppliedFile, applyFiles } from '../lib/install';
import { formatKnownDifference, KnownDifferences } from '../lib/known-differences';
import { OwnProgram } from '../lib/own-program';
import { freePorts } from '../lib/process';
import { RunningMesh } from '../lib/running-mesh';
import { lostObjects } from '../lib/stored';
import { Suite, SuiteContext } from '../lib/suite';

/** Profiles whose control plane is started. The others are only applied. */
const STARTED = ['default', 'demo', 'ambient', 'minimal'];

/** Where the application lives that istiod injects and configures. */
const NAMESPACE = 'shop';

/** Installs each profile on a real API server, and starts istiod on what it installs. */
export const install: Suite = {
  name: 'install',
  title: 'each profile on a real API server: every object taken and kept; istiod starts on it, injects a pod and configures its Envoy',
  async run(context: SuiteContext): Promise<void> {
    const known = KnownDifferences.read(context.knownDifferencesFile, 'install');
    const own = new OwnProgram();
    const cluster = await startCluster(context.lifetime, 'profiles');
    // Nothing listens there: what a webhook is asked for is refused on this machine.
    const [closedPort] = await freePorts(1);
    for (const profile of PROFILES) {
      const files = await filesOf(context, own, profile);
      await checkTaken(context, known, profile, cluster, await applyFiles(cluster, files, context.lifetime.folder, closedPort));
      // On an API server of its own: what runs there changes what was installed.
      if (STARTED.includes(profile)) {
        await checkRunning(context, profile, await RunningMesh.start(context.lifetime, profile, [...files, applicationFile(context, profile)]));
      }
    }
    context.report.check(`every known difference is still one (${known.neededCount})`, known.unneeded.map(formatKnownDifference));
  },
};

/** What the profile installs, below what it needs to be there before. */
async function filesOf({ lifetime, report }: SuiteContext, own: OwnProgram, profile: string): Promise<string[]> {
  const answer = await own.run(['manifest', '--set', `profile=${profile}`]);
  if (answer.code !== 0) throw new Error(`The profile ${profile} cannot be rendered: ${answer.stderr}`);
  const folder = path.join(lifetime.folder, profile);
  mkdirSync(folder);
  const before = path.join(folder, 'before.yaml');
  writeFileSync(before, list(namespace('istio-system'), networkAttachments()));
  if (profile === 'empty') {
    report.check('empty: installs nothing', answer.stdout.trim() === '' ? [] : [answer.stdout]);
    return [before];
  }
  const file = path.join(folder, `${profile}.yaml`);
  writeFileSync(file, answer.stdout);
  return [before, file];
}

async function checkTaken(
  { report }: SuiteContext, known: KnownDifferences, profile: string, cluster: Cluster, files: readonly AppliedFile[],
): Promise<void> {
  for (const applied of files) {
    const name = `${profile}/${path.basename(applied.file)}`;
    report.check(`${name}: the API server takes all ${applied.objects.length} objects`, applied.complaints);
    report.group(`${name}: kept as written`, await lostObjects(cluster.kubectl, applied.objects, known));
  }
}

/** istiod has become ready, and the API server has had it inject the application's pod: `RunningMesh` waits for both. */
async function checkRunning({ report }: SuiteContext, profile: string, mesh: RunningMesh): Promise<void> {
  report.pass(`${profile}: istiod is ready`);
  const [pod] = mesh.pods.filter((one) => one.namespace === NAMESPACE);
  const containers = [...pod.stored.spec.initContainers ?? [], ...pod.stored.spec.containers].map(({ name }: { name: string }) => name);
  report.check(`${profile}: the API server has istiod inject a pod`, containers.includes('istio-proxy') ? [] : [`its containers are ${containers.join(', ')}`]);
  const injected = await injectionReview(mesh.webhookPort, bare(pod.name, {}), NAMESPACE);
  report.check(`${profile}: /inject answers a review with a proxy`, /"istio-proxy"/.test(injected.patch) ? [] : [JSON.stringify(injected)]);
  const left = await injectionReview(mesh.webhookPort, bare(pod.name, { 'sidecar.istio.io/inject': 'false' }), NAMESPACE);
  report.check(`${profile}: /inject leaves a pod alone that says so`, left.allowed && left.patch === '' ? [] : [JSON.stringify(left)]);
  const envoy = await mesh.connect(NAMESPACE, 'web');
  const dump = await envoy.configDump();
  report.check(`${profile}: a stock Envoy takes everything that istiod sends`, [...envoy.rejections, ...dump.unsettled]);
  const host = `web.${NAMESPACE}.svc.cluster.local`;
  report.check(`${profile}: the Envoy knows the application`, dump.outboundHosts.includes(host) ? [] : [`it knows ${dump.outboundHosts.join(', ')}`]);
}

/** An application: a namespace whose pods are injected, a Service, a Deployment. */
function applicationFile({ lifetime }: SuiteContext, profile: string): string {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec: bare('web', {}).spec };
  const objects = list(
    { ...namespace(NAMESPACE), metadata: { name: NAMESPACE, labels: { 'istio-injection': 'enabled' } } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: NAMESPACE },
      spec: { selector: labels, ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8080 }] },
    },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: NAMESPACE }, spec: { selector: { matchLabels: labels }, template } },
  );
  const file = path.join(lifetime.folder, profile, 'application.yaml');
  writeFileSync(file, objects);
  return file;
}

function list(...items: readonly object[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function bare(name: string, labels: Record<string, string>): { metadata: object; spec: object } {
  return {
    metadata: { name, namespace: NAMESPACE, labels: { app: 'web', ...labels } },
    spec: { containers: [{ name: 'web', image: 'registry.example.com/web:1', ports: [{ containerPort: 8080, protocol: 'TCP' }] }] },
  };
}

function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** What Multus brings to a cluster: the kind by which pods are attached to further networks. */
function networkAttachments(): object {
  const [group, plural] = ['k8s.cni.cncf.io', 'network-attachment-definitions'];
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { plural, singular: 'network-attachment-definition', kind: 'NetworkAttachmentDefinition' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true } } }],
    },
  };
}
