import { ApiObject, JsonPatch } from 'cdk8s';
import { Enrollment, hasSidecar, namespaceLabelsOf } from './enrollment';
import { InjectionTime, ProxyOptions } from './proxy-options';
import { UseWaypointOptions, WaypointUse } from './waypoint-use';
import { IWaypoint } from '../../gateway';
import { failure } from '../../reference/fail';
import { Labels } from '../../reference/labels';
import type { MeshNamespace } from '../namespace';
import { MeshNamespaceOptions } from '../namespace-options';

/** How the pods of a namespace are part of the mesh, and which waypoint stands before them: what the labels of the Namespace say. */
export class NamespaceDataPlane {
  /** When its pods get their proxies. */
  public readonly injectionTime: InjectionTime;
  /** How the proxies of its pods are run. */
  public readonly proxy: ProxyOptions;
  private readonly enrolling: Labels;
  private readonly written: Record<string, string>;
  private object?: ApiObject;
  private use?: WaypointUse;

  /**
   * @param namespace the namespace, whose enrollment is known
   * @param revision the revision of its control plane
   * @param options how it is set up
   */
  constructor(private readonly namespace: MeshNamespace, revision: string, options: MeshNamespaceOptions) {
    const { enrollment } = namespace;
    this.injectionTime = options.injectionTime ?? InjectionTime.BOTH;
    this.proxy = { ...options.proxy };
    this.enrolling = namespaceLabelsOf(enrollment, revision);
    const isQuiet = this.injectionTime === InjectionTime.SYNTHESIS && hasSidecar(enrollment);
    this.written = { ...options.labels, ...(isQuiet ? namespaceLabelsOf(Enrollment.NONE, revision) : this.enrolling) };
  }

  /** The labels of the Namespace. */
  public get labels(): Record<string, string> {
    return { ...this.written };
  }

  /** Those by which its pods are injected: also where the webhook is told to leave them alone. */
  public get injectionLabels(): Record<string, string> {
    return { ...this.written, ...this.enrolling };
  }

  /** The waypoint that it uses, and for what. */
  public get waypointUse(): WaypointUse | undefined {
    return this.use;
  }

  /** Writes the Namespace. */
  public write(): void {
    const { namespace, namespace: { namespaceName: name } } = this;
    // A chart puts its namespace on all its objects, and a Namespace is in none.
    this.object = new ApiObject(namespace, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: this.labels } });
    this.object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }

  /** Uses a waypoint. */
  public useWaypoint(waypoint: IWaypoint, options: UseWaypointOptions): void {
    const { namespace, namespace: { enrollment, namespaceName } } = this;
    if (enrollment._mode !== 'ambient') {
      throw failure(namespace, `It uses waypoint "${waypoint.waypointName}", but its pods are enrolled as ${enrollment}`,
        'Enroll it with Enrollment.AMBIENT, or let single services use the waypoint');
    }
    if (this.use !== undefined) {
      throw failure(namespace, 'It uses a waypoint already', 'Call useWaypoint() once; a service may use another one');
    }
    this.use = WaypointUse.of(namespace, namespaceName, waypoint, options);
    for (const [label, value] of Object.entries(this.use.labels(namespaceName))) {
      this.written[label] = value;
      this.object?.metadata.addLabel(label, value);
    }
    for (const [annotation, value] of Object.entries(this.use.annotations)) this.object?.metadata.addAnnotation(annotation, value);
  }
}
