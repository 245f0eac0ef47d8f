import { chmodSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import * as path from 'node:path';
import { Cluster } from './apiserver';
import { KubeObject, podOf } from './objects';
import { freePorts, Lifetime, waitFor } from './process';
import { builtProgram } from './programs';

/** Filters of Istio's own Envoy that a stock one does not have. */
const ISTIO_FILTERS = ['istio.alpn', 'istio.metadata_exchange', 'istio.stats', 'waypoint_downstream_peer_metadata', 'connect_authority'];

/** A running istiod. */
export interface Istiod {
  /** Unix socket that leads to its plain-text configuration service; sockets cross network namespaces. */
  readonly socket: string;
  /** Certificate and key of its authority, as files. */
  readonly authority: { readonly cert: string; readonly key: string };
  /** What it says of itself under a debug path. */
  debug(debugPath: string): Promise<string>;
}

/**
 * Starts istiod on the machine against an API server that has a control plane's objects already: it reads mesh configuration,
 * injection template and authority from there, and its settings from the environment that the rendered Deployment gives it.
 *
 * @param settings variables over those
 */
export async function startIstiod(lifetime: Lifetime, cluster: Cluster, webhookPort: number, settings: Record<string, string> = {}): Promise<Istiod> {
  const binary = await builtProgram('pilot-discovery');
  const [http, monitoring, grpc, secureGrpc, ctrlz] = await freePorts(5);
  await cluster.kubectl.applyObjects([withoutIstioFilters()]);
  const [deployment] = await cluster.kubectl.get(['-n', 'istio-system', 'deployments', '-l', 'app=istiod']);
  const daemon = lifetime.start(`${cluster.name}-istiod`, binary, [
    'discovery',
    '--kubeconfig', cluster.kubeconfig,
    '--httpAddr', `127.0.0.1:${http}`, '--monitoringAddr', `127.0.0.1:${monitoring}`,
    '--grpcAddr', `127.0.0.1:${grpc}`, '--secureGRPCAddr', `127.0.0.1:${secureGrpc}`,
    '--httpsAddr', `127.0.0.1:${webhookPort}`, '--ctrlz_port', String(ctrlz),
  ], {
    env: {
      ...plainEnv(deployment),
      POD_NAME: 'istiod-0',
      POD_NAMESPACE: 'istio-system',
      PILOT_ENABLE_METADATA_EXCHANGE: 'false',
      // The API server calls its webhooks under this name.
      ISTIOD_CUSTOM_HOST: '127.0.0.1',
      ...settings,
    },
  });
  await waitFor('istiod to be ready', 60_000, async () => {
    const answer = await fetch(`http://127.0.0.1:${http}/ready`);
    return answer.ok ? true : undefined;
  }, daemon);
  return {
    socket: await relay(lifetime, path.join(lifetime.folder, `${cluster.name}-xds.sock`), grpc),
    authority: await authorityFiles(lifetime, cluster),
    debug: async (debugPath) => (await fetch(`http://127.0.0.1:${http}/debug/${debugPath}`)).text(),
  };
}

/** Waits until istiod has put its certificate into the webhooks, without which the API server does not trust them. */
export async function waitForWebhooks(cluster: Cluster): Promise<void> {
  await waitFor('istiod to sign the webhooks', 30_000, async () => {
    const configurations = await cluster.kubectl.get(['mutatingwebhookconfigurations']);
    const webhooks = configurations.flatMap((configuration) => configuration.webhooks ?? []);
    return webhooks.every((webhook) => webhook.clientConfig.caBundle) ? true : undefined;
  });
}

/** Removes from every proxy what only Istio's own Envoy has. */
function withoutIstioFilters(): object {
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'EnvoyFilter',
    metadata: { name: 'stock-envoy', namespace: 'istio-system' },
    spec: {
      configPatches: [
        ...ISTIO_FILTERS.map((name) => ({
          applyTo: 'HTTP_FILTER',
          match: { listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name } } } } },
          patch: { operation: 'REMOVE' },
        })),
        ...ISTIO_FILTERS.map((name) => ({
          applyTo: 'NETWORK_FILTER',
          match: { listener: { filterChain: { filter: { name } } } },
          patch: { operation: 'REMOVE' },
        })),
      ],
    },
  };
}

/** The variables of istiod's container that have a plain value. */
function plainEnv(deployment: KubeObject | undefined): Record<string, string> {
  const variables: { name: string; value?: string }[] = deployment === undefined ? [] : podOf(deployment)!.spec.containers[0].env;
  return Object.fromEntries(variables.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value!]));
}

/** A unix socket whose connections end at a port of this machine. */
async function relay(lifetime: Lifetime, socket: string, port: number): Promise<string> {
  const server = createServer((inner) => {
    const outer = connect(port, '127.0.0.1');
    inner.pipe(outer).pipe(inner);
    for (const [one, other] of [[inner, outer], [outer, inner]]) one.on('error', () => other.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(socket, resolve);
  });
  chmodSync(socket, 0o600);
  server.unref();
  lifetime.onEnd(() => server.close());
  return socket;
}

async function authorityFiles(lifetime: Lifetime, cluster: Cluster): Promise<{ cert: string; key: string }> {
  const secret = await waitFor('istiod to create its authority', 30_000, async () =>
    (await cluster.kubectl.get(['-n', 'istio-system', 'secret', 'istio-ca-secret']))[0]);
  const files = { cert: path.join(lifetime.folder, `${cluster.name}-ca.pem`), key: path.join(lifetime.folder, `${cluster.name}-ca.key`) };
  writeFileSync(files.cert, Buffer.from(secret.data['ca-cert.pem'], 'base64'));
  writeFileSync(files.key, Buffer.from(secret.data['ca-key.pem'], 'base64'), { mode: 0o600 });
  return files;
}
