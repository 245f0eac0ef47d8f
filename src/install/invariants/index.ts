import { ambientIsWhole, oneWayOfRepair, taintIsTakenAway, ztunnelHasAnIstiod, ztunnelIsTrusted } from './ambient';
import { budgetsHavePods, oneLimitABudget } from './availability';
import { gatewaysHaveARevision, portsAreReplaced } from './gateways';
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
  ztunnelHasAnIstiod,
  ztunnelIsTrusted,
  oneWayOfRepair,
  taintIsTakenAway,
  oneLimitABudget,
  budgetsHavePods,
  gatewaysHaveARevision,
  portsAreReplaced,
];

/** What does not hold across the components of one cluster, all of it. */
export function checkInstalled(installed: Installed): InvariantFinding[] {
  return INVARIANTS.flatMap((invariant) => invariant(installed));
}
