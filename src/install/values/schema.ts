import { Bundle, loadedBundle } from '../../resources/bundle';

/** What schema/ says of an installation: of its values, and of the mesh configuration. It is read when it is first asked for. */
export function installSchema(): Bundle {
  return loadedBundle('install');
}
