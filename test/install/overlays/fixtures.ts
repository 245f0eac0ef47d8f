import { Manifest } from '../../../src/reference/json';

/** Objects of a component, as short as can be. */
export function objectsOf(name: string, container: string): Manifest[] {
  const metadata = { name, namespace: 'istio-system' };
  const containers = [{ name: container, args: ['discovery', '--log'], env: [{ name: 'A', value: '1' }] }];
  return [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: 1, template: { metadata: { annotations: { a: 'b' } }, spec: { containers } } } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80 }] } },
    { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec: { minReplicas: 1, maxReplicas: 5 } },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { minAvailable: 1 } },
  ];
}

/** The object of a kind. */
export function ofKind(kind: string, objects: readonly Manifest[]): Manifest {
  return objects.find((object) => object.kind === kind)!;
}
