import { furtherLabels, GatewayChartContext } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { revisionLabel } from '../labels';
import { revisioned } from '../names';
import { orElse } from '../values/read';

/** What may reach the gateway, for clusters that deny everything else. */
export function renderNetworkPolicy({ values, release, name, selector }: GatewayChartContext): Manifest[] {
  if (!values.global.networkPolicy?.enabled) return [];
  const open = (...ports: number[]): JsonObject => ({ ports: ports.map((port) => ({ protocol: 'TCP', port })) });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: revisioned(name, values.revision),
      namespace: release.namespace,
      labels: {
        ...revisionLabel(values.revision),
        'release': release.name,
        'app.kubernetes.io/name': name,
        ...selector,
        ...furtherLabels(values),
      },
    },
    spec: {
      podSelector: { matchLabels: { ...selector } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        // Health and metrics, then what the gateway is there for.
        open(15021),
        open(15020, 15090),
        ...(values.service.ports ?? []).map(({ port, targetPort, protocol }) => ({
          ports: [{ protocol: orElse(protocol, 'TCP'), port: orElse(targetPort, port) }],
        })),
      ],
      egress: [{}],
    },
  }];
}
