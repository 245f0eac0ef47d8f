import { GatewayChartContext, gatewayChartLabels, gatewayChartMetadata } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { isGiven, unquoted, when } from '../values/read';

/** How many pods there are, by load. A DaemonSet has one a node, and so no autoscaler. */
export function renderAutoscaler(context: GatewayChartContext): Manifest[] {
  const { autoscaling, kind } = context.values;
  if (!autoscaling.enabled || kind !== 'Deployment') return [];
  const { minReplicas, maxReplicas, targetCPUUtilizationPercentage, targetMemoryUtilizationPercentage } = autoscaling;
  return [{
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: gatewayChartMetadata(context),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: context.name },
      minReplicas,
      maxReplicas,
      ...when('metrics', [
        ...utilization('cpu', targetCPUUtilizationPercentage),
        ...utilization('memory', targetMemoryUtilizationPercentage),
      ]),
      ...when('behavior', autoscaling.autoscaleBehavior),
    },
  }];
}

const TARGETS = { cpu: 'autoscaling.targetCPUUtilizationPercentage', memory: 'autoscaling.targetMemoryUtilizationPercentage' };

function utilization(name: keyof typeof TARGETS, averageUtilization: unknown): JsonObject[] {
  // The chart's own default is an empty map, so that a map is no mistake of its type; one with something in it means nothing.
  if (typeof averageUtilization === 'object' && isGiven(averageUtilization)) {
    throw new Error(`The target of ${name} is ${JSON.stringify(averageUtilization)}. Set "${TARGETS[name]}" to a percentage, such as 80.`);
  }
  return isGiven(averageUtilization) ? [{ type: 'Resource', resource: { name, target: { averageUtilization: unquoted(averageUtilization), type: 'Utilization' } } }] : [];
}

/** How many pods may be missing while nodes are drained. With a single one there is no budget: it would keep nodes from being drained. */
export function renderDisruptionBudget(context: GatewayChartContext): Manifest[] {
  const { autoscaling, replicaCount, podDisruptionBudget } = context.values;
  const fewest = (autoscaling.enabled ? autoscaling.minReplicas : replicaCount) ?? 0;
  if (!isGiven(podDisruptionBudget) || !(fewest > 1)) return [];
  return [{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: context.name, namespace: context.release.namespace, labels: gatewayChartLabels(context) },
    spec: { selector: { matchLabels: { ...context.selector } }, ...podDisruptionBudget },
  }];
}
