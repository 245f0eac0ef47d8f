import { checkMode, MutualTlsSetting } from './modes';
import { failure, listed } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { MutualTLSMode } from '../../resources';
import type { MeshNamespace } from '../namespace';
import type { MeshService } from '../service/service';
import { workloadPorts } from '../service/workload-ports';

/** Of what a mode of mutual TLS is said. */
export interface MutualTlsOptions {
  /**
   * Ports of the service, such as `cart.ports[1]`. What is written are the numbers that they have in the pods.
   *
   * @default - all ports of the pods, also those that the service does not have
   */
  readonly ports?: MeshPort[];
}

/** What the workloads of a service accept from their callers. */
export class ServiceMutualTls {
  /** What the service says. */
  public readonly setting: MutualTlsSetting;

  constructor(private readonly service: MeshService, namespace: MeshNamespace) {
    this.setting = new MutualTlsSetting({
      scope: service,
      metadata: { name: service.serviceName },
      wider: namespace._mutualTls,
      pods: {
        get selector() {
          return service.selector;
        },
        numbersOf: (ports) => workloadPorts(service, ports),
      },
    });
  }

  /** Whether the service has a PeerAuthentication. */
  public get isWritten(): boolean {
    return this.setting.isWritten;
  }

  /** What is accepted on a port. */
  public modeOf(port: MeshPort): MutualTLSMode {
    return this.setting.modeOf(port);
  }

  /** Sets what is accepted on all ports, or on some. */
  public use(mode: MutualTLSMode, { ports }: MutualTlsOptions): void {
    checkMode(this.service, mode, this.service.enrollment);
    if (ports === undefined) {
      if (this.setting.isOwn) throw failure(this.service, 'It has a mode of mutual TLS for all ports already', 'Call useMutualTls() without ports once');
      this.setting.choose(mode);
      return;
    }
    if (ports.length === 0) throw failure(this.service, `The list of ports for mutual TLS ${mode} is empty`, 'Leave ports out for all of them');
    for (const port of ports) {
      const own = this.portLike(port, mode);
      if (this.setting.hasPort(own)) throw failure(this.service, `Port ${own.number} has a mode of mutual TLS already`, 'Name each port once');
      this.setting.choosePort(own, mode);
    }
  }

  private portLike(port: MeshPort, mode: MutualTLSMode): MeshPort {
    const own = this.service.ports.find(({ number }) => number === port.number);
    if (own !== undefined) return own;
    throw failure(this.service, `Mutual TLS is ${mode} on port ${port.number}, but its ports are ${listed(this.service.ports.map(({ number }) => number))}`,
      'Name ports of the service', 'A14');
  }
}
