import { CallerAttributes, ICallers } from './caller-attributes';

/** Where an identity is valid. */
export interface IdentityOptions {
  /**
   * The trust domain that signs the identity.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
}

/**
 * Who a workload is: the service account that it runs as. Mutual TLS proves it, policies name it.
 *
 * @see https://istio.io/latest/docs/concepts/security/#istio-identity
 */
export class Identity implements ICallers {
  /**
   * The identity of a service account.
   *
   * @param namespace namespace of the service account
   * @param serviceAccount its name
   * @param options where the identity is valid
   */
  public static of(namespace: string, serviceAccount: string, options: IdentityOptions = {}): Identity {
    return new Identity(namespace, serviceAccount, options.trustDomain ?? 'cluster.local');
  }

  private constructor(
    /** Namespace of the service account. */
    public readonly namespace: string,
    /** Name of the service account. */
    public readonly serviceAccount: string,
    /** Trust domain that signs the identity. */
    public readonly trustDomain: string,
  ) {}

  /** The identity as `principals` of an AuthorizationPolicy spells it. */
  public get principal(): string {
    return `${this.trustDomain}/ns/${this.namespace}/sa/${this.serviceAccount}`;
  }

  /** The identity as certificates carry it. */
  public get spiffeId(): string {
    return `spiffe://${this.principal}`;
  }

  /** The one way to be it, as policies ask for it: `principals`. */
  public get callerAttributes(): CallerAttributes[] {
    return [{ principals: [this.principal] }];
  }
}
