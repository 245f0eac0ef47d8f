import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { isWorkload, podTemplateOf } from '../../injection';
import { resolvedObject } from '../../injection/resolver';
import { failure, listed } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { Labels } from '../../reference/labels';
import { readOnce } from '../../reference/synthesis';

/**
 * Finds workloads among objects that another construct made, such as `Include` or `Helm`.
 */
export class Workloads {
  /**
   * The object of a kind and name below a construct. Writes nothing: it is there already.
   *
   * @param scope where to look, such as an `Include`
   * @param kind its kind, such as "Deployment"
   * @param name its name
   * @throws if there is no such object; the message names those that are there
   * @example
   * const objects = new Chart(app, 'objects', { namespace: 'shop' });
   * new ApiObject(objects, 'mail', {
   *   apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'mail' },
   *   spec: {
   *     selector: { matchLabels: { app: 'mail' } },
   *     template: { metadata: { labels: { app: 'mail' } }, spec: { containers: [{ name: 'mail', image: 'example.com/mail:1' }] } },
   *   },
   * });
   * shop.addService('mail', { ports: [MeshPort.tcp(25)], workload: Workloads.named(objects, 'Deployment', 'mail') });
   */
  public static named(scope: Construct, kind: string, name: string): ApiObject {
    const objects = scope.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one));
    const found = objects.find((object) => object.kind === kind && object.name === name);
    if (!found) {
      const others = objects.filter((object) => object.kind === kind).map((object) => object.name);
      throw failure(scope, `There is no ${kind} "${name}" here; there is ${listed(others)}`, 'Give the kind and the name of an object below this construct');
    }
    return found;
  }

  private constructor() {}
}

/** A Kubernetes object with a pod template, as the mesh reads it. */
export class Workload {
  /**
   * The workload that a construct stands for: itself, its default child, or the only one below it.
   *
   * @param scope the construct to blame
   * @param construct a cdk8s-plus workload, an ApiObject, an Include or a Helm
   */
  public static of(scope: IConstruct, construct: IConstruct): Workload {
    const candidates = [construct, construct.node.defaultChild, ...construct.node.findAll()];
    const objects = [...new Set(candidates)].filter((one): one is ApiObject => one !== undefined && ApiObject.isApiObject(one));
    const direct = objects.find((object) => object === construct || object === construct.node.defaultChild);
    const workloads = (direct ? [direct] : objects).filter((object) => isWorkload(object) && podTemplateOf(resolvedObject(object)));
    if (workloads.length !== 1) {
      const found = workloads.map((object) => `${object.kind} ${object.name}`);
      throw failure(scope, `"${construct.node.path}" holds ${workloads.length} objects with a pod template (${listed(found)})`,
        'Give one Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod; Workloads.named(include, "Deployment", "…") picks one of several');
    }
    return new Workload(workloads[0]);
  }

  private constructor(
    /** The Kubernetes object. */
    public readonly object: ApiObject,
  ) {}

  /** Kind and name, for messages. */
  public get title(): string {
    return `${this.object.kind} "${this.object.name}"`;
  }

  /** Labels of the pods. */
  public get labels(): Labels {
    return this.template.metadata?.labels ?? {};
  }

  /** Service account that the pods run as, when the workload says so itself. */
  public get serviceAccountName(): string | undefined {
    return this.template.spec?.serviceAccountName ?? this.template.spec?.serviceAccount;
  }

  /** Ports that the containers declare. */
  public get containerPorts(): { readonly containerPort: number; readonly name?: string }[] {
    const spec = this.template.spec ?? {};
    return [...(spec.containers ?? []), ...(spec.initContainers ?? [])].flatMap((container: JsonObject) => container.ports ?? []);
  }

  /** The pod's spec. */
  public get podSpec(): JsonObject {
    return this.template.spec ?? {};
  }

  /** The pod template; what it says may still change until synthesis. */
  public get template(): JsonObject {
    return readOnce(this, 'template', () => podTemplateOf(resolvedObject(this.object))?.template ?? {});
  }
}
