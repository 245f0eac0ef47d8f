import { isDnsLabel } from './label-name';

/** Whether a host is a name that Istio takes: labels, with at most one leading wildcard label. */
export function isHost(host: string): boolean {
  if (host === '*') return true;
  const name = host.startsWith('*.') ? host.slice(2) : host;
  return name.length <= 253 && name.split('.').every((label) => isDnsLabel(label.toLowerCase()));
}

/** Whether the host stands for more than one name. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Whether a wildcard stands for a host, or for all names of a narrower wildcard. */
export function coversHost(wildcard: string, host: string): boolean {
  return wildcard === '*' || (wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1)));
}

/** The full name under which a Service is known in the whole mesh; short names mean another service in another namespace. */
export function serviceHost(name: string, namespace: string, clusterDomain: string): string {
  return `${name}.${namespace}.svc.${clusterDomain}`;
}
