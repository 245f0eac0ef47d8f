import { IConstruct } from 'constructs';
import { checkWideLine } from './namespace-access';
import { identify } from './permission';
import { AccessStance, Denial } from './stance';
import { AccessLine, AccessPolicy, callersOf } from '../../security/access-policy';
import { PostureFields } from '../../security/posture';

/** What a mesh says about access over its posture. */
interface AccessProps {
  readonly access?: AccessPolicy;
  readonly dryRun?: boolean;
}

/** The fields of a posture, with what the mesh says about access. */
export function accessOf(posture: PostureFields, { access, dryRun }: AccessProps): PostureFields {
  return { ...posture, policies: access === undefined ? posture.policies : !access.allowsEverything, dryRun: dryRun ?? posture.dryRun };
}

/** How the whole mesh is held to what was declared; an error for lines that no policy in the root namespace can say. */
export function meshStance(mesh: IConstruct, posture: PostureFields, ambient: boolean, policy?: AccessPolicy): AccessStance {
  const lines: readonly AccessLine[] = policy === undefined || policy.allowsEverything ? [] : policy.lines;
  for (const line of lines) {
    checkWideLine(mesh, 'A line of its access policy', line, ambient);
    identify(callersOf(line));
  }
  const denial = posture.dryRun ? Denial.DRY_RUN : Denial.ENFORCED;
  return { dryRun: posture.dryRun, denial: posture.policies ? denial : undefined, lines };
}
