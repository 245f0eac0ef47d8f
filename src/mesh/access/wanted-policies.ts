import { lazily } from '../../reference/synthesis';
import { AuthorizationPolicy, AuthorizationPolicySpec } from '../../resources';
import { DRY_RUN } from '../../security/access';
import type { MeshService } from '../service/service';

/** An AuthorizationPolicy of a service, which is there while it is wanted. */
export interface WantedPolicy {
  /** Name of its construct. */
  readonly id: string;
  /** What follows the name of the service in its name. */
  readonly suffix: string;
  readonly wanted: boolean;
  /** Whether it is evaluated, counted and logged alone (`istio.io/dry-run`). */
  readonly dryRun: boolean;
  readonly render: () => AuthorizationPolicySpec;
}

/** Makes the policies of a service that are wanted, and takes back those that no longer are: objects come and go when something is said. */
export function writePolicies(service: MeshService, policies: readonly WantedPolicy[]): void {
  for (const { id, suffix, wanted, dryRun, render } of policies) {
    const written = service.node.tryFindChild(id) !== undefined;
    if (!wanted && written) service.node.tryRemoveChild(id);
    if (!wanted || written) continue;
    new AuthorizationPolicy(service, id, {
      metadata: { name: `${service.serviceName}-${suffix}`, ...(dryRun && { annotations: DRY_RUN }) },
      spec: lazily(render),
    });
  }
}
