import { AccessMatrix } from './matrix';
import { CallSite } from '../call-site';
import type { Mesh } from '../mesh';

/** A call that a mesh allows. */
export interface AllowedPath {
  /** The caller, as namespace/name. */
  readonly from: string;
  /** What it calls, as namespace/name; of an external service, its name, and of an imported one name.namespace. */
  readonly to: string;
  /**
   * Where in the program the call was declared, as file:line.
   *
   * @default - the platform does not tell
   */
  readonly declaredAt?: string;
}

/** A call as it was declared, with the line that declared it. */
export interface DeclaredPath {
  readonly from: string;
  readonly to: string;
  readonly site: CallSite;
}

/** Calls that were declared, with their lines in words. */
export function allowedPaths(declared: ReadonlyMap<string, DeclaredPath>): AllowedPath[] {
  return [...declared.values()].map(({ from, to, site: { line } }) => ({ from, to, ...(line !== undefined && { declaredAt: line }) }));
}

/** How much of what could be called may be called. Made by `Mesh.paths`. */
export class MeshPaths {
  /** @internal */
  public static _of(mesh: Mesh, allowed: AllowedPath[], external: AllowedPath[]): MeshPaths {
    return new MeshPaths(mesh, allowed, external);
  }

  /** Number of services in the mesh. */
  public readonly services: number;

  private constructor(
    private readonly mesh: Mesh,
    /** Calls between services that were declared, each once. */
    public readonly allowed: AllowedPath[],
    /** Calls that leave the mesh, or go to services that another program declares. */
    public readonly external: AllowedPath[],
  ) {
    this.services = mesh.namespaces.reduce((count, namespace) => count + namespace.services.length, 0);
  }

  /** Number of paths between the services: n(n−1). */
  public get possible(): number {
    return this.services * (this.services - 1);
  }

  /** Who may call whom, for what, where that is decided, and in which line it was said. */
  public get matrix(): AccessMatrix {
    return AccessMatrix._of(this.mesh);
  }
}
