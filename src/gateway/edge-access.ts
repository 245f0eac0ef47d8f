import { Exposure, ExposureProtocol, portsOf } from './exposure';
import { AuthorizationPolicyAction, AuthorizationPolicySpec, Rule } from '../resources';
import { PolicyPlace } from '../security/access';

/**
 * The policy of the gateway itself: what is exposed comes in, and nothing else. Requests are known by their host, behind which clients
 * may put the port; TLS that is passed through, and TLS around bytes, by its server name; bytes by the port.
 *
 * @param place where the policy holds
 * @param listenerOf the port at which the proxies listen, by the port of the Service
 */
export function renderEdgeAccess(
  place: PolicyPlace, exposures: readonly Exposure[], listenerOf: (port: number) => number,
): AuthorizationPolicySpec {
  const requests = exposures.filter(({ protocol }) => protocol === ExposureProtocol.HTTP);
  const handshakes = exposures.filter(({ protocol, tls }) => protocol !== ExposureProtocol.HTTP && tls !== undefined);
  const bytes = exposures.filter(({ protocol, tls }) => protocol !== ExposureProtocol.HTTP && tls === undefined);
  const ports = (some: readonly Exposure[]): string[] => distinct(some.flatMap(portsOf).map(listenerOf)).sort((a, b) => a - b).map(String);
  const hosts = distinct(requests.flatMap((one) => one.hosts)).sort();
  const names = distinct(handshakes.flatMap((one) => one.hosts)).sort();
  const all = requests.length === exposures.length;
  const rules: Rule[] = [
    ...(hosts.length === 0 ? [] : [
      !hosts.includes('*') ? { to: [{ operation: { hosts: hosts.flatMap((host) => [host, `${host}:*`]) } }] }
        : all ? {} : { to: [{ operation: { ports: ports(requests) } }] },
    ]),
    ...(names.length === 0 ? [] : [names.includes('*') ? { to: [{ operation: { ports: ports(handshakes) } }] } : { when: [{ key: 'connection.sni', values: names }] }]),
    ...(bytes.length === 0 ? [] : [{ to: [{ operation: { ports: ports(bytes) } }] }]),
  ];
  return { ...place, action: AuthorizationPolicyAction.ALLOW, rules };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
