import { GatewayContext, selectorOf } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { orElse } from '../values/read';

/** What may reach the gateway, for clusters that deny everything else. */
export function renderNetworkPolicy(context: GatewayContext): Manifest[] {
  const { kind, values, gateway, release } = context;
  if (!values.global.networkPolicy?.enabled) return [];
  const own = { app: gateway.name, ...revisionLabel(values.revision), istio: kind.application.replace(/^istio-/, '') };
  const open = (...ports: number[]): JsonObject => ({ ports: ports.map((port) => ({ protocol: 'TCP', port })) });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: revisioned(gateway.name, values.revision),
      namespace: release.namespace,
      labels: labelsOf(kind.application, own, release.name),
    },
    spec: {
      podSelector: { matchLabels: selectorOf(context) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        // Health and metrics, then what the gateway is there for.
        open(15021),
        open(15020, 15090),
        ...(gateway.ports ?? []).map(({ port, targetPort, protocol }) => ({
          ports: [{ protocol: orElse(protocol, 'TCP'), port: orElse(targetPort, port) }],
        })),
      ],
      egress: [{}],
    },
  }];
}
