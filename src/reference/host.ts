const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Whether a name can be that of a Kubernetes Service or Namespace (RFC 1123 label, at most 63 characters). */
export function isDnsLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}

/** Whether a host is a name that Istio takes: labels, with at most one leading wildcard label. */
export function isHost(host: string): boolean {
  if (host === '*') return true;
  const name = host.startsWith('*.') ? host.slice(2) : host;
  return name.length <= 253 && name.split('.').every((label) => DNS_LABEL.test(label.toLowerCase()));
}

/** Whether the host stands for more than one name. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** The full name under which a Service is known in the whole mesh; short names mean another service in another namespace. */
export function serviceHost(name: string, namespace: string, clusterDomain: string): string {
  return `${name}.${namespace}.svc.${clusterDomain}`;
}
