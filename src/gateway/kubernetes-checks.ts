import { IConstruct } from 'constructs';
import { Exposure, ExposureProtocol, isHttps } from './exposure';
import { Exposed } from './host-routes';
import { GatewayPlace, isRedirect, listenerName, placesOf } from './kubernetes-listeners';
import { checkServers } from './server-checks';
import { placeKey } from './servers';
import { finding, listed } from '../reference/fail';
import { warnOnce } from '../reference/warn';
import { ServerTLSMode } from '../resources';

const OTHER = 'or expose the service with an InjectedGateway';

/** What of TLS a Gateway of the Gateway API does not say. */
export function unsaidOfTls({ tls, hosts, protocol }: Exposure): { readonly what: string; readonly fix: string } | undefined {
  if (protocol === ExposureProtocol.TLS && hosts.includes('*')) {
    return { what: 'TLS is passed through for any host, and a TLSRoute has names', fix: `Give the hosts by name, ${OTHER}` };
  }
  if (tls?.mode === ServerTLSMode.OPTIONAL_MUTUAL) {
    return {
      what: 'Certificates of clients are optional, and istiod hands gateways of the Gateway API the authorities for MUTUAL alone: no listener would be ready',
      fix: `Use GatewayTls.mutual(), ${OTHER}`,
    };
  }
  if (tls?.caCertCredentialName !== undefined) {
    return {
      what: `The authorities of clients are in "${tls.caCertCredentialName}", which a listener of the Gateway API does not name`,
      fix: `Put them into ca.crt of the credential, or into a Secret "${tls.credentialName}-cacert", ${OTHER}`,
    };
  }
  const [field] = (['minProtocolVersion', 'maxProtocolVersion', 'subjectAltNames'] as const).filter((name) => tls?.[name] !== undefined);
  if (field === undefined) return undefined;
  return {
    what: `TLS has a ${field}, which Gateways of the Gateway API have not`,
    fix: field === 'subjectAltNames' ? `Leave it out, ${OTHER}` : `Say it for the mesh, with tlsDefaults of meshConfig, ${OTHER}`,
  };
}

/** Listeners and routes that could not both be, and those that browsers take for one. */
export function checkListeners(gateway: IConstruct, place: GatewayPlace, exposed: readonly Exposed[]): string[] {
  const exposures = exposed.map(({ exposure }) => exposure);
  warnOfReuse(gateway, place, exposures);
  return [...checkServers(exposures), ...mergedApart(place, exposures), ...exposed.flatMap(foreignConnections)];
}

/** A listener that several hosts share has one setting of TLS. */
function mergedApart(gateway: GatewayPlace, exposures: readonly Exposure[]): string[] {
  const known = new Map<string, string>();
  const findings = new Set<string>();
  for (const place of exposures.flatMap((exposure) => placesOf(gateway, exposure))) {
    const [name, key] = [listenerName(place), placeKey(place)];
    if (gateway.listenerHosts.includes(place.host) && (known.get(name) ?? key) !== key) {
      findings.add(finding(`Hosts below listenerHosts "${place.host}" have different settings at port ${place.port}`, 'Give all of them the same TLS and credential'));
    }
    known.set(name, key);
  }
  return [...findings].sort();
}

function warnOfReuse(gateway: IConstruct, place: GatewayPlace, exposures: readonly Exposure[]): void {
  const hosts = new Map<string, Set<string>>();
  for (const exposure of exposures.filter(({ credentialName }) => credentialName !== undefined)) {
    for (const { host } of placesOf(place, exposure).filter((at) => isHttps(at) && !isRedirect(at))) {
      hosts.set(exposure.credentialName!, (hosts.get(exposure.credentialName!) ?? new Set()).add(host));
    }
  }
  for (const [credential, names] of [...hosts].filter(([, { size }]) => size > 1)) {
    warnOnce(gateway, finding(
      `Credential "${credential}" is shown by the listeners of ${listed([...names].sort())}: clients may send requests for one host on a connection for another, and get status 404`,
      'Give them one listener, with listenerHosts: ["*.…"], or a credential each',
    ), 'A11');
  }
}

/** Connections that would leave the namespace of the service, which must be granted where they end. */
function foreignConnections({ exposure, service }: Exposed): string[] {
  if (exposure.protocol === ExposureProtocol.HTTP) return [];
  const [, , ...domain] = service.host.split('.');
  const own = ['', service.namespaceName, ...domain].join('.');
  const hosts = service.destinationsFor(exposure.port).map(({ destination }): string => String(destination.host));
  const foreign = hosts.find((host) => !host.endsWith(own));
  if (foreign === undefined) return [];
  return [finding(
    `Connections to service "${service.node.path}" go to ${foreign}, and a route of namespace "${service.namespaceName}" at a gateway of the Gateway API may not lead there`,
    'Expose it with an InjectedGateway',
  )];
}
