import { Labels } from '../reference/labels';
import { PortNumber } from '../reference/port-number';
import { AuthorizationPolicyAction, AuthorizationPolicySpec, Server, ServerTLSMode, ServerTLSSettings } from '../resources';

/** One service made visible under some hosts. */
export interface Exposure {
  /** Path of the service's construct. */
  readonly service: string;
  /** Namespace of the service. */
  readonly namespace: string;
  /** Names that clients use. */
  readonly hosts: readonly string[];
  /** What the path of a request begins with, any of them; every path when undefined. */
  readonly paths?: string[];
  /** Secret with the certificate; plain HTTP when undefined. */
  readonly credentialName?: string;
  /** Whether plain HTTP is redirected to HTTPS. */
  readonly httpsRedirect: boolean;
}

/** The `servers` of a Gateway: plain HTTP and redirects on port 80, one server a certificate on port 443. */
export function renderServers(exposures: readonly Exposure[]): Server[] {
  const plain = exposures.filter((one) => one.credentialName === undefined || !one.httpsRedirect);
  const redirected = exposures.filter((one) => one.credentialName !== undefined && one.httpsRedirect);
  const credentials = [...new Set(exposures.flatMap((one) => one.credentialName ?? []))].sort();
  return [
    ...server(80, 'http', 'HTTP', plain),
    ...server(80, 'http-redirect', 'HTTP', redirected, { httpsRedirect: true }),
    ...credentials.flatMap((name) => server(443, `https-${name}`, 'HTTPS', exposures.filter((one) => one.credentialName === name),
      { mode: ServerTLSMode.SIMPLE, credentialName: name })),
  ];
}

function server(number: number, name: string, protocol: string, exposures: readonly Exposure[], tls?: ServerTLSSettings): Server[] {
  if (exposures.length === 0) return [];
  // With the namespace before the host, no other team can take the host over with a VirtualService of its own.
  const hosts = [...new Set(exposures.flatMap((one) => one.hosts.map((host) => `${one.namespace}/${host}`)))].sort();
  return [{ port: { number: PortNumber.of(number), name, protocol }, hosts, ...(tls && { tls }) }];
}

/** The policy of the gateway itself: requests for the exposed hosts come in. Clients may put the port behind the host. */
export function renderGatewayAccess(selector: Labels, exposures: readonly Exposure[]): AuthorizationPolicySpec {
  const hosts = [...new Set(exposures.flatMap((one) => one.hosts))].sort();
  const rule = hosts.includes('*') ? {} : { to: [{ operation: { hosts: hosts.flatMap((host) => [host, `${host}:*`]) } }] };
  return { selector: { matchLabels: { ...selector } }, action: AuthorizationPolicyAction.ALLOW, rules: [rule] };
}

/** The ports on which an exposure is served. With a certificate, port 80 redirects or serves as well. */
export function portsOf(exposure: Exposure): number[] {
  return exposure.credentialName === undefined ? [80] : [443, 80];
}
