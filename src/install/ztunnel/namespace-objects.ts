import { ZTUNNEL, ZtunnelContext, ztunnelLabels, ztunnelName } from './context';
import { Manifest } from '../../reference/json';
import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { criticalPodsQuota } from '../quota';
import { isGiven } from '../values/read';

/** What may reach ztunnel, for clusters that deny everything else. */
export function renderNetworkPolicy(context: ZtunnelContext): Manifest[] {
  const { values, release } = context;
  if (!isGiven(values.global.networkPolicy?.enabled)) return [];
  const open = (port: number, ...protocols: string[]): object => ({ ports: protocols.map((protocol) => ({ protocol, port })) });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: revisioned(ztunnelName(context), values.revision),
      namespace: release.namespace,
      labels: labelsOf(ZTUNNEL, { app: ZTUNNEL, ...revisionLabel(values.revision) }, release.name),
    },
    spec: {
      podSelector: { matchLabels: { app: ZTUNNEL } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        // Whether it is ready, its metrics, and its own pages.
        open(15021, 'TCP'),
        open(15020, 'TCP'),
        open(15000, 'TCP'),
        // The traffic of pods: from other nodes in tunnels, then out of the pod, then into it as plain text; and their lookups of names.
        open(15008, 'TCP'),
        open(15001, 'TCP'),
        open(15006, 'TCP'),
        open(15053, 'TCP', 'UDP'),
      ],
      egress: [{}],
    },
  }];
}

/** A quota that lets ztunnel's pods into its namespace. */
export function renderResourceQuota(context: ZtunnelContext): Manifest[] {
  const { values, release } = context;
  if (!isGiven(values.resourceQuotas.enabled)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: ztunnelName(context), namespace: release.namespace, labels: ztunnelLabels(context) },
    spec: criticalPodsQuota(values.resourceQuotas.pods),
  }];
}
