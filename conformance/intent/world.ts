import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Posture } from 'cdk8s-istio';
import { ApiClient } from '../lib/api-client';
import { Cluster, startCluster } from '../lib/apiserver';
import { startSecrets } from '../lib/envoy';
import { applyFiles } from '../lib/install';
import { yamlFiles } from '../lib/istio-module';
import { Istiod, startIstiod, waitForWebhooks } from '../lib/istiod';
import { KubeObject, objectName, readObjects } from '../lib/objects';
import { runNode } from '../lib/pods';
import { freePorts, Lifetime, output } from '../lib/process';
import { builtProgram } from '../lib/programs';
import { synthesizeControlPlane, systemObjects } from '../programs/random-mesh';

/** How long istiod waits for more before it tells proxies of a change, at least and at most. */
const DEBOUNCE = { PILOT_DEBOUNCE_AFTER: '50ms', PILOT_DEBOUNCE_MAX: '500ms' };

/** Whom certificates outside name. */
export const OUTSIDE_IDENTITY = 'spiffe://cluster.local/ns/outside/sa/client';

/** An API server and istiod for many meshes, one posture at a time: what holds in the whole mesh is the same in all of one posture. */
export class World {
  /** Starts one, with a posture. */
  public static async start(lifetime: Lifetime, posture: Posture): Promise<World> {
    const folder = path.join(lifetime.folder, 'control-plane');
    synthesizeControlPlane(posture, folder);
    const [webhookPort] = await freePorts(1);
    const cluster = await startCluster(lifetime, 'intent');
    const refused = (await applyFiles(cluster, yamlFiles(folder), lifetime.folder, webhookPort)).flatMap(({ complaints }) => complaints);
    if (refused.length > 0) throw new Error(`The API server does not take the control plane:\n${refused.join('\n')}`);
    const istiod = await startIstiod(lifetime, cluster, webhookPort, { ...DEBOUNCE, XDS_AUTH_PLAINTEXT: 'true' });
    await waitForWebhooks(cluster);
    await runNode(cluster);
    const api = new ApiClient(cluster);
    lifetime.onEnd(() => api.close());
    return new World(cluster, api, istiod, await startSecrets(lifetime, istiod, path.join(lifetime.folder, 'sds.sock')), posture);
  }

  /** The objects of the control plane's namespace, by name. */
  private system: ReadonlyMap<string, KubeObject>;

  private constructor(
    private readonly cluster: Cluster,
    public readonly api: ApiClient,
    public readonly istiod: Istiod,
    /** Socket of the agent that gives every pod its certificate. */
    public readonly secrets: string,
    private posture: Posture,
  ) {
    this.system = byName(posture);
  }

  /** The Secret with which a gateway shows a certificate, and knows those of clients that the authority of the mesh has signed. */
  public async credential(name: string, namespace: string): Promise<KubeObject> {
    const { cert, key } = this.istiod.authority;
    const flags = ['--identity', OUTSIDE_IDENTITY, '--ca-cert', cert, '--ca-key', key];
    const printed = await output(await builtProgram('workload'), ['certificate', ...flags]);
    const at = printed.indexOf('-----BEGIN PRIVATE KEY-----');
    const encoded = (text: string): string => Buffer.from(text).toString('base64');
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      data: { 'tls.crt': encoded(printed.slice(0, at)), 'tls.key': encoded(printed.slice(at)), 'ca.crt': encoded(readFileSync(cert, 'utf8')) },
    } as KubeObject;
  }

  /** Whether an object is one of the control plane. */
  public has(object: KubeObject): boolean {
    return this.system.has(objectName(object));
  }

  /** Changes to another posture: what differs in the namespace of the control plane is written, or taken away. */
  public async change(posture: Posture): Promise<void> {
    if (posture === this.posture) return;
    const before = this.system;
    const after = byName(posture);
    const gone = [...before].filter(([name]) => !after.has(name)).map(([, object]) => object);
    const other = [...after].filter(([name, object]) => JSON.stringify(object) !== JSON.stringify(before.get(name))).map(([, object]) => object);
    for (const object of gone) await this.api.delete(object);
    await this.cluster.kubectl.applyObjects(other);
    this.posture = posture;
    this.system = after;
  }
}

function byName(posture: Posture): Map<string, KubeObject> {
  return new Map(readObjects(systemObjects(posture)).map((object) => [objectName(object), object]));
}
