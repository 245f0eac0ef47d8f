import { IConstruct } from 'constructs';
import { CallOptions } from '../../security/access';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';

/**
 * What a service of the mesh can call: another service, a group, a namespace, or something outside. Implement it for what stands for several
 * of these.
 *
 * @example
 * class Checkout extends Construct implements ICallable {
 *   public readonly mesh = mesh;
 *   public readonly egressHosts = [...cart.egressHosts, ...payments.egressHosts];
 *   public acceptCaller(caller: MeshService, options: CallOptions): void {
 *     cart.acceptCaller(caller, options);
 *     payments.acceptCaller(caller, {});
 *   }
 * }
 * web.calls(new Checkout(shop, 'checkout'), { methods: ['POST'] });
 */
export interface ICallable extends IConstruct {
  /** The mesh that it belongs to. */
  readonly mesh: Mesh;
  /** Where it is found, as `egress[].hosts` of a Sidecar spells it: namespace/host. */
  readonly egressHosts: string[];
  /**
   * Makes room for a caller, on this side of the call. `MeshService.calls()` calls it.
   *
   * @param caller who will call
   * @param options what it may ask for
   * @throws if the caller may not call so, such as on a port that is not there
   */
  acceptCaller(caller: MeshService, options: CallOptions): void;
}

/** Whether a construct can be called. */
export function isCallable(construct: IConstruct | undefined): construct is ICallable {
  return construct !== undefined && 'acceptCaller' in construct;
}

/** Whether it is several, of which each was called by itself. */
export function isPlural(callee: ICallable): boolean {
  return '_isPlural' in callee;
}
