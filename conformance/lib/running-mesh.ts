import { readFileSync } from 'node:fs';
import { Cluster, startCluster } from './apiserver';
import { ConfigDump } from './config-dump';
import { Envoy, proxyType } from './envoy';
import { AppliedFile, applyFiles } from './install';
import { Istiod, startIstiod, waitForWebhooks } from './istiod';
import { inPod, PodNetwork } from './network';
import { FakePod, fakePods, spareAddress } from './pods';
import { freePorts, Lifetime, Outcome, run, waitFor } from './process';
import { builtProgram } from './programs';

/** A mesh that runs as far as it can without a node: a real API server and istiod, faked pods, and an Envoy where one is asked for. */
export class RunningMesh {
  /**
   * Applies the files in their order, starts istiod, and has every Deployment run a pod.
   *
   * @param made Deployments that istiod itself makes, as namespace/name: they are waited for
   * @param identified whether proxies tell istiod who they are, without which no gateway gets a credential
   */
  public static async start(
    lifetime: Lifetime, name: string, files: readonly string[], made: readonly string[] = [], identified = false,
  ): Promise<RunningMesh> {
    const [webhookPort] = await freePorts(1);
    const cluster = await startCluster(lifetime, name);
    const applied = await applyFiles(cluster, files, lifetime.folder, webhookPort);
    const refused = applied.flatMap(({ complaints }) => complaints);
    if (refused.length > 0) throw new Error(`The API server does not take the files of ${name}:\n${refused.join('\n')}`);
    const istiod = await startIstiod(lifetime, cluster, webhookPort, identified ? { XDS_AUTH_PLAINTEXT: 'true' } : {});
    await waitForWebhooks(cluster);
    for (const deployment of made) await waitForDeployment(cluster, deployment);
    const pods = await fakePods(cluster);
    return new RunningMesh(lifetime, cluster, istiod, pods, applied, await PodNetwork.create(lifetime), webhookPort, identified);
  }

  private spares = 0;

  private constructor(
    private readonly lifetime: Lifetime,
    public readonly cluster: Cluster,
    public readonly istiod: Istiod,
    public readonly pods: readonly FakePod[],
    public readonly applied: readonly AppliedFile[],
    private readonly network: PodNetwork,
    /** Where istiod's webhooks listen on this machine. */
    public readonly webhookPort: number,
    private readonly identified: boolean,
  ) {}

  /** Gives a pod its network and its proxy, and waits until the proxy is configured. */
  public async connect(namespace: string, deployment: string): Promise<Envoy> {
    const envoy = await this.startProxy(namespace, deployment);
    await envoy.waitUntilConfigured();
    return envoy;
  }

  /** What istiod sends to the proxy of a pod, whether or not a stock Envoy takes it. */
  public async sentTo(namespace: string, deployment: string): Promise<ConfigDump> {
    await this.startProxy(namespace, deployment);
    return waitFor(`istiod to configure the proxy of ${deployment}`, 60_000, async () => {
      const dump = ConfigDump.ofIstiod(JSON.parse(await this.istiod.debug(`config_dump?proxyID=${deployment}-0.${namespace}`)));
      return dump.listeners.length > 0 ? dump : undefined;
    });
  }

  private async startProxy(namespace: string, deployment: string): Promise<Envoy> {
    const pod = this.pods.find((candidate) => candidate.namespace === namespace && candidate.name === `${deployment}-0`);
    if (!pod) throw new Error(`There is no Deployment "${deployment}" in namespace "${namespace}"`);
    const network = await this.network.addPod(pod.ip, { redirected: proxyType(pod) === 'sidecar' });
    return Envoy.start(this.lifetime, this.istiod, pod, network, this.identified ? { token: await this.tokenOf(pod) } : {});
  }

