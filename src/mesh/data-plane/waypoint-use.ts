import { IConstruct } from 'constructs';
import { IWaypoint, Waypoint, WaypointFor } from '../../gateway';
import { failure } from '../../reference/fail';

/** How a waypoint is used. */
export interface UseWaypointOptions {
  /**
   * Whether requests from ingress gateways take the waypoint, too (`istio.io/ingress-use-waypoint`). The gateway then leaves the
   * routes of the service to it; otherwise the gateway decides them, and sends requests straight to the pods.
   *
   * @default false
   */
  readonly ingress?: boolean;
  /**
   * A second waypoint that takes a share of the connections, to try it out (`istio.io/use-waypoint-canary`). For services alone.
   *
   * @default none
   */
  readonly canary?: IWaypoint;
  /**
   * Share of the canary, in percent (`istio.io/use-waypoint-canary-weight`).
   *
   * @default 0: the canary is there, and takes nothing
   */
  readonly canaryWeight?: number;
}

/** That something uses a waypoint, or that it uses none. */
export class WaypointUse {
  /** That it uses none, whatever its namespace says. */
  public static readonly NONE = new WaypointUse();

  /**
   * That it uses one.
   *
   * @param scope who uses it, to blame
   * @param namespace name of the namespace of who uses it
   */
  public static of(scope: IConstruct, namespace: string, waypoint: IWaypoint, options: UseWaypointOptions = {}): WaypointUse {
    const { canary, canaryWeight } = options;
    if (canaryWeight !== undefined && canary === undefined) {
      throw failure(scope, `canaryWeight is ${canaryWeight}, and there is no canary`, 'Give the second waypoint as canary, or leave canaryWeight out');
    }
    if (canaryWeight !== undefined && !(Number.isInteger(canaryWeight) && canaryWeight >= 0 && canaryWeight <= 100)) {
      throw failure(scope, `The canaryWeight ${canaryWeight} is not a whole number from 0 to 100`, 'Give the share of the canary in percent');
    }
    if (canary && nameOf(canary) === nameOf(waypoint)) {
      throw failure(scope, `Waypoint "${nameOf(waypoint)}" is its own canary`, 'Give another waypoint as canary');
    }
    for (const one of canary ? [waypoint, canary] : [waypoint]) {
      if (one.waypointFor === WaypointFor.NONE) {
        throw failure(scope, `Waypoint "${nameOf(one)}" takes no traffic (waypointFor: none)`, 'Give it another waypointFor, or use another waypoint');
      }
    }
    if (canary && !takes(waypoint, WaypointFor.SERVICE)) {
      throw failure(scope, `Waypoint "${nameOf(waypoint)}" is for workloads alone, which have no canary`, 'Leave the canary out, or use a waypoint for services');
    }
    if (canary && !takes(canary, WaypointFor.SERVICE)) {
      throw failure(scope, `The canary "${nameOf(canary)}" is for workloads alone`, 'Use a waypoint for services');
    }
    for (const one of canary ? [waypoint, canary] : [waypoint]) {
      if (one instanceof Waypoint) one._letIn(namespace);
    }
    return new WaypointUse(waypoint, options);
  }

  private constructor(
    /** The waypoint; none when undefined. */
    public readonly waypoint?: IWaypoint,
    private readonly options: UseWaypointOptions = {},
  ) {}

  /** Whether what is sent to a service takes a waypoint. */
  public get forServices(): boolean {
    return this.waypoint !== undefined && takes(this.waypoint, WaypointFor.SERVICE);
  }

  /** Whether what is sent to the address of a pod takes a waypoint. */
  public get forWorkloads(): boolean {
    return this.waypoint !== undefined && takes(this.waypoint, WaypointFor.WORKLOAD);
  }

  /** Whether requests from ingress gateways take it, where it was said. */
  public get ingress(): boolean | undefined {
    return this.options.ingress;
  }

  /** Who the pods behind it see. */
  public get principals(): string[] {
    return [this.waypoint, this.options.canary].flatMap((one) => (one === undefined ? [] : [one.identity.principal]));
  }

  /** The labels of a Service, or of a Namespace. Where a Namespace says that it takes ingress, a Service may say that it does not. */
  public labels(namespace: string): Record<string, string> {
    const { waypoint, options: { canary, ingress } } = this;
    if (waypoint === undefined) return { 'istio.io/use-waypoint': 'none' };
    return {
      ...reference('istio.io/use-waypoint', waypoint, namespace),
      ...(canary && reference('istio.io/use-waypoint-canary', canary, namespace)),
      ...(ingress !== undefined && { 'istio.io/ingress-use-waypoint': String(ingress) }),
    };
  }

  /** The labels of a pod. */
  public podLabels(namespace: string): Record<string, string> {
    if (this.waypoint === undefined) return { 'istio.io/use-waypoint': 'none' };
    return this.forWorkloads ? reference('istio.io/use-waypoint', this.waypoint, namespace) : {};
  }

  /** The annotations of a Service, or of a Namespace. */
  public get annotations(): Record<string, string> {
    const { canaryWeight } = this.options;
    return canaryWeight === undefined ? {} : { 'istio.io/use-waypoint-canary-weight': String(canaryWeight) };
  }
}

function takes({ waypointFor }: IWaypoint, traffic: WaypointFor): boolean {
  return waypointFor === traffic || waypointFor === WaypointFor.ALL;
}

function reference(label: string, { waypointName, namespaceName }: IWaypoint, namespace: string): Record<string, string> {
  return { [label]: waypointName, ...(namespaceName !== namespace && { [`${label}-namespace`]: namespaceName }) };
}

function nameOf({ namespaceName, waypointName }: IWaypoint): string {
  return `${namespaceName}/${waypointName}`;
}
