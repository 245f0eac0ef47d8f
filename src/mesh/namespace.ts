import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Enrollment, enrollmentLabels } from './enrollment';
import type { Mesh } from './mesh';
import { MeshService, MeshServiceOptions } from './service';
import { MeshContext, provideMeshContext } from '../gateway/mesh-context';
import { failure } from '../reference/fail';
import { Telemetry } from '../resources';
import { renderTelemetry, TelemetryOptions } from '../telemetry/telemetry';

/** How a namespace is set up. */
export interface MeshNamespaceOptions {
  /**
   * Whether its pods get a proxy.
   *
   * @default Enrollment.SIDECAR
   */
  readonly enrollment?: Enrollment;
  /**
   * Labels of the Namespace, besides those of the enrollment.
   *
   * @default none
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * Whether the Namespace itself is written. Turn it off for one that exists, such as "default"; it must then be labelled by its owner.
   *
   * @default true
   */
  readonly createNamespace?: boolean;
}

/**
 * A namespace of the mesh, which is a chart: what is created in it is written to its file. Made by `Mesh.addNamespace()`.
 */
export class MeshNamespace extends Chart {
  /** @internal */
  public static _create(mesh: Mesh, name: string, context: MeshContext, options: MeshNamespaceOptions): MeshNamespace {
    return new MeshNamespace(mesh, name, context, options);
  }

  /** The mesh that the namespace belongs to. */
  public readonly mesh: Mesh;
  /** Name of the namespace. */
  public readonly namespaceName: string;
  /** Whether pods get a proxy. */
  public readonly enrollment: Enrollment;
  /** @internal */
  public readonly _services: Construct;
  private readonly namespaceLabels: Record<string, string>;

  private constructor(mesh: Mesh, name: string, context: MeshContext, options: MeshNamespaceOptions) {
    // Files are applied in the order of their names: CRDs are 0, the control plane is 1.
    super(mesh.node.scope!, `${mesh.node.id}-2-${name}`, { namespace: name });
    provideMeshContext(this, context);
    this.mesh = mesh;
    this.namespaceName = name;
    this.enrollment = options.enrollment ?? Enrollment.SIDECAR;
    this.namespaceLabels = { ...options.labels, ...enrollmentLabels(this.enrollment, context.installation.revision) };
    if (options.createNamespace ?? true) {
      // A chart puts its namespace on all its objects, and a Namespace is in none.
      new ApiObject(this, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...this.namespaceLabels } } })
        .addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
    // A room of their own: a service may have the name of a construct that the user makes in the namespace.
    this._services = new Construct(this, 'services');
  }

  /**
   * Adds a service.
   *
   * @param name its name, under which others call it
   * @param options its ports and workload
   */
  public addService(name: string, options: MeshServiceOptions = {}): MeshService {
    return new MeshService(this, name, options);
  }

  /** Services of the namespace, in the order in which they were added. Add one with `addService()`. */
  public get services(): MeshService[] {
    return this._services.node.children as MeshService[];
  }

  /**
   * Says what all proxies of the namespace tell about their traffic, save those of services with telemetry of their own.
   *
   * @param options access log, metrics and traces
   */
  public addTelemetry(options: TelemetryOptions): void {
    if (this.node.tryFindChild('telemetry')) {
      throw failure(this, 'The namespace has its telemetry already', 'Call addTelemetry() once, with everything');
    }
    new Telemetry(this, 'telemetry', { metadata: { name: 'default' }, spec: renderTelemetry(options) });
  }

  /** @internal */
  public get _namespaceLabels(): Record<string, string> {
    return { ...this.namespaceLabels };
  }
}
