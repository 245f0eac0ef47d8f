import { error, Installed, InstalledPart, InvariantFinding, warning } from './part';
import { JsonObject } from '../../reference/json';
import { isGiven } from '../values/read';
import { at, isMap } from '../values/tree';

/** Where a chart has its disruption budget. */
const BUDGETS: Readonly<Record<string, string>> = { istiod: 'pdb', gateway: 'podDisruptionBudget' };

/** A budget has one limit. */
export function oneLimitABudget(installed: Installed): InvariantFinding[] {
  return budgets(installed).filter(({ own }) => isGiven(own.minAvailable) && isGiven(own.maxUnavailable)).map(({ part, name }) => error(
    `${part.title}: ${name}.minAvailable and ${name}.maxUnavailable are both set, and a budget has one of them. Take one away.`,
  ));
}

/** A budget that was asked for is left out where there is a single pod, as it would keep its node from ever being drained. */
export function budgetsHavePods(installed: Installed): InvariantFinding[] {
  return budgets(installed).filter(({ part, own }) => isGiven(own) && leastPods(part) <= 1).map(({ part, name }) => warning(
    `${part.title}: ${name} is set and is not written, as there is one pod at the least. Raise ${leastField(part)} above 1, or take the budget away.`,
  ));
}

interface Budget {
  readonly part: InstalledPart;
  readonly name: string;
  /** What was given, not what the chart starts from. */
  readonly own: JsonObject;
}

function budgets({ parts }: Installed): Budget[] {
  return parts.flatMap((part) => {
    const name = BUDGETS[part.chart];
    if (name === undefined) return [];
    const own = at(part.given, [name]) ?? at(part.given, ['pilot', name]);
    return isMap(own) ? [{ part, name, own }] : [];
  });
}

function leastPods({ chart, values }: InstalledPart): number {
  if (chart === 'istiod') return Number((values.autoscaleEnabled ? values.autoscaleMin : values.replicaCount) ?? 1);
  return Number((at(values, ['autoscaling', 'enabled']) === true ? at(values, ['autoscaling', 'minReplicas']) : values.replicaCount) ?? 1);
}

function leastField({ chart, values }: InstalledPart): string {
  if (chart === 'istiod') return values.autoscaleEnabled ? 'pilot.autoscaleMin' : 'pilot.replicaCount';
  return at(values, ['autoscaling', 'enabled']) === true ? 'autoscaling.minReplicas' : 'replicaCount';
}
