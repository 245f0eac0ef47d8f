import { JsonObject, Manifest } from '../reference/json';

/** What a HorizontalPodAutoscaler is told. */
export interface AutoscaleValues extends JsonObject {
  readonly autoscaleMin: number;
  readonly autoscaleMax: number;
  readonly cpu: { readonly targetAverageUtilization: number };
}

/** The autoscaler of the Deployment of the same name. */
export function renderAutoscaler(metadata: Manifest['metadata'], values: JsonObject): Manifest {
  const { autoscaleMin, autoscaleMax, cpu } = values as AutoscaleValues;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: {
      minReplicas: autoscaleMin,
      maxReplicas: autoscaleMax,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: metadata.name },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpu.targetAverageUtilization } } }],
    },
  };
}
