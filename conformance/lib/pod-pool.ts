import * as path from 'node:path';
import { inPod, PodNetwork } from './network';
import { PodAgent } from './pod-agent';
import { Lifetime } from './process';
import { builtProgram } from './programs';

/** Ports on which the application of every pod answers HTTP of both versions, and gRPC. */
export const HTTP_TARGETS = [8080, 8081, 8082, 8083];

/** Ports on which it answers lines. */
export const TCP_TARGETS = [9000, 9001];

/** Ports on which it answers lines under TLS of its own. */
export const TLS_TARGETS = [9443, 9444];

/** A place for a pod: an address, a network of its own, and an application that runs. Pods come and go, the place stays. */
export interface PodPlace {
  /** What the application calls itself. */
  readonly name: string;
  readonly ip: string;
  /** The network namespace. */
  readonly namespace: string;
  readonly agent: PodAgent;
}

/** Places for pods, which are made when there are too few, and used again. */
export class PodPool {
  /** Somebody outside: nothing is redirected, and the application answers as that of a pod does. */
  public static async outside(lifetime: Lifetime, network: PodNetwork, ip: string): Promise<PodPlace> {
    return openPlace(lifetime, await network.addPod(ip, { redirected: false }), { name: 'outside', ip, serves: true });
  }

  private readonly free: PodPlace[] = [];
  private made = 0;

  /**
   * @param lifetime until when the places stay
   * @param network in which they are
   * @param redirected whether a sidecar takes what comes in and goes out; else there is no application, but only somebody who calls
   */
  constructor(private readonly lifetime: Lifetime, private readonly network: PodNetwork, private readonly redirected: boolean) {}

  public async take(): Promise<PodPlace> {
    return this.free.pop() ?? this.make();
  }

  public give(place: PodPlace): void {
    this.free.push(place);
  }

  private async make(): Promise<PodPlace> {
    const number = ++this.made;
    const name = `${this.redirected ? 'pod' : 'bare'}-${number}`;
    const ip = `10.77.${this.redirected ? 1 : 2}.${number}`;
    return openPlace(this.lifetime, await this.network.addPod(ip, { redirected: this.redirected }), { name, ip, serves: this.redirected });
  }
}

async function openPlace(
  lifetime: Lifetime, namespace: string, { name, ip, serves }: { readonly name: string; readonly ip: string; readonly serves: boolean },
): Promise<PodPlace> {
  const socket = path.join(lifetime.folder, `${name}.sock`);
  const daemon = lifetime.start(name, ...inPod(namespace, await builtProgram('workload'), [
    'pod', '--name', name, '--socket', socket,
    ...(serves ? ['--http', HTTP_TARGETS.join(','), '--tcp', TCP_TARGETS.join(','), '--tls', TLS_TARGETS.join(',')] : []),
  ]));
  return { name, ip, namespace, agent: await PodAgent.connect(socket, daemon) };
}
