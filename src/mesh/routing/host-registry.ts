import { Manifest } from '../../reference/json';
import { objectsAround } from '../app-objects';
import type { ExternalService } from '../external/external-service';
import type { Mesh } from '../mesh';

/** A host that somebody declared, and who may see that. */
interface HostEntry {
  readonly host: string;
  readonly title: string;
  /** Set for an external service of the mesh. */
  readonly external?: ExternalService;
  /** Namespaces, or `*`. */
  readonly exportTo: readonly string[];
}

/** All hosts that are declared: by external services, by ServiceEntries that others made, and by services of the mesh. */
export class HostRegistry {
  /** Reads the objects of an app anew. */
  public static read(mesh: Mesh, externals: readonly ExternalService[]): HostRegistry {
    const own = new Set<unknown>(externals.map((external) => external.node.findChild('Resource')));
    const foreign = objectsAround(mesh)
      .filter((one) => one.kind === 'ServiceEntry' && !own.has(one))
      .map((one) => one.toJson() as Manifest);
    return new HostRegistry([
      ...externals.flatMap((external) => external.hosts.map((host): HostEntry => (
        { host, external, title: `external service "${external.node.id}"`, exportTo: external._exportTo }))),
      ...foreign.flatMap(entriesOf),
      ...mesh.namespaces.flatMap(({ services }) => services).map((service): HostEntry => (
        { host: service.host, title: `service "${service.node.path}"`, exportTo: ['*'] })),
    ]);
  }

  private readonly byHost = new Map<string, HostEntry[]>();

  private constructor(entries: readonly HostEntry[]) {
    for (const entry of entries) this.byHost.set(entry.host, [...this.byHost.get(entry.host) ?? [], entry]);
  }

  /** Who else declares a host of an external service, where somebody sees both. */
  public others(external: ExternalService): HostEntry[] {
    return external.hosts.flatMap((host) => this.byHost.get(host) ?? [])
      .filter((entry) => entry.external !== external && meet(entry.exportTo, external._exportTo))
      // Of two external services, the second one says it.
      .filter((entry) => entry.external === undefined || entry.external.node.id < external.node.id);
  }
}

function entriesOf({ metadata, spec }: Manifest): HostEntry[] {
  const namespace = metadata.namespace ?? 'default';
  const exportTo: string[] = spec?.exportTo ?? ['*'];
  const hosts: string[] = spec?.hosts ?? [];
  return hosts.map((host) => ({
    host, title: `ServiceEntry ${namespace}/${metadata.name}`, exportTo: exportTo.map((one) => (one === '.' ? namespace : one)),
  }));
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  // What nobody calls is seen in its own namespace alone.
  if (one.includes('.') || other.includes('.')) return false;
  return one.includes('*') || other.includes('*') || one.some((name) => other.includes(name));
}
