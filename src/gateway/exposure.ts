import { MeshPort } from '../reference/port';
import { ServerTLSSettings } from '../resources';

/** What a gateway sees of what it passes on: requests, handshakes that lead elsewhere, or bytes. */
export enum ExposureProtocol {
  HTTP = 'http',
  TLS = 'tls',
  TCP = 'tcp',
}

/** One service made visible under some hosts. */
export interface Exposure {
  /** Path of the service's construct. */
  readonly service: string;
  /** Namespace of the service. */
  readonly namespace: string;
  /** The port of the service that is meant. */
  readonly port: MeshPort;
  /** Names that clients use. */
  readonly hosts: readonly string[];
  /** What the path of a request begins with, any of them; every path when undefined. */
  readonly paths?: string[];
  /** What the gateway sees of the traffic. */
  readonly protocol: ExposureProtocol;
  /** The only port of the gateway at which it is served; the usual ones when undefined. */
  readonly gatewayPort?: number;
  /** How the gateway meets the TLS of clients; plain text when undefined. */
  readonly tls?: ServerTLSSettings;
  /** Secret with the certificate. */
  readonly credentialName?: string;
  /** Namespace of that secret, where this program knows it. */
  readonly credentialNamespace?: string;
  /** Whether plain HTTP is redirected to HTTPS. */
  readonly httpsRedirect: boolean;
  /** Addresses of clients that may come; all when undefined. */
  readonly clientIpBlocks?: readonly string[];
  /** Addresses of clients that may not reach it. */
  readonly notClientIpBlocks?: readonly string[];
}

/** One of the places at which an exposure is served. */
export interface ServedAt {
  readonly port: number;
  /** The protocol, as a server of a Gateway spells it. */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS' | 'TCP';
  readonly tls?: ServerTLSSettings;
}

/** The places at which an exposure is served. With a certificate, port 80 redirects or serves as well. */
export function servedAt({ protocol, gatewayPort, tls, port, credentialName, httpsRedirect }: Exposure): ServedAt[] {
  switch (protocol) {
    case ExposureProtocol.TCP:
      return [{ port: gatewayPort ?? port.number, ...(tls ? { protocol: 'TLS', tls } : { protocol: 'TCP' }) }];
    case ExposureProtocol.TLS:
      return [{ port: gatewayPort ?? 443, protocol: 'TLS', tls }];
    default: {
      const main: ServedAt = tls ? { port: gatewayPort ?? 443, protocol: 'HTTPS', tls } : { port: gatewayPort ?? 80, protocol: 'HTTP' };
      if (gatewayPort !== undefined || credentialName === undefined) return [main];
      return [main, { port: 80, protocol: 'HTTP', ...(httpsRedirect && { tls: { httpsRedirect } }) }];
    }
  }
}

/** Whether the gateway takes TLS off requests, so that HTTP/3 may stand beside it. */
export function isHttps({ protocol }: ServedAt): boolean {
  return protocol === 'HTTPS';
}

/** The ports of the gateway at which an exposure is served. */
export function portsOf(exposure: Exposure): number[] {
  return servedAt(exposure).map(({ port }) => port);
}
