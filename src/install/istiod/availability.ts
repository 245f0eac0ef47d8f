import { IstiodContext, istiodLabels, istiodName, istiodSelector, runsHere } from './context';
import { Manifest } from '../../reference/json';
import { cpuAndMemory } from '../autoscale';
import { revisionLabel } from '../labels';
import { isGiven, when } from '../values/read';

/** How many istiods there are. */
export function renderAutoscaler(context: IstiodContext): Manifest[] {
  const { values, release } = context;
  if (!runsHere(values) || ![values.autoscaleEnabled, values.autoscaleMin, values.autoscaleMax].every(isGiven)) return [];
  return [{
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: istiodName(values),
      namespace: release.namespace,
      labels: istiodLabels(context, { app: 'istiod', ...revisionLabel(values.revision) }),
    },
    spec: {
      maxReplicas: values.autoscaleMax,
      minReplicas: values.autoscaleMin,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: istiodName(values) },
      metrics: cpuAndMemory(values.cpu, values.memory),
      ...when('behavior', values.autoscaleBehavior),
    },
  }];
}

/** How many istiods may go at once. With a single one there is no budget: it would keep nodes from ever being drained. */
export function renderDisruptionBudget(context: IstiodContext): Manifest[] {
  const { values, release } = context;
  const { pdb } = values;
  const least = values.autoscaleEnabled ? values.autoscaleMin : values.replicaCount;
  if (!runsHere(values) || !values.global.defaultPodDisruptionBudget.enabled || !(least > 1)) return [];
  const byMinimum = isGiven(pdb.minAvailable) && pdb.maxUnavailable === undefined;
  return [{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: istiodName(values),
      namespace: release.namespace,
      labels: istiodLabels(context, { app: 'istiod', ...revisionLabel(values.revision), istio: 'pilot' }),
    },
    spec: {
      ...(byMinimum ? { minAvailable: pdb.minAvailable } : when('maxUnavailable', pdb.maxUnavailable)),
      ...when('unhealthyPodEvictionPolicy', pdb.unhealthyPodEvictionPolicy),
      selector: { matchLabels: istiodSelector(values) },
    },
  }];
}
