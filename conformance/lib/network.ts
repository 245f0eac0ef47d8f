import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { SERVICE_RANGE } from './apiserver';
import { POD_PREFIX } from './pods';
import { Lifetime, output } from './process';

const INBOUND_PORT = 15006;
const OUTBOUND_PORT = 15001;
/** From where a proxy calls the application beside it. */
const PROXY_ADDRESS = '127.0.0.6/32';

/** How many networks there were, for names that are unique on this machine. */
let networks = 0;

/**
 * Pods as the kernel sees them: a network namespace each, with an address of its own, joined by a bridge in one more namespace.
 * None has a way to this machine's network or out of it; what a pod shares with the suite are unix sockets.
 */
export class PodNetwork {
  public static async create(lifetime: Lifetime): Promise<PodNetwork> {
    if (process.getuid?.() !== 0) throw new Error('Network namespaces need root. Run the suite "proxy" as root.');
    const network = new PodNetwork(lifetime, `mesh-${process.pid}-${++networks}`);
    await network.namespace(network.hub);
    await ip(['-n', network.hub, 'link', 'add', 'bridge', 'type', 'bridge']);
    await ip(['-n', network.hub, 'link', 'set', 'bridge', 'up']);
    return network;
  }

  private pods = 0;

  private constructor(private readonly lifetime: Lifetime, private readonly hub: string) {}

  /**
   * Adds a pod and gives the name of its network namespace. When asked for, what comes in and what goes to a Service is redirected
   * to the proxy's ports as istio-init does it. That leaves out calls to hosts outside the mesh, which here have no way out anyhow.
   */
  public async addPod(address: string, options: { redirected: boolean }): Promise<string> {
    const index = ++this.pods;
    const name = `${this.hub}-${index}`;
    await this.namespace(name);
    this.forgetNames(name);
    await ip(['-n', name, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', `pod${index}`, 'netns', this.hub]);
    await ip(['-n', this.hub, 'link', 'set', `pod${index}`, 'master', 'bridge', 'up']);
    await ip(['-n', name, 'addr', 'add', `${address}/${POD_PREFIX}`, 'dev', 'eth0']);
    await ip(['-n', name, 'link', 'set', 'lo', 'up']);
    await ip(['-n', name, 'link', 'set', 'eth0', 'up']);
    await ip(['-n', name, 'route', 'add', 'default', 'dev', 'eth0']);
    if (options.redirected) {
      await redirect(name, ['PREROUTING', '-p', 'tcp'], INBOUND_PORT);
      await redirect(name, ['OUTPUT', '-p', 'tcp', '-d', SERVICE_RANGE], OUTBOUND_PORT);
      // What a proxy sends to its own pod comes in as from elsewhere, save what it hands to the application.
      await natRule(name, ['OUTPUT', '-s', PROXY_ADDRESS, '-o', 'lo', '-j', 'RETURN']);
      await redirect(name, ['OUTPUT', '-p', 'tcp', '-o', 'lo', '-d', address], INBOUND_PORT);
    }
    return name;
  }

  /** Has programs in the pod look for a name server where none is: that a name is unknown is clear at once. */
  private forgetNames(namespace: string): void {
    // Where `ip netns exec` looks for files that stand in for those under /etc.
    const folder = path.join('/etc/netns', namespace);
    mkdirSync(folder, { recursive: true });
    this.lifetime.onEnd(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
  }

  private async namespace(name: string): Promise<void> {
    await ip(['netns', 'add', name]);
    this.lifetime.onEnd(() => { spawnSync('ip', ['netns', 'delete', name]); });
  }
}

/** The command that runs a program in a pod. */
export function inPod(namespace: string, command: string, args: readonly string[]): [string, string[]] {
  return ['ip', ['netns', 'exec', namespace, command, ...args]];
}

async function ip(args: string[]): Promise<void> {
  await output('ip', args);
}

async function redirect(namespace: string, match: string[], port: number): Promise<void> {
  await natRule(namespace, [...match, '-j', 'REDIRECT', '--to-ports', String(port)]);
}

async function natRule(namespace: string, rule: readonly string[]): Promise<void> {
  await output('ip', ['netns', 'exec', namespace, 'iptables', '-t', 'nat', '-A', ...rule]);
}
