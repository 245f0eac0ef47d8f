import type { MeshService } from './service';
import { renderScope } from './service-manifests';
import { failure } from '../../reference/fail';
import { checkArgument, checkOptions, having } from '../../reference/option-kinds';
import { lazily } from '../../reference/synthesis';
import { Sidecar } from '../../resources';
import { CallOptions } from '../../security/access';
import { CALL_OPTIONS } from '../../security/access-option-kinds';
import { ICallable, isPlural } from '../access/callable';
import { CallSite } from '../call-site';

/** What a service calls, and the scope of its proxies that follows from it. */
export class ServiceCalls {
  private readonly callees = new Set<ICallable>();

  constructor(private readonly service: MeshService) {}

  /** What it calls, each once. */
  public get all(): ICallable[] {
    return [...this.callees];
  }

  /** Where all of that is found, as a Sidecar spells it. */
  public get hosts(): string[] {
    return [...new Set(this.all.flatMap(({ egressHosts }) => egressHosts))];
  }

  /** Declares a call, on both sides. */
  public add(callee: ICallable, options: CallOptions): void {
    const { service, service: { mesh } } = this;
    checkArgument(service, 'calls()', 'callee', callee, having('acceptCaller', 'something that can be called, such as a service, a group or an external service'));
    checkOptions(service, 'calls()', options, CALL_OPTIONS);
    if (callee.mesh !== mesh) {
      throw failure(service, `It cannot call "${callee.node.path}", which belongs to the mesh "${callee.mesh.node.path}" and not to "${mesh.node.path}"`,
        'Declare what is called in this mesh with addExternalService(), or put both into one mesh');
    }
    CallSite.during(() => {
      callee.acceptCaller(service, options);
      if (isPlural(callee)) return;
      service._identify();
      this.ensureScope();
      this.callees.add(callee);
      mesh._calls.add(service, callee);
    });
  }

  private ensureScope(): void {
    const { service } = this;
    // The proxies of nodes know all that their pods may call, and no Sidecar reaches them.
    if (!service.mesh._posture.scopes || this.callees.size > 0 || service._dataPlane.isAmbient) return;
    new Sidecar(service, 'scope', {
      metadata: { name: service.serviceName },
      spec: lazily(() => renderScope(service.selector, service.namespaceName, this.hosts)),
    });
  }
}
