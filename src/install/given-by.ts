import type { InstallRequest } from './install-request';
import { parseSetting } from './values/set';

/** The keys that lead to a value of a request. */
type Path = readonly (string | number)[];

/** A request, as far as it has places that a person could look at. */
type Placed = Pick<InstallRequest, 'set' | 'files'>;

/**
 * Where a request says what stands at a path, for messages: the last of what says something of it, or else of what it stands in.
 * Settings come after files, as they do where a request is put together.
 *
 * @returns the setting, the file with its line, or that it is in the request itself
 */
export function givenBy(request: Placed, path: Path): string {
  for (let length = path.length; length > 0; length--) {
    const place = givenExactly(request, path.slice(0, length));
    if (place !== undefined) return place;
  }
  return 'in the request';
}

/** The same of the value at the path alone, and not of what it stands in; nothing where neither setting nor file has it. */
export function givenExactly({ set = [], files = [] }: Placed, path: Path): string | undefined {
  const settings = [...set].reverse().map((text) => parseSetting(text));
  const setting = settings.find(({ steps }) =>
    steps.every((step, at) => at >= path.length || ('key' in step ? step.key === path[at] : typeof path[at] === 'number')) && steps.length >= path.length);
  if (setting !== undefined) return setting.given;
  return [...files].reverse().find(({ spec }) => has(spec, path))?.placeOf(path);
}

function has(tree: unknown, path: Path): boolean {
  let current: unknown = tree;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return false;
    current = (current as Record<string | number, unknown>)[key];
  }
  return true;
}
