import { ambientIsWhole, oneWayOfRepair, taintIsTakenAway, ztunnelIsTrusted } from './ambient';
import { budgetsHavePods, oneLimitABudget } from './availability';
import { gatewaysHaveARevision, gatewaysHavePorts, portsAreReplaced } from './gateways';
import { onePlace, oneWayOfPackets } from './identity';
import { oneOwnerATag, oneOwnerOfUnnamedPods, oneOwnerOfValidation, oneRevisionAName, tagsLeadSomewhere } from './ownership';
import { Installed, Invariant, InvariantFinding } from './part';

export type { Installed, InstalledPart, InstalledTag, InvariantFinding } from './part';

const INVARIANTS: readonly Invariant[] = [
  oneRevisionAName,
  oneOwnerATag,
  tagsLeadSomewhere,
  oneOwnerOfUnnamedPods,
  oneOwnerOfValidation,
  onePlace,
  oneWayOfPackets,
  ambientIsWhole,
  ztunnelIsTrusted,
  oneWayOfRepair,
  taintIsTakenAway,
  oneLimitABudget,
  budgetsHavePods,
  gatewaysHaveARevision,
  gatewaysHavePorts,
  portsAreReplaced,
];

/** What does not hold across the components of one cluster, all of it. */
export function checkInstalled(installed: Installed): InvariantFinding[] {
  return INVARIANTS.flatMap((invariant) => invariant(installed));
}
