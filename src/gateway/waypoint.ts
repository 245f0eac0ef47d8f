import { Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { meshContextOf } from './mesh-context';
import { renderWaypoint } from './waypoint-manifests';
import { failure, finding } from '../reference/fail';
import { Identity } from '../reference/identity';
import { checkName } from '../reference/label-name';
import { checks } from '../reference/suppressions';
import { AllowedRoutes, FromNamespaces, Gateway } from '../resources/gateway-api/gateway.generated';

/** Which traffic a waypoint takes (`istio.io/waypoint-for`). */
export enum WaypointFor {
  /** What is sent to a service. */
  SERVICE = 'service',
  /** What is sent to the address of a pod. */
  WORKLOAD = 'workload',
  /** Both. */
  ALL = 'all',
  /** Nothing, such as while it is tried out. */
  NONE = 'none',
}

/** A waypoint, made by this program or by another. */
export interface IWaypoint {
  /** Name of its Gateway. */
  readonly waypointName: string;
  /** Name of the namespace in which it runs. */
  readonly namespaceName: string;
  /** Which traffic it takes. */
  readonly waypointFor: WaypointFor;
  /** Who it is towards the pods behind it: they see its connections, and not those of its clients. */
  readonly identity: Identity;
}

/** What a waypoint is made of. */
export interface WaypointProps {
  /**
   * Which traffic it takes (`istio.io/waypoint-for`).
   *
   * @default WaypointFor.SERVICE
   */
  readonly waypointFor?: WaypointFor;
  /**
   * Labels of the objects that istiod makes for it (`spec.infrastructure.labels`).
   *
   * @default none
   */
  readonly infrastructureLabels?: { readonly [name: string]: string };
  /**
   * Annotations of the objects that istiod makes for it (`spec.infrastructure.annotations`).
   *
   * @default none
   */
  readonly infrastructureAnnotations?: { readonly [name: string]: string };
  /**
   * Name of a ConfigMap in its namespace, with what is laid over the objects that istiod makes for it, by kind: `deployment`,
   * `service`, `horizontalPodAutoscaler` and so on (`spec.infrastructure.parametersRef`).
   *
   * @default none
   */
  readonly parametersConfigMap?: string;
}

/** Where a waypoint of another program is. */
export interface WaypointAttributes {
  /** Name of the namespace in which it runs. */
  readonly namespace: string;
  /**
   * Which traffic it takes.
   *
   * @default WaypointFor.SERVICE
   */
  readonly waypointFor?: WaypointFor;
}

/**
 * A proxy in front of ambient workloads, for all that is decided by requests: routes, retries, rules with methods and paths, access
 * logs. It is a Gateway of the class `istio-waypoint`, for which istiod runs the proxies; the CRDs of the Gateway API must be in the
 * cluster. Traffic takes it for those that use it, see `useWaypoint()` of a namespace and of a service.
 *
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/
 */
export class Waypoint extends Construct implements IWaypoint {
  /**
   * A waypoint that another program makes. It must let in the namespaces that use it. Writes nothing of it: what uses it names it, such as a
   * `Namespace` (`metadata.labels["istio.io/use-waypoint"]`).
   *
   * @param scope a construct of the mesh
   * @param name its name
   * @param attributes where it is
   * @throws if the name is not a DNS label, or is "none"
   * @throws if the scope is not part of a mesh
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false });
   * const town = city.addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * town.useWaypoint(Waypoint.fromWaypointName(town, 'shared', { namespace: 'waypoints' }));
   */
  public static fromWaypointName(scope: Construct, name: string, attributes: WaypointAttributes): IWaypoint {
    const { trustDomain } = meshContextOf(scope);
    checkWaypointName(scope, name);
    return {
      waypointName: name,
      namespaceName: attributes.namespace,
      waypointFor: attributes.waypointFor ?? WaypointFor.SERVICE,
      identity: Identity.of(attributes.namespace, name, { trustDomain }),
    };
  }

  /** Name of the waypoint: of its Gateway, its Deployment, its Service and its account. */
  public readonly waypointName: string;
  /** Name of the namespace in which it runs. */
  public readonly namespaceName: string;
  /** Which traffic it takes. */
  public readonly waypointFor: WaypointFor;
  /** Who it is towards the pods behind it. */
  public readonly identity: Identity;
  private readonly users = new Set<string>();

  /**
   * Adds a waypoint; `MeshNamespace.addWaypoint()` does the same. Writes a `Gateway` of the class `istio-waypoint` (`spec.gatewayClassName`,
   * `spec.listeners[]`), for which istiod makes the proxies.
   *
   * @param scope a namespace of a mesh in ambient mode
   * @param id name of the waypoint
   * @param props what it is made of
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label, or is "none"
   * @throws if the mesh has no ambient mode
   * @example
   * const city = new Mesh(app, 'city', { ambient: true, controlPlane: false });
   * const town = city.addNamespace('town', { enrollment: Enrollment.AMBIENT });
   * town.useWaypoint(new Waypoint(town, 'waypoint', { waypointFor: WaypointFor.ALL }));
   */
  constructor(scope: Construct, id: string, props: WaypointProps = {}) {
    super(scope, id);
    const { ambient, installation: { revision }, trustDomain } = meshContextOf(this);
    checkWaypointName(this, id);
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The waypoint has no namespace', 'Create it with namespace.addWaypoint("…")');
    }
    if (!ambient) {
      throw failure(this, 'The mesh has no ambient mode, and only ambient traffic takes a waypoint', 'Give the mesh ambient: true');
    }
    this.waypointName = id;
    this.namespaceName = namespace;
    this.waypointFor = props.waypointFor ?? WaypointFor.SERVICE;
    this.identity = Identity.of(namespace, id, { trustDomain });
    new Gateway(this, 'Resource', renderWaypoint({
      name: id,
      revision,
      waypointFor: props.waypointFor,
      infrastructure: {
        labels: props.infrastructureLabels,
        annotations: props.infrastructureAnnotations,
        parametersConfigMap: props.parametersConfigMap,
      },
      allowedRoutes: Lazy.any({ produce: () => this.allowedRoutes() }),
    }));
    this.node.addValidation(checks(this, () => (this.users.size > 0 || this.waypointFor === WaypointFor.NONE ? [] : [finding(
      'Nothing uses the waypoint',
      'Call useWaypoint() on a namespace or a service, or leave the waypoint out',
    )])));
  }

  /** @internal */
  public _letIn(namespace: string): void {
    this.users.add(namespace);
  }

  /** Who may use it beside its own namespace: those that do. */
  private allowedRoutes(): AllowedRoutes | undefined {
    const users = [...this.users].sort();
    if (users.every((user) => user === this.namespaceName)) return undefined;
    const names = [...new Set([this.namespaceName, ...users])].sort();
    return {
      namespaces: {
        from: FromNamespaces.SELECTOR,
        selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: names }] },
      },
    };
  }
}

function checkWaypointName(scope: Construct, name: string): void {
  if (name === 'none') {
    throw failure(scope, 'A waypoint cannot be called "none", by which services say that they use no waypoint', 'Give it another name, such as "waypoint"');
  }
  checkName(scope, name, 'a waypoint');
}
