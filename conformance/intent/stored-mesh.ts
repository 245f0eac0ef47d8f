import { World } from './world';
import { formatDifference, lostFields } from '../lib/compare';
import { KubeObject, objectName } from '../lib/objects';
import { mapSome, waitFor } from '../lib/process';
import { Check } from '../lib/report';

/** How many objects are on their way at once. */
const AT_ONCE = 4;

/** Fields that Kubernetes stores by leaving them out where they say what holds anyhow. */
const DEFAULTS = new Set(['value', 'initialDelaySeconds']);

/** Where an object of a kind is. */
interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** The objects of a mesh on the API server. */
export class StoredMesh {
  private readonly stored = new Map<string, KubeObject>();

  constructor(private readonly world: World) {}

  /** Applies what a mesh was synthesized to, and says what the API server has against it, or does not keep. */
  public async apply(objects: readonly KubeObject[]): Promise<Check[]> {
    // What holds in the whole mesh is there already.
    const [meshWide, own] = split(objects, (object) => this.world.has(object));
    const [namespaces, others] = split(own, ({ kind }) => kind === 'Namespace');
    const shared = await mapSome(AT_ONCE, meshWide, async (object) => {
      const found = await this.world.api.find(object);
      return { name: objectName(object), complaints: found ? lostFields(object, found).map(formatDifference) : ['is not part of the control plane'] };
    });
    const create = async (object: KubeObject): Promise<Check> => {
      try {
        const stored = await this.create(object);
        const lost = lostFields(object, stored).filter(({ path }) => !DEFAULTS.has(path.at(-1)!));
        return { name: objectName(object), complaints: lost.map(formatDifference) };
      } catch (error) {
        return { name: objectName(object), complaints: [(error as Error).message] };
      }
    };
    return [...shared, ...await mapSome(AT_ONCE, namespaces, create), ...await mapSome(AT_ONCE, others, create)];
  }

  /** Creates an object, which is gone with the mesh. */
  public async create(object: KubeObject): Promise<KubeObject> {
    const stored = await this.world.api.create(object);
    this.stored.set(objectName(object), stored);
    return stored;
  }

  /** A Service as it is stored. */
  public service({ name, namespace }: Named): KubeObject {
    return this.stored.get(`Service/${namespace}/${name}`)!;
  }

  /** A Deployment among the objects of a mesh: that of a gateway of the Gateway API, and its Service, is istiod's work. */
  public async deployment({ name, namespace }: Named, objects: readonly KubeObject[]): Promise<KubeObject> {
    const found = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name && metadata.namespace === namespace);
    if (found) return found;
    const [deployment] = await Promise.all(([['apps/v1', 'Deployment'], ['v1', 'Service']] as const).map(async ([apiVersion, kind]) => {
      const object = { apiVersion, kind, metadata: { name, namespace } };
      const made = await waitFor(`istiod to make the ${kind} ${name} of ${namespace}`, 90_000, async () => this.world.api.find(object));
      this.stored.set(objectName(object), { ...made, apiVersion, kind });
      return { ...made, apiVersion, kind };
    }));
    return deployment;
  }

  /** Deletes everything but the namespaces, since nobody here would finish their end. */
  public async remove(): Promise<void> {
    await mapSome(AT_ONCE, [...this.stored.values()].filter(({ kind }) => kind !== 'Namespace'), async (object) => this.world.api.delete(object));
  }
}

function split<T>(items: readonly T[], first: (item: T) => boolean): [T[], T[]] {
  return [items.filter(first), items.filter((item) => !first(item))];
}
