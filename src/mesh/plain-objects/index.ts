import { ApiObject } from 'cdk8s';
import { addresslessEntries, doubleEntries } from './entries';
import { gatewayCredentials, gatewaySelectors, sharedCertificates } from './gateways';
import { Complaint, plainObjects } from './plain-object';
import { deniedPaths, emptyPolicies, portLevelModes, requestsAtNodes, requestsOverBytes } from './policies';
import { doubleHosts, emptySubsets, shortHosts, splitRules, unknownSubsets } from './routes';
import { doubleEnrollment, namelessPorts } from './services';
import { oldDefinitions, relativePatches } from './upgrades';
import { PlainWorld } from './world';
import { finding } from '../../reference/fail';
import { checks } from '../../reference/suppressions';
import { warnOnce } from '../../reference/warn';
import type { Mesh } from '../mesh';

const RULES: readonly ((world: PlainWorld) => Complaint[])[] = [
  shortHosts, unknownSubsets, emptySubsets, splitRules, doubleHosts,
  gatewaySelectors, gatewayCredentials, sharedCertificates,
  namelessPorts, doubleEnrollment,
  portLevelModes, emptyPolicies, requestsOverBytes, deniedPaths, requestsAtNodes,
  doubleEntries, addresslessEntries,
  relativePatches, oldDefinitions,
];

/**
 * The guard rails for objects that the mesh did not write: constructs prevent most of these mistakes, and here they are looked for. Each
 * speaks under the path of its object.
 */
export function checkPlainObjects(mesh: Mesh): void {
  const watched = new WeakSet<ApiObject>();
  let complaints = new Map<ApiObject, Complaint[]>();
  mesh.node.root.node.addValidation({
    validate: () => {
      // The root is asked before all others, so that these are still asked.
      const world = new PlainWorld(mesh, plainObjects(mesh));
      complaints = new Map();
      for (const complaint of world.objects.length === 0 ? [] : RULES.flatMap((rule) => rule(world))) {
        const { construct } = complaint.object;
        complaints.set(construct, [...(complaints.get(construct) ?? []), complaint]);
        if (watched.has(construct)) continue;
        watched.add(construct);
        construct.node.addValidation(checks(construct, () => say(construct, complaints.get(construct) ?? [])));
      }
      return [];
    },
  });
}

function say(construct: ApiObject, complaints: readonly Complaint[]): string[] {
  for (const { what, fix, code, likely } of complaints) if (likely) warnOnce(construct, finding(what, fix), code);
  return [...new Set(complaints.filter(({ likely }) => !likely).map(({ what, fix, code }) => finding(what, fix, code)))];
}
