import { Bundle, readBundle } from '../../resources/bundle';

let read: Bundle | undefined;

/** What schema/ says of an installation: of its values, and of the mesh configuration. It is read when it is first asked for. */
export function installSchema(): Bundle {
  read ??= readBundle('install');
  return read;
}
