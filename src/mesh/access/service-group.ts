import { Construct } from 'constructs';
import { ICallable } from './callable';
import { CallerAttributes, ICallers } from '../../reference/caller-attributes';
import { failure, finding } from '../../reference/fail';
import { checks } from '../../reference/suppressions';
import { AccessLine } from '../../security/access-policy';
import { CallOptions } from '../../security/call-options';
import type { Mesh } from '../mesh';
import { SaidOfEach } from '../said-of-each';
import type { MeshService } from '../service/service';

/**
 * Services that are meant together: what is said of the group is said of each that is in it, also of those that are added later. It writes
 * nothing itself. Made by `Mesh.addGroup()`.
 */
export class ServiceGroup extends Construct implements ICallable, ICallers {
  /** @internal */
  public static _create(scope: Construct, mesh: Mesh, id: string, services: readonly MeshService[]): ServiceGroup {
    return new ServiceGroup(scope, mesh, id, services);
  }

  /** @internal */
  public readonly _isPlural = true;
  /** The mesh that its services belong to. */
  public readonly mesh: Mesh;
  private readonly memberList: MeshService[] = [];
  private readonly each = new SaidOfEach(() => this.memberList);

  private constructor(scope: Construct, mesh: Mesh, id: string, services: readonly MeshService[]) {
    super(scope, id);
    this.mesh = mesh;
    this.add(...services);
    this.node.addValidation(checks(this, () => (this.memberList.length > 0 ? [] : [finding('The group has no service', 'Add services with add(), or leave the group out')])));
  }

  /** Its services, in the order in which they were added. Add one with `add()`. */
  public get services(): MeshService[] {
    return [...this.memberList];
  }

  /**
   * Adds services to the group, of which all holds that was said of it. Writes for them what was said before.
   *
   * @param services which services
   * @throws if a service is of another mesh, or is in the group already
   * @throws whatever the calls throw that were said of the group
   * @example
   * const backends = mesh.addGroup('backends', cart);
   * web.calls(backends);
   * backends.add(db);
   */
  public add(...services: MeshService[]): void {
    for (const service of services) {
      if (service.mesh !== this.mesh) throw failure(this, `"${service.node.path}" belongs to another mesh`, 'Put services of one mesh into a group');
      if (this.memberList.includes(service)) throw failure(this, `"${service.node.path}" is in it already`, 'Add it once');
      this.memberList.push(service);
      this.each.meet(service);
    }
  }

  /**
   * Declares that each service of the group calls another one, another group or namespace, or something outside: `MeshService.calls()` of each.
   * A service of the group does not call itself. Writes what that writes: a `ServiceAccount` and a `Sidecar` (`spec.egress[].hosts`) for each
   * caller, and a rule of the called service's `AuthorizationPolicy` (`spec.rules[]`).
   *
   * @param callee what is called
   * @param options what may be asked for
   * @throws the errors of `MeshService.calls()`
   * @example mesh.addGroup('frontends', web).calls(cart, { methods: ['GET'] });
   */
  public calls(callee: ICallable, options: CallOptions = {}): void {
    this.each.say((member) => {
      if (callee !== member) member.calls(callee, options);
    });
  }

  /**
   * Allows callers to call each service of the group: `MeshService.allowFrom()` of each. Writes a rule of each service's `AuthorizationPolicy`
   * `<service>-callers` (`spec.rules[]`).
   *
   * @param callers who may call
   * @param options what they may ask for
   * @throws the errors of `MeshService.allowFrom()`
   * @example mesh.addGroup('monitored', web, cart).allowFrom(Callers.namespaces('monitoring'), { paths: ['/metrics'] });
   */
  public allowFrom(callers: ICallers, options: CallOptions = {}): void {
    this.each.say((member) => member.allowFrom(callers, options));
  }

  /**
   * Denies what a line says to each service of the group: `MeshService.deny()` of each. Writes a rule of each service's `AuthorizationPolicy`
   * `<service>-denials` (`spec.action`, `spec.rules[]`).
   *
   * @param reason why; it stands in the access matrix of the mesh
   * @param line who is denied what
   * @throws the errors of `MeshService.deny()`
   * @example mesh.addGroup('card-data', cart).deny('card data', { notCallers: [web] });
   */
  public deny(reason: string, line: AccessLine = {}): void {
    this.each.say((member) => member.deny(reason, line));
  }

  /** Nowhere of its own: each of its services is called by itself. */
  public get egressHosts(): string[] {
    return [];
  }

  /** The ways to be one of its services, as policies ask for it: their identities. */
  public get callerAttributes(): CallerAttributes[] {
    return this.memberList.flatMap(({ callerAttributes }) => callerAttributes);
  }

  /**
   * Makes room for a caller of each service. Call `calls()` on the caller instead: it does both sides. Writes what that writes, for each service:
   * a rule of its `AuthorizationPolicy` (`spec.rules[]`), and its host in the caller's `Sidecar` (`spec.egress[].hosts`).
   *
   * @param caller who will call
   * @param options what it may ask for
   * @throws the errors of `MeshService.calls()`
   * @example mesh.addGroup('backends', cart).acceptCaller(web, {});
   */
  public acceptCaller(caller: MeshService, options: CallOptions): void {
    this.each.say((member) => {
      if (caller !== member) caller.calls(member, options);
    });
  }

  /** @internal */
  public _identify(): void {
    this.each.say((member) => member._identify());
  }
}
