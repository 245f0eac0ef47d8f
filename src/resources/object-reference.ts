import { GroupVersionKind } from 'cdk8s';

/** An object that is made elsewhere: enough of it to be named by others. */
export class ObjectReference {
  /**
   * The object of a kind and a name.
   *
   * @param gvk its API version and kind
   * @param name its name
   * @param namespace its namespace; where it is not given, that of the object which names it
   */
  public static of(gvk: GroupVersionKind, name: string, namespace?: string): ObjectReference {
    const what = [['name', name], ['namespace', namespace]].find(([, value]) => value === '');
    if (what !== undefined) throw new Error(`The ${what[0]} of a ${gvk.kind} is "". Give the ${what[0]} that it has in the cluster.`);
    return new ObjectReference(gvk.apiVersion, gvk.kind, name, namespace);
  }

  private constructor(
    /** API version of the object, such as `networking.istio.io/v1`. */
    public readonly apiVersion: string,
    /** Kind of the object. */
    public readonly kind: string,
    /** Name of the object. */
    public readonly name: string,
    /** Namespace of the object; undefined where it is that of the object which names it, or where the kind has none. */
    public readonly namespace?: string,
  ) {}

  /** The group of the API version, such as `networking.istio.io`. */
  public get apiGroup(): string {
    return this.apiVersion.split('/')[0];
  }
}
