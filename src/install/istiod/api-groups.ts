import { isGiven, text } from '../values/read';
import { IstiodValues } from '../values/types';

/** Groups of Istio's own kinds. Some have no kinds any more; older control planes beside this one still ask for them. */
export const ISTIO_GROUPS: readonly string[] = [
  'config.istio.io',
  'security.istio.io',
  'networking.istio.io',
  'authentication.istio.io',
  'rbac.istio.io',
  'telemetry.istio.io',
  'extensions.istio.io',
];

/** Group of the kinds by which services are exported to other clusters. */
export function multiClusterGroup({ env }: IstiodValues): string {
  return isGiven(env?.MCS_API_GROUP) ? text(env.MCS_API_GROUP) : 'multicluster.x-k8s.io';
}
