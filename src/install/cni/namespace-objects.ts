import { CNI, CNI_NODE, CniContext, cniLabels } from './context';
import { Manifest } from '../../reference/json';
import { partOfIstio } from '../labels';
import { revisioned } from '../names';
import { criticalPodsQuota } from '../quota';
import { isGiven } from '../values/read';

/** What may reach the plugin, for clusters that deny everything else. */
export function renderNetworkPolicy(context: CniContext): Manifest[] {
  const { values, release } = context;
  if (!isGiven(values.global.networkPolicy?.enabled)) return [];
  const tcp = (port: number): object => ({ ports: [{ protocol: 'TCP', port }] });
  return [{
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: revisioned(CNI, values.revision),
      namespace: release.namespace,
      labels: cniLabels(context, { 'k8s-app': CNI_NODE }),
    },
    spec: {
      podSelector: { matchLabels: { 'k8s-app': CNI_NODE } },
      policyTypes: ['Ingress', 'Egress'],
      // Metrics, and whether it is ready.
      ingress: [tcp(15014), tcp(8000)],
      // Names are looked up, and the API server is asked, at addresses that each cluster chooses for itself.
      egress: [{}],
    },
  }];
}

/** A quota that lets the plugin's pods into its namespace. */
export function renderResourceQuota({ values, release }: CniContext): Manifest[] {
  if (!isGiven(values.resourceQuotas.enabled)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: `${CNI}-resource-quota`, namespace: release.namespace, labels: { 'app.kubernetes.io/name': CNI, ...partOfIstio(release.name) } },
    spec: criticalPodsQuota(values.resourceQuotas.pods),
  }];
}

/** With Multus, which calls each plugin by an object: the one that all pods of the cluster may name. */
export function renderNetwork({ values, release }: CniContext): Manifest[] {
  if (values.provider !== 'multus') return [];
  return [{
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name: CNI, namespace: 'default', labels: { 'app.kubernetes.io/name': CNI, ...partOfIstio(release.name) } },
  }];
}
