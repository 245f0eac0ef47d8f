import { Installed } from './component';
import { withFields } from './fields';
import { withOverlays } from './overlays';
import { Warn } from './warn';
import { JsonObject, Manifest } from '../../reference/json';

export { Installed } from './component';
export { checkPorts } from './ports';
export { k8sValues } from './values';

/**
 * Lays what a component has below `k8s` over its objects: first its fields, then its `overlays`. Objects are not changed, and come in
 * the order in which they are.
 *
 * @param k8s as it was given, and already checked
 * @throws if an item of a list cannot be told apart, or an overlay leaves something that is no object
 */
export function applyK8s(installed: Installed, k8s: JsonObject, objects: readonly Manifest[], warn: Warn = () => undefined): Manifest[] {
  return withOverlays(k8s.overlays ?? [], withFields(installed, k8s, objects, warn), warn);
}
