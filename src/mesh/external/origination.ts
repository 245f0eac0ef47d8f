import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { failure } from '../../reference/fail';
import { DestinationRule } from '../../resources';
import { Outside } from '../../traffic/egress/service-entry';
import { renderOrigination, TlsOrigination } from '../../traffic/egress/tls-origination';
import { hasSidecar } from '../data-plane/enrollment';
import type { MeshService } from '../service/service';

/** Name of what is written for one of several hosts. */
export function nameForHost(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}

/**
 * The TLS that sidecars add to what they send to an external service. One rule beside the ServiceEntry says it for all of them; with a
 * credential, each caller has a rule of its own, since a proxy takes credentials from rules that name its pods alone, and may read them.
 */
export class ExternalOrigination {
  private readonly credited = new Set<MeshService>();

  constructor(private readonly external: Construct, namespace: string, private readonly outside: Outside) {
    if (this.origination === undefined || this.origination.credentialName !== undefined) return;
    const { origination } = this;
    outside.hosts.forEach((host, index) => new DestinationRule(external, nameForHost(SHARED, index), {
      metadata: { name: nameForHost(external.node.id, index), namespace }, spec: renderOrigination(host, outside.ports, origination),
    }));
  }

  /** Lets a caller add the TLS. */
  public accept(caller: MeshService): void {
    const { origination } = this;
    if (origination?.credentialName === undefined || this.credited.has(caller) || !hasSidecar(caller.enrollment)) return;
    this.checkCredential(origination, caller);
    this.credited.add(caller);
    const { id } = this.external.node;
    const name = `${caller.serviceName}-to-${id}`;
    this.outside.hosts.forEach((host, index) => new DestinationRule(caller, nameForHost(`tls-to-${id}`, index), {
      metadata: { name: nameForHost(name, index) },
      spec: Lazy.any({ produce: () => renderOrigination(host, this.outside.ports, origination, caller.selector) }),
    }));
    addCredentialAccess(caller, id, name);
  }

  /** Leaves the TLS to a gateway. */
  public leaveToGateway(): void {
    this.outside.hosts.forEach((_, index) => this.external.node.tryRemoveChild(nameForHost(SHARED, index)));
    const { id } = this.external.node;
    for (const caller of this.credited) {
      this.outside.hosts.forEach((_, index) => caller.node.tryRemoveChild(nameForHost(`tls-to-${id}`, index)));
      for (const kind of ['role', 'role-binding']) caller.node.tryRemoveChild(`${kind}-for-${id}`);
    }
    this.credited.clear();
  }

  private get origination(): TlsOrigination | undefined {
    return this.outside.origination;
  }

  private checkCredential({ _credential: credential }: TlsOrigination, caller: MeshService): void {
    const namespace = credential && namespaceOf(credential);
    if (credential === undefined || namespace === undefined || namespace === caller.namespaceName) return;
    throw failure(this.external, `"${caller.node.path}" calls it, but secret "${credential.name}" is in namespace "${namespace}", and the caller in "${caller.namespaceName}"`,
      'A proxy can read only the secrets of its own namespace: give credentialName and put a secret into the namespace of each caller, or forward it at an egress gateway', 'A10');
  }
}

const SHARED = 'origination';

/** Namespace of a secret that this program makes; undefined where that is not known. */
export function namespaceOf(secret: Construct): string | undefined {
  const { defaultChild } = secret.node;
  return defaultChild !== undefined && ApiObject.isApiObject(defaultChild) ? defaultChild.metadata.namespace : undefined;
}

/** istiod hands credentials to those alone who may list secrets themselves. */
function addCredentialAccess(caller: MeshService, id: string, name: string): void {
  const group = 'rbac.authorization.k8s.io';
  new ApiObject(caller, `role-for-${id}`, {
    apiVersion: `${group}/v1`, kind: 'Role', metadata: { name }, rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }],
  });
  new ApiObject(caller, `role-binding-for-${id}`, {
    apiVersion: `${group}/v1`,
    kind: 'RoleBinding',
    metadata: { name },
    roleRef: { apiGroup: group, kind: 'Role', name },
    subjects: Lazy.any({ produce: () => [{ kind: 'ServiceAccount', name: caller.identity.serviceAccount, namespace: caller.namespaceName }] }),
  });
}
