import { GATEWAY_APPLICATION, GatewayContext } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { orElse } from '../values/read';

/** What may reach the gateway, for clusters that deny everything else. */
export function renderNetworkPolicy({ values, gateway, namespace }: GatewayContext): Manifest[] {
  if (!values.global.networkPolicy.enabled) return [];
  const labels = { app: gateway.name, ...revisionLabel(values.revision), istio: 'ingressgateway' };
  const open = (...ports: number[]): JsonObject => ({ ports: ports.map((port) => ({ protocol: 'TCP', port })) });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: revisioned(gateway.name, values.revision), namespace, labels: labelsOf(GATEWAY_APPLICATION, labels) },
    spec: {
      podSelector: { matchLabels: { ...gateway.labels } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        // Health and metrics, then what the gateway is there for.
        open(15021),
        open(15020, 15090),
        ...gateway.ports.map(({ port, targetPort, protocol }) => ({
          ports: [{ protocol: orElse(protocol, 'TCP'), port: orElse(targetPort, port) }],
        })),
      ],
      egress: [{}],
    },
  }];
}
