import { ApiObject, Chart, Duration, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { failure } from '../reference/fail';
import { JsonObject } from '../reference/json';
import { ProtoDuration } from '../reference/proto-duration';
import { sortChildren } from '../reference/sorted-children';

/** Algorithms of private keys, in cert-manager's words. */
export enum CertManagerKeyAlgorithm {
  /** RSA, with keys of 2048 bits or more. */
  RSA = 'RSA',
  /** ECDSA, with keys of 256, 384 or 521 bits. */
  ECDSA = 'ECDSA',
  /** Ed25519, which has one size; not all clients know it. */
  ED25519 = 'Ed25519',
}

/**
 * Who issues certificates (`issuerRef` of a Certificate).
 *
 * @see https://cert-manager.io/docs/concepts/issuer/
 */
export class CertManagerIssuer {
  /**
   * An Issuer in the namespace of the gateway. Writes it into the `Certificate` that names it
   * (`spec.issuerRef.name`).
   *
   * @param name its name
   * @example
   * const certificate = CertManagerCertificate.of('shop-tls', { issuerRef: CertManagerIssuer.issuer('internal') });
   * gateway.expose(web, { hosts: ['shop.example.com'], certificate });
   */
  public static issuer(name: string): CertManagerIssuer {
    return new CertManagerIssuer({ name });
  }

  /**
   * A ClusterIssuer, which issues for all namespaces. Writes it into the `Certificate` that names it
   * (`spec.issuerRef.name`, `spec.issuerRef.kind`).
   *
   * @param name its name
   * @example
   * const certificate = CertManagerCertificate.of('shop-tls', { issuerRef: CertManagerIssuer.clusterIssuer('letsencrypt') });
   * gateway.expose(web, { hosts: ['shop.example.com'], certificate });
   */
  public static clusterIssuer(name: string): CertManagerIssuer {
    return new CertManagerIssuer({ name, kind: 'ClusterIssuer' });
  }

  /**
   * An issuer of another kind, which an extension of cert-manager knows. Writes it into the `Certificate` that names it
   * (`spec.issuerRef.group`, `spec.issuerRef.kind`, `spec.issuerRef.name`).
   *
   * @param group the API group of the kind
   * @param kind the kind
   * @param name its name
   * @example
   * const issuerRef = CertManagerIssuer.external('awspca.cert-manager.io', 'AWSPCAClusterIssuer', 'corporate');
   * const certificate = CertManagerCertificate.of('shop-tls', { issuerRef });
   * gateway.expose(web, { hosts: ['shop.example.com'], certificate });
   */
  public static external(group: string, kind: string, name: string): CertManagerIssuer {
    return new CertManagerIssuer({ group, kind, name });
  }

  private constructor(private readonly ref: JsonObject) {}

  /** @internal */
  public _render(): JsonObject {
    return { ...this.ref };
  }
}

/** What kind of certificate is asked for. */
export interface CertManagerCertificateOptions {
  /** Who issues it (`issuerRef`). */
  readonly issuerRef: CertManagerIssuer;
  /**
   * How long it is asked to hold (`duration`): an hour or more.
   *
   * @default - cert-manager's, which is 90 days
   */
  readonly duration?: Duration;
  /**
   * How long before its end a new one is asked for (`renewBefore`): five minutes or more.
   *
   * @default - cert-manager's, which is a third of the duration
   */
  readonly renewBefore?: Duration;
  /**
   * Algorithm of its private key (`privateKey.algorithm`).
   *
   * @default - cert-manager's, which is RSA
   */
  readonly privateKeyAlgorithm?: CertManagerKeyAlgorithm;
  /**
   * Size of its private key in bits (`privateKey.size`).
   *
   * @default - cert-manager's: 2048 for RSA, 256 for ECDSA
   */
  readonly privateKeySize?: number;
}

/**
 * A certificate that cert-manager gets and renews: a Certificate of `cert-manager.io/v1` in the namespace of the gateway that shows it,
 * for all hosts that are exposed with it. cert-manager itself must be in the cluster.
 *
 * @see https://cert-manager.io/docs/usage/certificate/
 */
export class CertManagerCertificate {
  /**
   * A certificate. Given to several exposures, it is one for all their hosts. Writes a `Certificate` into the namespace of the gateway that
   * exposes with it (`spec.secretName`, `spec.dnsNames[]`, `spec.issuerRef`).
   *
   * @param secretName name of the Secret into which cert-manager writes it, and of the Certificate
   * @param options who issues it, and how long it holds
   * @throws if the duration is below an hour, or a renewal is not within it
   * @throws if renewBefore is below five minutes
   * @example
   * const certificate = CertManagerCertificate.of('shop-tls', { issuerRef: CertManagerIssuer.clusterIssuer('letsencrypt') });
   * gateway.expose(web, { hosts: ['shop.example.com'], certificate });
   */
  public static of(secretName: string, options: CertManagerCertificateOptions): CertManagerCertificate {
    const { duration, renewBefore } = options;
    if (duration !== undefined && duration.toMilliseconds() < Duration.hours(1).toMilliseconds()) {
      throw new Error(`A certificate of ${ProtoDuration.of(duration).text} is none that cert-manager asks for. Let duration be an hour or more.`);
    }
    if (renewBefore !== undefined && renewBefore.toMilliseconds() < Duration.minutes(5).toMilliseconds()) {
      throw new Error(`A renewal ${ProtoDuration.of(renewBefore).text} before the end is none that cert-manager takes. Let renewBefore be five minutes or more.`);
    }
    if (renewBefore !== undefined && renewBefore.toMilliseconds() >= (duration ?? Duration.days(90)).toMilliseconds()) {
      throw new Error(`The certificate would be renewed ${ProtoDuration.of(renewBefore).text} before its end, which is before its beginning. Let renewBefore be shorter than the duration.`);
    }
    return new CertManagerCertificate(secretName, options);
  }

  private constructor(
    /** Name of the Secret, and of the Certificate. */
    public readonly secretName: string,
    private readonly options: CertManagerCertificateOptions,
  ) {}

  /**
   * As a Certificate spells it.
   *
   * @internal
   */
  public _render(dnsNames: readonly string[]): JsonObject {
    const { issuerRef, duration, renewBefore, privateKeyAlgorithm: algorithm, privateKeySize: size } = this.options;
    return {
      secretName: this.secretName,
      dnsNames: [...dnsNames],
      issuerRef: issuerRef._render(),
      ...(duration && { duration: ProtoDuration.of(duration).text }),
      ...(renewBefore && { renewBefore: ProtoDuration.of(renewBefore).text }),
      ...((algorithm !== undefined || size !== undefined) && { privateKey: { algorithm, size } }),
    };
  }
}

/** The Certificate of a namespace's gateways, for all hosts that are exposed with it. */
class WrittenCertificate extends Construct {
  private readonly hosts = new Set<string>();

  constructor(scope: Construct, id: string, public readonly certificate: CertManagerCertificate) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: certificate.secretName },
      spec: Lazy.any({ produce: () => certificate._render([...this.hosts].sort()) }),
    });
  }

  public cover(hosts: readonly string[]): void {
    hosts.forEach((host) => this.hosts.add(host));
  }
}

/** Writes the certificate into the gateway's namespace, with these hosts, beside those that it has there already. */
export function writeCertificate(gateway: Construct, certificate: CertManagerCertificate, hosts: readonly string[]): void {
  if (hosts.includes('*')) {
    throw failure(gateway, 'A certificate is asked for any host, which nobody issues', 'Give the hosts by name, or "*.example.com" for those of a domain');
  }
  const room = certificatesOf(Chart.of(gateway));
  const found = room.node.tryFindChild(certificate.secretName);
  if (found instanceof WrittenCertificate && found.certificate !== certificate) {
    throw failure(gateway, `There are two certificates with the secretName "${certificate.secretName}"`,
      'Give both exposures the same CertManagerCertificate, or one of them another secretName');
  }
  const written = found instanceof WrittenCertificate ? found : new WrittenCertificate(room, certificate.secretName, certificate);
  written.cover(hosts);
}

/** Where the certificates of a namespace are, in an order that is not that of the program. */
function certificatesOf(chart: Chart): Construct {
  const found = chart.node.tryFindChild('gateway-certificates') as Construct | undefined;
  if (found) return found;
  const made = new Construct(chart, 'gateway-certificates');
  sortChildren(made);
  return made;
}
