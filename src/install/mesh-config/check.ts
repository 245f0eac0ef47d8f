/*
 * The checks are loaded only where there is something to check: most installations say nothing of the mesh.
 */
/* eslint-disable @typescript-eslint/no-require-imports */
import { JsonObject } from '../../reference/json';
import type * as checks from '../../resources/validation/mesh';
import { isGiven } from '../values/read';
import { at } from '../values/tree';

/** Where a request may say something of the mesh. */
const PLACES: readonly (readonly string[])[] = [['meshConfig'], ['values', 'meshConfig']];

/**
 * Refuses a mesh configuration with which no istiod would start.
 *
 * @param request the whole request, its profile below it
 * @param said where the value at a path was given, for messages
 * @throws with everything that is wrong, each with its path, and what to do about it
 */
export function checkMesh(request: JsonObject, said: (path: readonly (string | number)[]) => string): void {
  const wrong = PLACES.flatMap((place) => {
    const config: unknown = at(request, place);
    if (!isGiven(config)) return [];
    const { meshConfigErrors } = require('../../resources/validation/mesh') as typeof checks;
    return meshConfigErrors(config as JsonObject).map(({ path, steps, problem, fix }) =>
      `The setting "${[...place, path].join('.')}" is wrong (${said([...place, ...steps])}): ${problem}. ${fix}.`);
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
