import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ConfigDump } from './config-dump';
import { Istiod } from './istiod';
import { inPod } from './network';
import { FakePod } from './pods';
import { Daemon, Lifetime, waitFor } from './process';
import { builtProgram, envoyProgram } from './programs';

/** The release that the proxies say they are. */
const ISTIO_VERSION = '1.31.0';

/** A stock Envoy that acts as the proxy of one pod. */
export class Envoy {
  /**
   * Starts one in the pod's network namespace, with its agent's part (certificates for the pod's identity) beside it.
   * It learns everything else from istiod.
   *
   * @param secrets socket of an agent for all pods, see `startSecrets`; one of its own when undefined
   * @param token by which istiod knows who it is, and lets it have the credentials of gateways
   */
  public static async start(
    lifetime: Lifetime, istiod: Istiod, pod: FakePod, namespace: string,
    { secrets, token }: { readonly secrets?: string; readonly token?: string } = {},
  ): Promise<Envoy> {
    const name = `${path.basename(istiod.socket, '-xds.sock')}-${pod.namespace}-${pod.name}`;
    const file = (suffix: string) => path.join(lifetime.folder, `${name}-${suffix}`);
    const sds = secrets ?? await startSecrets(lifetime, istiod, file('sds.sock'), identityOf(pod));
    writeFileSync(file('bootstrap.json'), JSON.stringify(bootstrap(pod, { xds: istiod.socket, sds, admin: file('admin.sock') }, token)));
    const daemon = lifetime.start(name, ...inPod(namespace, await envoyProgram(), [
      '--config-path', file('bootstrap.json'), '--disable-hot-restart', '--concurrency', '1', '--log-level', 'warning',
    ]));
    return new Envoy(pod, namespace, daemon, file('admin.sock'));
  }

  private constructor(
    public readonly pod: FakePod,
    /** Network namespace in which it runs. */
    public readonly namespace: string,
    private readonly daemon: Daemon,
    private readonly adminSocket: string,
  ) {}

  /** Waits until it has listeners and clusters from istiod and nothing is warming. */
  public async waitUntilConfigured(): Promise<void> {
    await waitFor(`${this.pod.name}'s Envoy to be configured`, 60_000, async () => {
      if ((await this.stats()).get('server.state') !== 0) throw new Error('it still waits for istiod, or for clusters to warm');
      const dump = await this.configDump();
      const warming = dump.unsettled.filter((text) => text.endsWith(' is warming'));
      if (warming.length > 0) throw new Error(warming.join(', '));
      if (dump.listeners.length === 0) throw new Error('it has no listeners');
      return true;
    }, this.daemon);
  }

  /** Its counters and gauges. */
  public async stats(): Promise<Map<string, number>> {
    const lines = (await this.admin('/stats')).split('\n');
    return new Map(lines.map((line) => line.split(': ')).filter(([, value]) => /^\d+$/.test(value ?? '')).map(([name, value]) => [name, Number(value)]));
  }

  public async configDump(): Promise<ConfigDump> {
    return new ConfigDump(JSON.parse(await this.admin('/config_dump?include_eds')));
  }

  /** What it did not take of that which istiod sent. */
  public async refusals(): Promise<string[]> {
    const stats = await this.stats();
    const bad = [...stats].filter(([name, value]) => value > 0 && /(\.update_rejected|listener_create_failure|\.init_fetch_timeout)$/.test(name));
    return [
      ...bad.map(([name, value]) => `${name} is ${value}`),
      ...(stats.get('control_plane.connected_state') === 1 ? [] : ['it is not connected with istiod']),
      ...(bad.length > 0 ? this.rejections : []),
    ];
  }

  /** What its log says of configuration that it does not take. */
  public get rejections(): string[] {
    return this.daemon.log.split('\n').filter((line) => /rejected|error adding|Unable to|\[critical\]/i.test(line)).slice(0, 10);
  }

  private async admin(adminPath: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request({ socketPath: this.adminSocket, path: adminPath, timeout: 10_000 }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      });
      call.on('timeout', () => call.destroy(new Error(`its admin page ${adminPath} did not answer within 10 s`)));
      call.on('error', reject);
      call.end();
    });
  }
}

