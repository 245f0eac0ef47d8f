import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { JsonObject } from '../reference/json';

/** What schema/ says of named starting points. Whoever reads it changes nothing in it. */
export interface ProfileBundle {
  /**
   * Values over the defaults of charts, by the names that charts keep them under: profiles by their own (`demo`), platforms as
   * `platform-gke`, older releases as `compatibility-version-1.30`.
   */
  readonly charts: Readonly<Record<string, JsonObject>>;
  /** Requests of the installer by the names of its profiles; all lie over that of `default`. */
  readonly installer: Readonly<Record<string, JsonObject>>;
}

/** Where it lies, seen from the sources and from the compiled library alike. */
const FILE = path.join(__dirname, '..', '..', 'schema', 'profiles.generated.json');

let loaded: ProfileBundle | undefined;

/** The named starting points, read when they are first asked for. */
export function profileBundle(): ProfileBundle {
  return loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as ProfileBundle;
}
