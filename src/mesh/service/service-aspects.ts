import { Construct } from 'constructs';
import type { MeshService } from './service';
import { finding, labelText } from '../../reference/fail';
import { Labels, matches } from '../../reference/labels';
import { checks } from '../../reference/suppressions';

/**
 * Says the same of many services: see `Mesh.forEachService()`.
 *
 * @example
 * class Logged implements IServiceVisitor {
 *   public visit(service: MeshService): void { service.addTelemetry({ accessLog: {} }); }
 * }
 * mesh.forEachService({}, new Logged());
 */
export interface IServiceVisitor {
  /**
   * Is given each service once, as soon as it is there. Its versions may come later.
   *
   * @param service the service
   */
  visit(service: MeshService): void;
}

/** A visitor, and the services that it is for. */
interface Aspect {
  readonly selector: Labels;
  readonly visitor: IServiceVisitor;
  visited: number;
}

/** What holds for all services of a mesh or a namespace that have some labels: those that are there, and those that come. */
export class ServiceAspects {
  private readonly aspects: Aspect[] = [];

  /**
   * @param scope the mesh or the namespace, to blame
   * @param services the services that are there
   */
  constructor(scope: Construct, private readonly services: () => readonly MeshService[]) {
    scope.node.addValidation(checks(scope, () => this.aspects.filter(({ visited }) => visited === 0).map(({ selector }) => finding(
      `forEachService() is for services with the labels ${labelText(selector)}, and there is none`,
      'Correct the labels, or leave it out',
    ))));
  }

  /** Lets a visitor see all services with these labels. */
  public add(selector: Labels, visitor: IServiceVisitor): void {
    const aspect = { selector: { ...selector }, visitor, visited: 0 };
    this.aspects.push(aspect);
    for (const service of this.services()) show(aspect, service);
  }

  /** To be called when a service has come. */
  public meet(service: MeshService): void {
    for (const aspect of this.aspects) show(aspect, service);
  }
}

function show(aspect: Aspect, service: MeshService): void {
  if (!matches(aspect.selector, service.labels)) return;
  aspect.visited++;
  aspect.visitor.visit(service);
}
