import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Exposure, servedAt } from './exposure';
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
   */
  constructor(private readonly exposures: () => readonly Exposure[], private readonly lowest: number) {}

  /** Writes the objects of a gateway below its construct; its Service, and the policy of its network, get the ports. */
  public write(scope: Construct, manifests: readonly Manifest[]): void {
    this.given = manifests.find(({ kind }) => kind === 'Service')?.spec.ports ?? [];
    for (const manifest of manifests) {
      new ApiObject(scope, `${manifest.kind}-${manifest.metadata.name}`, this.withPorts(manifest));
    }
  }

  /** The port at which the proxies listen for what comes to a port of the Service. */
  public listenerOf(port: number): number {
    return this.all.find((one) => one.port === port)?.targetPort ?? port;
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

function opened({ port, targetPort }: GatewayServicePort): JsonObject {
  return { ports: [{ protocol: 'TCP', port: targetPort ?? port }] };
}
