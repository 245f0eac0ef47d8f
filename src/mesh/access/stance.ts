import { AccessLine } from '../../security/access-policy';

/** What happens to calls that nothing allows: they are refused, or that is tried out. */
export enum Denial {
  ENFORCED = 'enforced',
  DRY_RUN = 'dry-run',
}

/** How strictly something is held to what was declared, as it follows from the mesh, the namespace and the service. */
export interface AccessStance {
  /** Whether policies are tried out only, where a line does not say otherwise. */
  readonly dryRun: boolean;
  /** What happens to undeclared calls by a policy that stands above; undefined where there is none. */
  readonly denial?: Denial;
  /** What the policy of the namespace allows at the pods: waypoints do not know of it. */
  readonly lines: readonly AccessLine[];
}

/** How a service is held: as its namespace, save where it says that it is tried out, or that it is not. */
export function stanceOf(wider: AccessStance, ownDryRun?: boolean): AccessStance {
  return {
    dryRun: ownDryRun ?? wider.dryRun,
    get denial() {
      return wider.denial;
    },
    get lines() {
      return wider.lines;
    },
  };
}