/** Starts an agent that hands out certificates on a socket: for one identity, or for that of whichever pod asks. Gives the socket. */
export async function startSecrets(lifetime: Lifetime, istiod: Istiod, socket: string, identity?: string): Promise<string> {
  lifetime.start(path.basename(socket, '.sock'), await builtProgram('workload'), [
    'sds', '--socket', socket, '--ca-cert', istiod.authority.cert, '--ca-key', istiod.authority.key, ...(identity === undefined ? [] : ['--identity', identity]),
  ]);
  return socket;
}

/** SPIFFE identity of a pod. */
export function identityOf({ namespace, stored }: FakePod): string {
  return `spiffe://cluster.local/ns/${namespace}/sa/${stored.spec.serviceAccountName ?? 'default'}`;
}

/** What the pod's proxy is: beside an application, a gateway, or a waypoint. */
export function proxyType(pod: FakePod): 'sidecar' | 'router' | 'waypoint' {
  const { args } = proxyContainer(pod);
  return (['router', 'waypoint'] as const).find((type) => args.includes(type)) ?? 'sidecar';
}

function proxyContainer({ name, stored }: FakePod): any {
  const found = [...stored.spec.containers, ...stored.spec.initContainers ?? []].find((container: any) => container.name === 'istio-proxy');
  if (!found?.args) throw new Error(`${name} has no proxy`);
  return found;
}

/** What a pilot-agent would start its Envoy with, as far as istiod looks at it. */
function bootstrap(pod: FakePod, sockets: { xds: string; sds: string; admin: string }, token?: string): object {
  const { namespace, name, ip, stored } = pod;
  const authorization = token === undefined ? {} : { initial_metadata: [{ key: 'authorization', value: `Bearer ${token}` }] };
  const ads = { ads: {}, resource_api_version: 'V3', initial_fetch_timeout: '0s' };
  return {
    node: {
      id: `${proxyType(pod)}~${ip}~${name}.${namespace}~${namespace}.svc.cluster.local`,
      cluster: `${stored.metadata.labels?.app ?? name}.${namespace}`,
      metadata: { ...agentMetadata(pod), ...podMetadata(pod) },
    },
    admin: { address: { pipe: { path: sockets.admin } } },
    dynamic_resources: {
      ads_config: { api_type: 'GRPC', transport_api_version: 'V3', set_node_on_first_message_only: true, grpc_services: [{ envoy_grpc: { cluster_name: 'xds-grpc' }, ...authorization }] },
      cds_config: ads,
      lds_config: ads,
    },
    // By it listeners inside the proxy are made: those of tunnels between it and others.
    bootstrap_extensions: [{
      name: 'envoy.bootstrap.internal_listener',
      typed_config: { '@type': 'type.googleapis.com/envoy.extensions.bootstrap.internal_listener.v3.InternalListener' },
    }],
    static_resources: { clusters: [grpcCluster('xds-grpc', sockets.xds), grpcCluster('sds-grpc', sockets.sds)] },
  };
}

/** The variables that the injected proxy would hand on to istiod. */
function agentMetadata(pod: FakePod): Record<string, unknown> {
  const variables: { name: string; value?: string }[] = proxyContainer(pod).env;
  return Object.fromEntries(variables
    .filter(({ name, value }) => name.startsWith('ISTIO_META_') && value !== undefined)
    .map(({ name, value }) => [name.slice('ISTIO_META_'.length), value]));
}

function podMetadata({ name, namespace, ip, stored }: FakePod): Record<string, unknown> {
  return {
    NAME: name,
    NAMESPACE: namespace,
    INSTANCE_IPS: ip,
    LABELS: stored.metadata.labels,
    ANNOTATIONS: stored.metadata.annotations,
    SERVICE_ACCOUNT: stored.spec.serviceAccountName ?? 'default',
    ISTIO_VERSION,
    PROXY_CONFIG: parse(stored.metadata.annotations?.['proxy.istio.io/config'] ?? '{}'),
  };
}

function grpcCluster(name: string, socket: string): object {
  return {
    name,
    type: 'STATIC',
    connect_timeout: '5s',
    typed_extension_protocol_options: {
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
        '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
        'explicit_http_config': { http2_protocol_options: {} },
      },
    },
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint: { address: { pipe: { path: socket } } } }] }] },
  };
}
