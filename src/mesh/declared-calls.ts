import { ICallable } from './access/callable';
import { AllowedPath, allowedPaths, DeclaredPath } from './access/paths';
import { CallSite } from './call-site';
import { MeshService } from './service/service';

/** The calls that services of a mesh declare, each with the line of the program that said it first. */
export class DeclaredCalls {
  private readonly inside = new Map<string, DeclaredPath>();
  private readonly outside = new Map<string, DeclaredPath>();

  /** Takes note of a call. A service that calls itself is no path between services. */
  public add(caller: MeshService, callee: ICallable): void {
    const internal = callee instanceof MeshService;
    const from = `${caller.namespaceName}/${caller.serviceName}`;
    const to = internal ? `${callee.namespaceName}/${callee.serviceName}` : callee.node.id;
    const calls = internal ? this.inside : this.outside;
    const key = `${from} ${to}`;
    if (from !== to && !calls.has(key)) calls.set(key, { from, to, site: CallSite.here() });
  }

  /** Those between services of the mesh. */
  public get internal(): AllowedPath[] {
    return allowedPaths(this.inside);
  }

  /** Those of something that is no service of this program. */
  public get external(): AllowedPath[] {
    return allowedPaths(this.outside);
  }
}
