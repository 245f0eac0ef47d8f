import type { ISecret } from 'cdk8s-plus-28';

/** What of a service the outside sees, and under which names. */
export interface ExposeOptions {
  /** Names under which clients reach the service; `*` for any. At least one. */
  readonly hosts: string[];
  /**
   * The TLS secret with the certificate of the hosts. It must be in the gateway's namespace: nowhere else can the gateway read it.
   *
   * @default plain HTTP on port 80
   */
  readonly credential?: ISecret;
  /**
   * Name of a TLS secret in the gateway's namespace that this program does not make (`credentialName`).
   *
   * @default the name of `credential`
   */
  readonly credentialName?: string;
  /**
   * Number of the service's port.
   *
   * @default the service's only HTTP port
   */
  readonly port?: number;
  /**
   * What the path of a request must begin with, any of them; `/shop` takes `/shop` and `/shop/cart`, and not `/shopping`.
   *
   * @default every path
   */
  readonly paths?: string[];
  /**
   * Whether plain HTTP requests are answered with a redirect to HTTPS (`httpsRedirect`); only with a credential.
   *
   * @default true
   */
  readonly httpsRedirect?: boolean;
}
