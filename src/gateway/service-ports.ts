import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Exposure, isHttps, servedAt } from './exposure';
import { JsonObject, Manifest } from '../reference/json';

/** A port of a gateway's Service. */
export interface GatewayServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number;
  readonly protocol?: string;
}

/** The ports of a gateway's Service: those that it has of its own accord, and those that exposures ask for. */
export class ServicePorts {
  private given: readonly GatewayServicePort[] = [];

  /**
   * @param exposures what is exposed when the ports are asked for
   * @param lowest the lowest port that the proxies may listen at
   * @param http3 whether HTTPS is served over UDP, too
   */
  constructor(private readonly exposures: () => readonly Exposure[], private readonly lowest: number, private readonly http3 = false) {}

  /** Writes the objects of a gateway below its construct; its Service, and the policy of its network, get the ports. */
  public write(scope: Construct, manifests: readonly Manifest[]): void {
    this.given = manifests.find(({ kind }) => kind === 'Service')?.spec.ports ?? [];
    for (const manifest of manifests) {
      new ApiObject(scope, `${manifest.kind}-${manifest.metadata.name}`, this.withPorts(manifest));
    }
  }

  /** The port at which the proxies listen for what comes to a port of the Service. */
  public listenerOf(port: number): number {
    return [...this.given, ...this.furtherTcp].find((one) => one.port === port)?.targetPort ?? port;
  }

  private withPorts(manifest: Manifest): Manifest {
    switch (manifest.kind) {
      case 'Service':
        return { ...manifest, spec: { ...manifest.spec, ports: Lazy.any({ produce: () => this.all }) } };
      case 'NetworkPolicy':
        return {
          ...manifest,
          spec: { ...manifest.spec, ingress: Lazy.any({ produce: () => [...manifest.spec.ingress, ...this.further.map(opened)] }) },
        };
      default:
        return manifest;
    }
  }

  private get all(): GatewayServicePort[] {
    return [...this.given, ...this.further];
  }

  private get further(): GatewayServicePort[] {
    return [...this.furtherTcp, ...(this.http3 ? this.quic : [])];
  }

  /** Ports of UDP; without the number that the one of TCP has, istiod finds none. */
  private get quic(): GatewayServicePort[] {
    const numbers = new Set(this.exposures().flatMap(servedAt).filter(isHttps).map(({ port }) => port));
    const known = new Set(this.given.filter(({ protocol }) => protocol === 'UDP').map(({ port }) => port));
    return [...this.given, ...this.furtherTcp].filter(({ port, protocol }) => numbers.has(port) && !known.has(port) && protocol !== 'UDP')
      .map(({ port, targetPort = port }) => ({ name: `quic-${port}`, port, targetPort, protocol: 'UDP' }));
  }

  private get furtherTcp(): GatewayServicePort[] {
    const taken = new Set(this.given.map(({ port, targetPort }) => targetPort ?? port));
    const known = new Set(this.given.map(({ port }) => port));
    const asked = new Map(this.exposures().flatMap(servedAt).filter(({ port }) => !known.has(port))
      .map(({ port, protocol }) => [port, protocol]));
    return [...asked].sort(([a], [b]) => a - b).map(([port, protocol]) => {
      const targetPort = this.target(port, taken);
      taken.add(targetPort);
      return { name: `${protocol.toLowerCase()}-${port}`, port, targetPort, protocol: 'TCP' };
    });
  }

  /** Two ports of the Service that lead to one of the proxies would be one to istiod. */
  private target(port: number, taken: ReadonlySet<number>): number {
    const wanted = port < this.lowest ? port + 8000 : port;
    const free = [wanted, wanted + 10_000, wanted + 20_000].find((one) => one <= 65_535 && !taken.has(one));
    return free ?? wanted;
  }
}

function opened({ port, targetPort, protocol = 'TCP' }: GatewayServicePort): JsonObject {
  return { ports: [{ protocol, port: targetPort ?? port }] };
}
