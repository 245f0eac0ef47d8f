import { ApiObject } from 'cdk8s';
import { conflict, Enrollment, podLabelsOf } from './enrollment';
import type { MeshNamespace } from '../namespace';
import { UseWaypointOptions, WaypointUse } from './waypoint-use';
import { IWaypoint } from '../../gateway';
import { failure } from '../../reference/fail';
import type { MeshService } from '../service/service';

/** How the pods of a service are part of the mesh, and which waypoint stands before them. */
export class ServiceDataPlane {
  private ownUse?: WaypointUse;

  /**
   * @param service the service
   * @param namespace its namespace, whose choices hold where the service makes none
   * @param ownEnrollment how its own pods are enrolled
   */
  constructor(private readonly service: MeshService, private readonly namespace: MeshNamespace, private readonly ownEnrollment?: Enrollment) {
    if (ownEnrollment) checkEnrollment(service, namespace, ownEnrollment);
  }

  /** How its pods are enrolled. */
  public get enrollment(): Enrollment {
    return this.ownEnrollment ?? this.namespace.enrollment;
  }

  /** Whether the agents of nodes take the traffic of its pods. */
  public get isAmbient(): boolean {
    return this.enrollment._mode === 'ambient';
  }

  /** The waypoint that takes what is sent to the service: its own, or else that of its namespace. */
  public get serviceWaypoint(): WaypointUse | undefined {
    if (this.ownUse === WaypointUse.NONE) return undefined;
    return [this.ownUse, this.namespace._dataPlane.waypointUse].find((use) => use?.forServices);
  }

  /** Whether requests from ingress gateways take that waypoint, too. What the service does not say, its namespace says. */
  public get ingressTakesWaypoint(): boolean {
    return this.serviceWaypoint !== undefined && (this.ownUse?.ingress ?? this.namespace._dataPlane.waypointUse?.ingress ?? false);
  }

  /** Uses a waypoint, whatever the namespace does. */
  public use(waypoint: IWaypoint, options?: UseWaypointOptions): void {
    if (!this.isAmbient) {
      throw failure(this.service, `It uses waypoint "${waypoint.waypointName}", but its pods are enrolled as ${this.enrollment}`,
        'Enroll it with Enrollment.AMBIENT, or use no waypoint');
    }
    this.choose(WaypointUse.of(this.service, this.namespace.namespaceName, waypoint, options));
  }

  /** Uses no waypoint, whatever the namespace does. */
  public useNone(): void {
    this.choose(WaypointUse.NONE);
  }

  /** To be called when the namespace has chosen: pods with proxies of their own need no waypoint before them. */
  public follow(): void {
    if (!this.isAmbient && this.ownUse === undefined && this.namespace._dataPlane.waypointUse !== undefined) this.useNone();
  }

  /** Labels of its pods by which they are enrolled and use a waypoint. */
  public get podLabels(): Record<string, string> {
    const { mesh, namespaceName } = this.namespace;
    return {
      ...podLabelsOf(this.enrollment, this.namespace.enrollment, mesh.revision),
      ...this.ownUse?.podLabels(namespaceName),
    };
  }

  private choose(use: WaypointUse): void {
    if (this.ownUse !== undefined) {
      throw failure(this.service, 'It has said already which waypoint it uses', 'Call useWaypoint() or useNoWaypoint() once');
    }
    this.ownUse = use;
    if (use !== WaypointUse.NONE && !use.forServices) return;
    const resource = this.service.node.tryFindChild('Resource');
    if (resource !== undefined && ApiObject.isApiObject(resource)) {
      for (const [name, value] of Object.entries(use.labels(this.namespace.namespaceName))) resource.metadata.addLabel(name, value);
      for (const [name, value] of Object.entries(use.annotations)) resource.metadata.addAnnotation(name, value);
    } else if (use.forServices) {
      throw failure(this.service, `It uses waypoint "${use.waypoint?.waypointName}", but this program writes no Service that could say so`,
        'Leave createService: false out, or use the waypoint with the namespace');
    }
  }
}

/** Refuses an enrollment of pods that cannot be had in their namespace. */
export function checkEnrollment(scope: MeshService | MeshNamespace, namespace: MeshNamespace, enrollment: Enrollment): void {
  if (enrollment._mode === 'ambient' && !namespace.mesh.ambient) {
    throw failure(scope, 'It is enrolled in ambient mode, which the mesh does not have', 'Give the mesh ambient: true, or enroll it with Enrollment.SIDECAR');
  }
  const why = conflict(enrollment, namespace.enrollment, namespace.mesh.revision);
  if (why !== undefined) {
    throw failure(scope, `Its pods are enrolled as ${enrollment}, and namespace "${namespace.namespaceName}" as ${namespace.enrollment}: ${why}`,
      'Enroll the namespace in that way, and the other pods of it in theirs');
  }
}
