import type { ISecret } from 'cdk8s-plus-28';
import { CertManagerCertificate } from './cert-manager-certificate';
import { GatewayTls } from './gateway-tls';

/** What of a service the outside sees, and under which names. */
export interface ExposeOptions {
  /**
   * Names under which clients reach the service: `shop.example.com`, `*.example.com`, or `*` for any. Bytes without TLS have no names.
   *
   * @default - for bytes without TLS any; else at least one must be given
   */
  readonly hosts?: string[];
  /**
   * How the gateway meets the TLS of clients (`tls.mode`).
   *
   * @default - SIMPLE where there is a credential, PASSTHROUGH where the service's port speaks TLS itself, and plain text else
   */
  readonly tls?: GatewayTls;
  /**
   * The TLS secret with the certificate of the hosts. It must be in the gateway's namespace: nowhere else can the gateway read it.
   *
   * @default - plain text
   */
  readonly credential?: ISecret;
  /**
   * Name of a TLS secret in the gateway's namespace that this program does not make (`credentialName`).
   *
   * @default - the name of `credential`
   */
  readonly credentialName?: string;
  /**
   * A certificate that cert-manager gets for the hosts, and writes into a secret in the gateway's namespace.
   *
   * @default - see `credential`
   */
  readonly certificate?: CertManagerCertificate;
  /**
   * Addresses of clients, and CIDR blocks, from which the service may be reached; others get status 403, or no connection. They are
   * compared with the address that the packets come from (`ipBlocks`), or, where the gateway's `gatewayTopology` has trusted proxies or
   * the PROXY protocol, with the one that these say (`remoteIpBlocks`).
   *
   * @default - any address
   */
  readonly clientIpBlocks?: string[];
  /**
   * Addresses of clients, and CIDR blocks, from which the service may not be reached, also where they lie within `clientIpBlocks`. They are
   * compared with the same address (`notIpBlocks` or `notRemoteIpBlocks`).
   *
   * @default - none
   */
  readonly notClientIpBlocks?: string[];
  /**
   * Number of the service's port.
   *
   * @default - the service's only HTTP port; with PASSTHROUGH its only TLS port; else its only port
   */
  readonly port?: number;
  /**
   * The only port of the gateway at which the service is served. The gateway's Service gets it.
   *
   * @default - 80 for HTTP, 80 and 443 for HTTPS, 443 for TLS that is passed through, and the number of the service's port for TCP
   */
  readonly gatewayPort?: number;
  /**
   * What the path of a request must begin with, any of them; `/shop` takes `/shop` and `/shop/cart`, and not `/shopping`.
   *
   * @default - every path
   */
  readonly paths?: string[];
  /**
   * Whether plain HTTP requests at port 80 are answered with a redirect to HTTPS (`httpsRedirect`); only with a credential. If not, they
   * are served there as well.
   *
   * @default true
   */
  readonly httpsRedirect?: boolean;
}
