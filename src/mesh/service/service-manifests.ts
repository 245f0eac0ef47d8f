import { Labels } from '../../reference/labels';
import { MeshPort } from '../../reference/port';
import { SidecarSpec } from '../../resources';

/** The spec of the Kubernetes Service. */
export function renderService(ports: readonly MeshPort[], selector: Labels): object {
  return {
    selector: { ...selector },
    ports: ports.map((port) => ({
      name: port.name,
      port: port.number,
      targetPort: port.target ?? port.targetName,
      protocol: 'TCP',
      appProtocol: port.protocol,
    })),
  };
}

/** The spec of the Sidecar: the proxies of these pods learn of these hosts and of nothing else. */
export function renderScope(selector: Labels, namespace: string, hosts: readonly string[]): SidecarSpec {
  const sorted = [...new Set(hosts)].sort();
  const local = sorted.map((host) => (host.startsWith(`${namespace}/`) ? `.${host.slice(namespace.length)}` : host));
  return { workloadSelector: { labels: { ...selector } }, egress: [{ hosts: local }] };
}
