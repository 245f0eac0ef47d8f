import { IConstruct } from 'constructs';
import { JsonObject } from '../../reference/json';
import { MeshPort } from '../../reference/port';
import { beyondMeshConfig, DEFAULT_FIELDS, DefaultField, mergedDefaults, TrafficDefaults, TrafficOverride } from '../../traffic/defaults';
import { checkTrafficPolicy } from '../../traffic/policy-checks';
import { checkRetries } from '../../traffic/resilience';
import { CallSite } from '../call-site';

/** Refuses defaults that are wrong by themselves. */
export function checkDefaults(scope: IConstruct, { retries, outlierDetection, connectionPool, loadBalancer }: TrafficDefaults): void {
  if (retries) checkRetries(scope, retries);
  if (outlierDetection || connectionPool || loadBalancer) {
    checkTrafficPolicy(scope, { outlierDetection, connectionPool, loadBalancer }, [MeshPort.http2(80)]);
  }
}

/** The defaults of a mesh or of a namespace, and where something else is said in their place. */
export class TrafficDefaultsSetting {
  /**
   * The defaults of a mesh.
   *
   * @param given what was said
   * @param written whether the mesh configuration is written, so that it can say some of them
   * @param meshConfig the mesh configuration
   */
  public static ofMesh(given: TrafficDefaults, written: boolean, meshConfig: JsonObject): TrafficDefaultsSetting {
    const outlierDetection = meshConfig.defaultTrafficPolicy?.outlierDetection !== undefined;
    return new TrafficDefaultsSetting(given, written ? beyondMeshConfig(given) : given, outlierDetection, []);
  }

  private constructor(
    private readonly known: TrafficDefaults,
    /** The defaults that each service has to say, since the mesh configuration does not. */
    public readonly defaults: TrafficDefaults,
    /** Whether the mesh configuration has outlier detection for all that is called. */
    public readonly outlierDetection: boolean,
    private readonly list: TrafficOverride[],
  ) {}

  /** The defaults of a namespace: its own, and those of the mesh. */
  public within(namespace: string, given: TrafficDefaults = {}): TrafficDefaultsSetting {
    this.override(namespace, given);
    return new TrafficDefaultsSetting(mergedDefaults(this.known, given), mergedDefaults(this.defaults, given), this.outlierDetection, this.list);
  }

  /** Remembers that somebody says something in place of a default. */
  public override(where: string, said: { readonly [field in DefaultField]?: unknown }): void {
    for (const field of DEFAULT_FIELDS) {
      if (said[field] !== undefined && this.known[field] !== undefined) this.list.push({ field, where, declaredAt: CallSite.here().line });
    }
  }

  /** What was said in place of defaults, sorted by who said it. */
  public get overrides(): TrafficOverride[] {
    const textOf = ({ where, field, declaredAt = '' }: TrafficOverride): string => [where, field, declaredAt].join(' ');
    return [...this.list].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  }
}
