import { ambientIsWhole, oneWayOfRepair, taintIsTakenAway, ztunnelHasAnIstiod, ztunnelIsTrusted } from './ambient';
import { budgetsHavePods, oneLimitABudget } from './availability';
import { gatewaysHaveARevision, portsAreReplaced } from './gateways';
import { onePlace, oneTrust, oneWayOfPackets } from './identity';
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
  oneTrust,
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

/** The guard rails among them. */
const CODES: ReadonlyMap<Invariant, string> = new Map([
  [oneRevisionAName, 'A28'], [oneOwnerATag, 'A28'], [tagsLeadSomewhere, 'A28'], [oneOwnerOfUnnamedPods, 'A28'], [oneOwnerOfValidation, 'A28'],
  [onePlace, 'A32'], [oneTrust, 'A32'],
]);

/** What does not hold across the components of one cluster, all of it. */
export function checkInstalled(installed: Installed): InvariantFinding[] {
  return INVARIANTS.flatMap((invariant) => invariant(installed).map((found) => ({ ...found, code: CODES.get(invariant) })));
}
