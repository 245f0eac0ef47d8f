import { isIP } from 'node:net';
import { serviceHost } from './host';
import { checkNameOfValue } from './label-name';

const LABEL = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const NAME = new RegExp(`^(?:\\*|(?:\\*-?)?${LABEL})(?:\\.${LABEL})*\\.?$`);
/** The name by which a gateway of another network asks for a service: `outbound_.80_.v1_.web.shop.svc.cluster.local`. */
const FORWARDED = new RegExp(`^outbound_\\.\\d+_\\.[-a-zA-Z0-9]*_\\.${LABEL}(?:\\.${LABEL})*$`);

/**
 * A host as Istio's resources name it: a DNS name, a name that begins with a wildcard, or an IP address.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export class Host {
  /**
   * The host of a name. Istio takes a short name for one in the namespace of the object that names it; `service` makes full ones.
   *
   * @param name a DNS name, such as `www.example.com` or `*.example.com`, or an IP address
   */
  public static of(name: string): Host {
    const isHost = isIP(name) !== 0 || FORWARDED.test(name)
      || (name.length <= 255 && NAME.test(name) && name.split('.').every((label) => label.length <= 63));
    if (!isHost) {
      throw new Error(`"${name}" is not a host. Give a DNS name, which may begin with a wildcard, or an IP address, without port and namespace.`);
    }
    return new Host(name);
  }

  /** Every host: `*`. */
  public static any(): Host {
    return new Host('*');
  }

  /**
   * Every host below a domain: `*.example.com`.
   *
   * @param domain a DNS name without a wildcard
   */
  public static wildcard(domain: string): Host {
    if (domain.startsWith('*') || isIP(domain) !== 0) {
      throw new Error(`"${domain}" is not a domain. Give a DNS name without a wildcard, such as example.com.`);
    }
    return Host.of(`*.${domain}`);
  }

  /**
   * A Kubernetes Service, under the full name that means the same in every namespace.
   *
   * @param name name of the Service
   * @param namespace its namespace
   * @param clusterDomain the domain of the cluster; `cluster.local` where it is not given
   */
  public static service(name: string, namespace: string, clusterDomain: string = 'cluster.local'): Host {
    checkNameOfValue(name, 'a Service');
    checkNameOfValue(namespace, 'a Namespace');
    return Host.of(serviceHost(name, namespace, clusterDomain));
  }

  private constructor(private readonly name: string) {}

  /** The host as it is written. */
  public get value(): string {
    return this.name;
  }

  /** Whether the host stands for more than one name. */
  public get isWildcard(): boolean {
    return this.name.startsWith('*');
  }

  /**
   * Whether another host is the same; DNS names know no case.
   *
   * @param other the other host
   */
  public isEqualTo(other: Host): boolean {
    return this.name.toLowerCase() === other.name.toLowerCase();
  }

  /** The host as it is written. */
  public toString(): string {
    return this.name;
  }

  /** What is written; cdk8s asks for it when it writes the object. */
  public resolve(): any {
    return this.name;
  }
}
