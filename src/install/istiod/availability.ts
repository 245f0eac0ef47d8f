import { IstiodContext, istiodName, istiodSelector } from './context';
import { Manifest } from '../../reference/json';
import { cpuAndMemory } from '../autoscale';
import { labelsOf, revisionLabel } from '../labels';
import { isGiven, when } from '../values/read';

/** How many istiods there are. */
export function renderAutoscaler({ values, namespace }: IstiodContext): Manifest[] {
  if (!values.autoscaleEnabled || !isGiven(values.autoscaleMin) || !isGiven(values.autoscaleMax)) return [];
  return [{
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: istiodName(values), namespace, labels: labelsOf('istiod', { app: 'istiod', ...revisionLabel(values.revision) }) },
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
export function renderDisruptionBudget({ values, namespace }: IstiodContext): Manifest[] {
  const least = values.autoscaleEnabled ? values.autoscaleMin : values.replicaCount;
  if (!values.global.defaultPodDisruptionBudget.enabled || !(least > 1)) return [];
  const { pdb } = values;
  return [{
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: istiodName(values),
      namespace,
      labels: labelsOf('istiod', { app: 'istiod', ...revisionLabel(values.revision), istio: 'pilot' }),
    },
    spec: {
      ...(isGiven(pdb.minAvailable) && !('maxUnavailable' in pdb) ? { minAvailable: pdb.minAvailable } : when('maxUnavailable', pdb.maxUnavailable)),
      ...when('unhealthyPodEvictionPolicy', pdb.unhealthyPodEvictionPolicy),
      selector: { matchLabels: istiodSelector(values) },
    },
  }];
}
