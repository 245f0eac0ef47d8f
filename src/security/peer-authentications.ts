import { Decided } from './edge';
import { DEFAULT_MODE } from './mutual-tls';
import { Manifest } from '../reference/json';
import { Labels, matches } from '../reference/labels';
import { MutualTLSMode } from '../resources';

/** What pods accept, as the PeerAuthentications of a mesh say, whoever wrote them. */
export class PeerAuthentications {
  private readonly byNamespace = new Map<string, Manifest[]>();

  /**
   * @param manifests PeerAuthentications with their namespaces
   * @param rootNamespace where they hold for the whole mesh
   */
  constructor(manifests: readonly Manifest[], private readonly rootNamespace: string) {
    for (const one of manifests) {
      const namespace = one.metadata.namespace ?? 'default';
      this.byNamespace.set(namespace, [...this.byNamespace.get(namespace) ?? [], one]);
    }
  }

  /** What a namespace accepts. */
  public ofNamespace(namespace: string): Decided<MutualTLSMode> {
    const wide = (name: string): Decided<MutualTLSMode> | undefined => decided(this.in(name).find((one) => labelsOf(one) === undefined));
    return (namespace === this.rootNamespace ? undefined : wide(namespace))
      ?? wide(this.rootNamespace)
      ?? { value: DEFAULT_MODE, by: 'Istio\'s default' };
  }

  /** What pods with these labels accept at a port of theirs. */
  public ofPort(namespace: string, labels: Labels, port: number): Decided<MutualTLSMode> {
    const [own] = this.ofPods(namespace, labels);
    const onPort = own?.spec?.portLevelMtls?.[port]?.mode;
    return decided(own, onPort) ?? decided(own) ?? this.ofNamespace(namespace);
  }

  /** Those that single out pods with these labels. The oldest in the cluster holds. */
  public ofPods(namespace: string, labels: Labels): Manifest[] {
    if (namespace === this.rootNamespace) return [];
    return this.in(namespace).filter((one) => {
      const selected = labelsOf(one);
      return selected !== undefined && matches(selected, labels);
    });
  }

  private in(namespace: string): Manifest[] {
    return this.byNamespace.get(namespace) ?? [];
  }
}

/** Kind, namespace and name, for messages. */
export function titleOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`;
}

function labelsOf({ spec }: Manifest): Labels | undefined {
  const labels: Labels = spec?.selector?.matchLabels ?? {};
  return Object.keys(labels).length === 0 ? undefined : labels;
}

function decided(one: Manifest | undefined, mode: MutualTLSMode | undefined = one?.spec?.mtls?.mode): Decided<MutualTLSMode> | undefined {
  return one === undefined || mode === undefined || mode === MutualTLSMode.UNSET ? undefined : { value: mode, by: titleOf(one) };
}
