import type { Said } from './request-names';
import { parsePath, PathError, Step } from './values/path';

/** Errors that nothing throws on purpose. */
const FAULTS = [TypeError, RangeError, ReferenceError];

/**
 * Says of a refusal of a chart where its value was given. Charts know their values by their paths there, and not where these came from.
 *
 * @param prefixes what may stand before such a path in the request
 * @param make what refuses values, with an error that names one as `the value "path"`
 */
export function withPlace<Made>(said: Said, prefixes: readonly (readonly string[])[], make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (FAULTS.some((fault) => error instanceof fault)) throw unchecked(said, error);
    const [, value] = /\b[Tt]he value "([^"]+)"/.exec(error.message) ?? [];
    const keys = value === undefined ? undefined : keysOf(value);
    const place = keys && prefixes.map((prefix) => said([...prefix, ...keys])).find((one) => one !== undefined);
    throw place === undefined ? error : new Error(`${place}: ${error.message}`);
  }
}

/** Values that nobody checks may be of any kind, and then it is they that are at fault, and not the program. */
function unchecked(said: Said, fault: Error): Error {
  const place = said(['unvalidatedValues']);
  if (place === undefined) return fault;
  return new Error(`${place}: what stands below unvalidatedValues cannot be rendered: ${fault.message}. Nobody checks these values; give each the kind that its chart reads.`);
}

function keysOf(path: string): (string | number)[] | undefined {
  try {
    return parsePath(path).map((step: Step) => ('key' in step ? step.key : 'index' in step ? step.index : step.value));
  } catch (error) {
    if (error instanceof PathError) return undefined;
    throw error;
  }
}
