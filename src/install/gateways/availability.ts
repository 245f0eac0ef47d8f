import { GatewayContext, gatewayLabels, selectorOf } from './context';
import { Manifest } from '../../reference/json';
import { cpuAndMemory } from '../autoscale';
import { isGiven } from '../values/read';

/** How many of the gateway's proxies there are. */
export function renderAutoscaler(context: GatewayContext): Manifest[] {
  const { gateway, release } = context;
  if (!gateway.autoscaleEnabled || !isGiven(gateway.autoscaleMin) || !isGiven(gateway.autoscaleMax)) return [];
  return [{
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: gateway.name, namespace: release.namespace, labels: gatewayLabels(context) },
    spec: {
      maxReplicas: gateway.autoscaleMax,
      minReplicas: gateway.autoscaleMin,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: gateway.name },
      metrics: cpuAndMemory(gateway.cpu),
    },
  }];
}

/** That one proxy stays while nodes are drained. With a single one there is no budget: it would keep nodes from being drained. */
export function renderDisruptionBudget(context: GatewayContext): Manifest[] {
  const { values, gateway, release } = context;
  const fewest = (gateway.autoscaleEnabled ? gateway.autoscaleMin : gateway.replicaCount) ?? 0;
  if (!values.global.defaultPodDisruptionBudget.enabled || !(fewest > 1)) return [];
  return [{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: gateway.name, namespace: release.namespace, labels: gatewayLabels(context) },
    spec: { minAvailable: 1, selector: { matchLabels: selectorOf(context) } },
  }];
}
