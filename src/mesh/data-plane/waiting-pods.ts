import { injectObject, InjectionSettings, isWorkload, podTemplateOf } from '../../injection';
import { resolvedObject } from '../../injection/resolver';
import { finding } from '../../reference/fail';
import { JsonObject } from '../../reference/json';
import { objectsAround } from '../app-objects';
import type { Mesh } from '../mesh';

/** Pods that leave their proxy to injection, such as those of gateways, and would not get one: their image is no image. */
export function checkWaitingPods(mesh: Mesh, settings: InjectionSettings): string[] {
  return objectsAround(mesh)
    .filter((object) => isWorkload(object))
    .flatMap((object) => {
      const namespace = mesh._namespace(object.metadata.namespace);
      // What another control plane injects is its own business.
      const isOurs = namespace !== undefined && namespace.enrollment._mode !== 'revision';
      const manifest = isOurs ? resolvedObject(object) : undefined;
      if (!namespace || !manifest || !isWaiting(manifest)) return [];
      const { injected, reason } = injectObject(manifest, settings, { name: namespace.namespaceName, labels: namespace._dataPlane.labels });
      return injected ? [] : [finding(
        `${object.kind} "${object.name}" at "${object.node.path}" waits for a proxy (image: auto) and gets none: ${reason}`,
        'Put it into a namespace whose enrollment is Enrollment.SIDECAR',
      )];
    });
}

function isWaiting(manifest: JsonObject): boolean {
  const containers: JsonObject[] = podTemplateOf(manifest)?.template.spec?.containers ?? [];
  return containers.some(({ name, image }) => name === 'istio-proxy' && image === 'auto');
}