  /** A token of the pod's service account, as the kubelet would mount it for istiod. */
  private async tokenOf({ namespace, stored }: FakePod): Promise<string> {
    const account = stored.spec.serviceAccountName ?? 'default';
    const { kubectl } = this.cluster;
    // The controller that makes the default one does not run.
    await kubectl.applyObjects([{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } }]);
    return (await kubectl.run(['create', 'token', account, '-n', namespace, '--audience', 'istio-ca'])).stdout.trim();
  }

  /** A pod outside the mesh: no proxy, nothing redirected. Gives its network namespace. */
  public async stranger(): Promise<string> {
    return this.network.addPod(spareAddress(this.spares++), { redirected: false });
  }

  /** Starts the application of a pod: a server that answers with the pod's name; of bytes under TLS, with an identity of its own. */
  public async serve(envoy: Envoy, protocol: 'tcp' | 'http', port: number, identity?: string): Promise<void> {
    const { name, namespace } = envoy.pod;
    const daemon = this.lifetime.start(`${namespace}-${name}-app`, ...inPod(envoy.namespace, await builtProgram('workload'), [
      `${protocol}-server`, '--address', `0.0.0.0:${port}`, '--name', name, ...this.credentials(identity),
    ]));
    // Seen from inside the pod, past the proxy: its own address leads to that.
    await waitFor(`the application of ${name} to listen`, 10_000, async () => {
      const call = protocol === 'tcp' ? ['tcp-call', '--address', `127.0.0.1:${port}`] : ['http-call', '--url', `http://127.0.0.1:${port}/`];
      const answer = await run(...inPod(envoy.namespace, await builtProgram('workload'), [...call, ...this.credentials(identity)]));
      return answer.code === 0 ? true : undefined;
    }, daemon);
  }

  /** Starts a server in a network namespace outside the mesh, which answers with a name. */
  public async serveAt(namespace: string, protocol: 'tcp' | 'http', port: number, name: string): Promise<void> {
    const daemon = this.lifetime.start(`${namespace}-${name}`, ...inPod(namespace, await builtProgram('workload'), [
      `${protocol}-server`, '--address', `0.0.0.0:${port}`, '--name', name,
    ]));
    await waitFor(`${name} to listen`, 10_000, async () => {
      const call = protocol === 'tcp' ? ['tcp-call', '--address', `127.0.0.1:${port}`] : ['http-call', '--url', `http://127.0.0.1:${port}/`];
      return (await run(...inPod(namespace, await builtProgram('workload'), call))).code === 0 ? true : undefined;
    }, daemon);
  }

  /** Calls from a network namespace. With an identity the caller opens mutual TLS itself, as a proxy would. */
  public async call(from: string, args: readonly string[], identity?: string): Promise<Outcome> {
    return run(...inPod(from, await builtProgram('workload'), [...args, ...this.credentials(identity)]));
  }

  /** A fresh certificate and its key, which the authority of the mesh has signed, and the authority's own; as PEM. */
  public async certificate(identity: string): Promise<{ readonly cert: string; readonly key: string; readonly authority: string }> {
    const { stdout } = await run(await builtProgram('workload'), ['certificate', ...this.credentials(identity)]);
    const at = stdout.indexOf('-----BEGIN PRIVATE KEY-----');
    return { cert: stdout.slice(0, at), key: stdout.slice(at), authority: readFileSync(this.istiod.authority.cert, 'utf8') };
  }

  private credentials(identity: string | undefined): string[] {
    const { cert, key } = this.istiod.authority;
    return identity === undefined ? [] : ['--identity', identity, '--ca-cert', cert, '--ca-key', key];
  }

  /** Cluster address of a Service. */
  public async serviceAddress(namespace: string, name: string): Promise<string> {
    const [service] = await this.cluster.kubectl.get(['service', name, '-n', namespace]);
    return service.spec.clusterIP;
  }
}

async function waitForDeployment(cluster: Cluster, deployment: string): Promise<void> {
  const [namespace, name] = deployment.split('/');
  await waitFor(`istiod to make the Deployment ${deployment}`, 90_000, async () => {
    const answer = await cluster.kubectl.run(['get', 'deployment', name, '-n', namespace]);
    return answer.code === 0 ? true : undefined;
  });
}
