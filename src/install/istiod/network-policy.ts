import { IstiodContext, istiodLabels, istiodName } from './context';
import { Manifest } from '../../reference/json';
import { revisionLabel } from '../labels';
import { isGiven } from '../values/read';

/** What may reach istiod, for clusters that deny everything else. */
export function renderNetworkPolicy(context: IstiodContext): Manifest[] {
  const { values, release } = context;
  if (!isGiven(values.global.networkPolicy?.enabled)) return [];
  const revision = revisionLabel(values.revision);
  const tcp = (port: number): object => ({ protocol: 'TCP', port });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: istiodName(values),
      namespace: release.namespace,
      labels: istiodLabels(context, { app: 'istiod', ...revision, istio: 'pilot' }),
    },
    spec: {
      podSelector: { matchLabels: { app: 'istiod', ...revision } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        // Webhooks, called by the API server; then configuration and monitoring, asked for from anywhere.
        { ports: [tcp(15017)] },
        { ports: [15010, 15011, 15012, 8080, 15014].map(tcp) },
      ],
      // Keys of token issuers are fetched from wherever the mesh's policies say.
      egress: [{}],
    },
  }];
}
