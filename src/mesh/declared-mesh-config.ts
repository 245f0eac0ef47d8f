import { Lazy } from 'cdk8s';
import { Installation } from '../install';
import { JsonObject, Manifest } from '../reference/json';
import { printYaml } from '../yaml/on-demand';

/** What a field of the mesh configuration is, given what the program says of it itself; undefined where nothing is written. */
export type FieldProducer = (given: any) => unknown;

/**
 * Fields of the mesh configuration (`meshConfig`) that follow from what is declared. They are asked for when the app is synthesized, and
 * stand in the ConfigMap that istiod reads.
 */
export class DeclaredMeshConfig {
  private readonly producers = new Map<string, FieldProducer>();

  constructor(private readonly installation: Installation) {}

  /** Lets a field follow from what is declared. */
  public provide(field: string, produce: FieldProducer): void {
    this.producers.set(field, produce);
  }

  /** The whole mesh configuration, as it is known so far. */
  public get all(): JsonObject {
    const { meshConfig } = this.installation;
    const declared = [...this.producers].map(([field, produce]) => [field, produce(meshConfig[field])] as const);
    return { ...meshConfig, ...Object.fromEntries(declared.filter(([, value]) => value !== undefined)) };
  }

  /** A manifest of the control plane; the one that holds the mesh configuration gets the declared fields, too. */
  public inManifest(manifest: Manifest): Manifest {
    const { kind, metadata: { name }, data } = manifest;
    const revision = this.installation.revision === 'default' ? '' : `-${this.installation.revision}`;
    if (kind !== 'ConfigMap' || name !== `istio${revision}` || data?.mesh === undefined) return manifest;
    const mesh = Lazy.any({ produce: () => (this.producers.size === 0 ? data.mesh : printYaml(sorted(this.all))) });
    return { ...manifest, data: { ...data, mesh } };
  }
}

function sorted(config: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1)));
}
