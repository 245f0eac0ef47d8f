import { Construct } from 'constructs';
import { ICallers } from '../../reference/caller-attributes';
import { Callers } from '../../reference/callers';
import { Identity } from '../../reference/identity';
import { MeshPort } from '../../reference/port';
import { CallOptions, requestOptionsOf } from '../../security/call-options';
import { CallSite } from '../call-site';
import type { MeshService } from '../service/service';

/** Callers of a service, and what they may ask for, or may not. */
export interface Permission {
  /** What is said, for messages. */
  readonly who: string;
  /** The service that calls; undefined for callers that are no service of this program. */
  readonly caller?: MeshService;
  /** Who calls; asked for when rules are written. */
  readonly callers: ICallers;
  readonly options: CallOptions;
  /** The ports of the service that are meant; none for all that its pods have. */
  readonly ports: readonly MeshPort[];
  /** Why; for denials. */
  readonly reason?: string;
  /** Where in the program it was said. */
  readonly site?: CallSite;
}

/** Whether what is allowed is decided by requests, and not by who connects to which port alone. */
export function asksForRequests({ options }: Permission): boolean {
  return requestOptionsOf(options).length > 0;
}

/** Attributes that only callers have who proved who they are, in mutual TLS. */
const PROVED = ['principals', 'namespaces', 'serviceAccounts', 'trustDomains'] as const;

/** Whether nobody fits who has not proved in mutual TLS who it is. */
export function asksForIdentity({ callers }: Permission): boolean {
  return callers.callerAttributes.every((way) => PROVED.some((attribute) => way[attribute] !== undefined));
}

/** Callers that need an identity of their own before a policy can name them. */
interface Identified extends ICallers {
  /** @internal */
  _identify(): void;
}

function needsIdentity(callers: ICallers): callers is Identified {
  return '_identify' in callers;
}

/** Gives services among some callers an identity of their own, so that policies do not mean all that runs without one. */
export function identify(callers: ICallers): void {
  if (needsIdentity(callers)) callers._identify();
  if (callers instanceof Callers) callers._parts.forEach(identify);
}

/** Callers in a message. */
export function titleOf(callers: ICallers): string {
  if (callers instanceof Identity) return callers.principal;
  if (Construct.isConstruct(callers)) return `"${callers.node.path}"`;
  return callers instanceof Callers ? callers._title : 'A caller';
}
