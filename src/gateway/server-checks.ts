import { Exposure, isHttps, ServedAt, servedAt } from './exposure';
import { placeKey } from './servers';
import { finding, listed } from '../reference/fail';

/** Servers of one gateway of which istiod would leave one out without a word. */
export function checkServers(exposures: readonly Exposure[]): string[] {
  const served = exposures.flatMap((exposure) => servedAt(exposure).map((at) => ({ exposure, at })));
  const findings = new Set<string>();
  served.forEach(({ exposure, at }, index) => {
    for (const other of served.slice(0, index).filter((before) => before.at.port === at.port)) {
      const host = exposure.hosts.find((one) => other.exposure.hosts.includes(one));
      const clash = protocolClash(other.at, at) ?? (host === undefined ? undefined : hostClash(host, other.at, at));
      if (clash !== undefined) findings.add(clash);
    }
  });
  return [...findings].sort();
}

const isPlainHttp = ({ protocol }: ServedAt): boolean => protocol === 'HTTP';
const isEncrypted = ({ protocol }: ServedAt): boolean => protocol === 'HTTPS' || protocol === 'TLS';

/** A port has HTTP in plain text, or TLS, which the server name tells apart, or bytes, which nothing tells apart. */
function protocolClash(one: ServedAt, other: ServedAt): string | undefined {
  if ((isPlainHttp(one) && isPlainHttp(other)) || (isEncrypted(one) && isEncrypted(other))) return undefined;
  const words = [one.protocol, other.protocol].sort();
  return finding(
    words[0] === words[1] ? `Two services are exposed as ${words[0]} at port ${one.port}, and nothing tells their bytes apart` : `Port ${one.port} would speak both ${words[0]} and ${words[1]}`,
    'Give one of them another gatewayPort',
  );
}

function hostClash(host: string, one: ServedAt, other: ServedAt): string | undefined {
  if (placeKey(one) === placeKey(other)) return undefined;
  if (isPlainHttp(one)) {
    return finding(`Host "${host}" is served over plain HTTP and redirected to HTTPS`, 'Give all its services the same credential');
  }
  const names = [one, other].map(({ tls }) => `${tls?.mode}${tls?.credentialName === undefined ? '' : ` with "${tls.credentialName}"`}`).sort();
  return finding(
    names[0] === names[1] ? `Host "${host}" has two settings of TLS at port ${one.port}` : `Host "${host}" at port ${one.port} has TLS ${names[0]}, and ${names[1]}`,
    'A handshake has one: give all services of the host the same TLS and credential',
  );
}

/**
 * Hosts that clients take for one, since one certificate holds for both, and that istiod keeps apart: a browser that has a connection
 * of HTTP/2 sends requests for the second host on it, and the server of the first host knows nothing of them.
 */
export function reusedConnections(exposures: readonly Exposure[]): string[] {
  const served = exposures.flatMap((exposure) => servedAt(exposure).filter(isHttps).map((at) => ({ hosts: exposure.hosts, at })));
  const pairs = served.flatMap((one) => served.filter(({ at }) => at.port === one.at.port && placeKey(at) > placeKey(one.at))
    .map((other) => ({ one, other })));
  const warnings = pairs.flatMap(({ one: { hosts, at }, other }) => {
    const sameCredential = at.tls?.credentialName !== undefined && at.tls.credentialName === other.at.tls?.credentialName;
    const pair = hosts.flatMap((host) => other.hosts.map((its) => [host, its] as const))
      .find(([host, its]) => host !== its && (sameCredential || isBelow(host, its) || isBelow(its, host)));
    if (pair === undefined) return [];
    const why = sameCredential ? `credential "${at.tls.credentialName}" holds for both` : 'the certificate of the wildcard holds for both';
    return [finding(
      `Clients may send requests for one of the hosts ${listed([...pair].sort())} on a connection for the other, since ${why}, `
      + 'and two servers of the gateway, which do not know each other\'s hosts, have them',
      'Give both the same credential and TLS: one server then has both',
    )];
  });
  return [...new Set(warnings)].sort();
}

const isBelow = (host: string, other: string): boolean => other.startsWith('*.') && host.endsWith(other.slice(1));
