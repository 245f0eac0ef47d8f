import { Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AccessStance, Denial } from './stance';
import type { MeshNamespace } from '../namespace';
import { identify } from './permission';
import { failure } from '../../reference/fail';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../../resources';
import { AccessRule, DRY_RUN, renderAllow } from '../../security/access';
import { AccessLine, AccessPolicy, callersOf } from '../../security/access-policy';
import { emptyListOf, impossible, requestOptionsOf } from '../../security/call-options';

/** How the workloads of a namespace are held to what was declared: by its own policy, which stands beside that of the mesh. */
export class NamespaceAccess implements AccessStance {
  private readonly allowed: AccessLine[] = [];
  private closed = false;

  /**
   * @param namespace the namespace
   * @param wider how the mesh is held
   * @param ownDryRun whether policies are tried out only, where the namespace says so
   */
  constructor(private readonly namespace: MeshNamespace, private readonly wider: AccessStance, private readonly ownDryRun?: boolean) {}

  public get dryRun(): boolean {
    return this.ownDryRun ?? this.wider.dryRun;
  }

  public get denial(): Denial | undefined {
    if (this.wider.denial === Denial.ENFORCED || !this.closed) return this.wider.denial;
    return this.dryRun ? Denial.DRY_RUN : Denial.ENFORCED;
  }

  public get lines(): readonly AccessLine[] {
    return this.allowed;
  }

  /** Whether its own policy denies what it does not allow. */
  public get closes(): boolean {
    return this.closed && !this.allowed.some((line) => Object.values(line).every((value) => value === undefined));
  }

  /** Says what is allowed to all pods of the namespace. */
  public apply(policy: AccessPolicy): void {
    for (const line of policy.lines) {
      checkWideLine(this.namespace, 'A line of its access policy', line, this.namespace.enrollment._mode === 'ambient');
      identify(callersOf(line));
    }
    this.closed ||= !policy.allowsEverything;
    this.allowed.push(...policy.lines);
    const denied = this.wider.denial === (this.dryRun ? Denial.DRY_RUN : Denial.ENFORCED);
    const wanted = this.allowed.length > 0 ? this.denial !== undefined : !denied;
    if (wanted && !this.namespace.node.tryFindChild('access')) {
      new AuthorizationPolicy(this.namespace, 'access', {
        metadata: { name: 'namespace-access', ...(this.dryRun && { annotations: DRY_RUN }) },
        spec: Lazy.any({ produce: () => this.render() }),
      });
    }
  }

  private render(): AuthorizationPolicySpec {
    return renderAllow({}, this.allowed.map(ruleOfLine));
  }
}

/** The rule of a line that stands above services, and whose ports are those of pods. */
export function ruleOfLine(line: AccessLine): AccessRule {
  return { callers: callersOf(line).callerAttributes, ports: line.ports ?? [], request: line };
}

/** Refuses a line that no policy above services can say. */
export function checkWideLine(scope: IConstruct, who: string, line: AccessLine, ambient: boolean): void {
  const empty = emptyListOf(line);
  if (empty !== undefined) throw failure(scope, `${who} with an empty list of ${empty}, which fits no request`, `Leave ${empty} out for any of them`);
  const wrong = impossible(line);
  if (wrong) throw failure(scope, `${who} with the ${wrong.value}, which no request has`, wrong.fix);
  if (line.notPorts) throw failure(scope, `${who} with notPorts, but it is about pods, of which nobody knows all ports`, 'Name the ports that are allowed');
  if (line.dryRun !== undefined) {
    throw failure(scope, `${who} with dryRun, which belongs to a whole policy`, 'Give dryRun to the mesh, the namespace or a service, or allow it at the services');
  }
  const [asked] = requestOptionsOf(line);
  if (asked !== undefined && ambient) {
    throw failure(scope, `${who} with ${asked}, which the proxies of nodes do not look at`, 'Allow it at the services, which use a waypoint', 'A19');
  }
}
