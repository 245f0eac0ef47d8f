import { Manifest } from '../reference/json';

/** Kinds in the order in which they are applied; what stands in no line goes with the Deployments. */
const RANKS: { readonly [kind: string]: number } = {
  'apiextensions.k8s.io/CustomResourceDefinition': -1000,
  '/ServiceAccount': 1,
  'rbac.authorization.k8s.io/ClusterRole': 1,
  'rbac.authorization.k8s.io/ClusterRoleBinding': 2,
  // Before anything that a leftover of an earlier installation could still refuse.
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 3,
  '/ConfigMap': 100,
  'autoscaling/HorizontalPodAutoscaler': 1001,
  '/Service': 10000,
};

const OTHERS = 1000;

/** The objects in the order in which the installer writes them: by rank, then by group, kind and name. */
export function inOrder(objects: readonly Manifest[]): Manifest[] {
  return objects
    .map((object) => ({ object, key: keyOf(object) }))
    .sort((a, b) => a.key.rank - b.key.rank || compare(a.key.group, b.key.group) || compare(a.object.kind, b.object.kind)
      || compare(a.object.metadata.name, b.object.metadata.name))
    .map(({ object }) => object);
}

function keyOf({ apiVersion, kind }: Manifest): { rank: number; group: string } {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return { rank: RANKS[`${group}/${kind}`] ?? OTHERS, group };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
