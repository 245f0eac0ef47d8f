import type { InstallRequest } from './request';
import { parseSetting } from './values/set';

/** The keys that lead to a value of a request. */
type Path = readonly (string | number)[];

/**
 * Where a request says what stands at a path, for messages: the last of what says something of it, or else of what it stands in.
 * Settings come after files, as they do where a request is put together.
 *
 * @returns the setting, the file with its line, or that it is in the request itself
 */
export function givenBy({ set = [], files = [] }: InstallRequest, path: Path): string {
  const settings = [...set].reverse().map((text) => parseSetting(text));
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const setting = settings.find(({ steps }) => steps.every((step, at) => at >= length || ('key' in step ? step.key === part[at] : typeof part[at] === 'number')));
    if (setting !== undefined) return setting.given;
    const file = [...files].reverse().find(({ spec }) => has(spec, part));
    if (file !== undefined) return file.placeOf(part);
  }
  return 'in the request';
}

function has(tree: unknown, path: Path): boolean {
  let current: unknown = tree;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return false;
    current = (current as Record<string | number, unknown>)[key];
  }
  return true;
}
