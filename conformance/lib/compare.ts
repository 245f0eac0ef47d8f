/**
 * What differs between two values.
 *
 * - missing: the expected value has it, the actual one has not
 * - extra: the actual value has it, the expected one has not
 * - changed: both have it, with different values
 * - reordered: the same items of a list stand in another order
 */
export type DifferenceKind = 'missing' | 'extra' | 'changed' | 'reordered';

export interface Difference {
  /** Keys as they are; items of lists as "[name=proxy]" where a key tells them apart, else as "[3]". */
  readonly path: readonly string[];
  readonly kind: DifferenceKind;
  readonly expected?: unknown;
  readonly actual?: unknown;
  /** What the real program says about it, where it says something. */
  readonly message?: string;
}

/** Fields that tell the items of a list apart, in the order in which they are tried. */
const ITEM_KEYS = ['name', 'mountPath'];

/** Everything in which the actual value differs from the expected one, path by path. A quantity may be spelled in another way. */
export function differences(expected: unknown, actual: unknown): Difference[] {
  return [...walk(expected, actual, [], false)];
}

/**
 * Everything of the written value that the stored one has not, or has otherwise. What the store added (defaults, status) does not
 * count, and a null counts as not written.
 */
export function lostFields(written: unknown, stored: unknown): Difference[] {
  return [...walk(written, stored, [], true)];
}

function* walk(expected: unknown, actual: unknown, path: readonly string[], subset: boolean): Generator<Difference> {
  if (subset && (expected === null || expected === undefined)) return;
  if (isObject(expected) && isObject(actual)) {
    yield* walkObjects(expected, actual, path, subset);
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    yield* walkLists(expected, actual, path, subset);
  } else if (actual === undefined) {
    yield { path, kind: 'missing', expected };
  } else if (expected === undefined) {
    yield { path, kind: 'extra', actual };
  } else if (expected !== actual && !sameQuantity(path, expected, actual)) {
    yield { path, kind: 'changed', expected, actual };
  }
}

type Fields = Record<string, unknown>;

function* walkObjects(expected: Fields, actual: Fields, path: readonly string[], subset: boolean): Generator<Difference> {
  const keys = subset ? Object.keys(expected) : [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  for (const key of keys) {
    yield* walk(expected[key], actual[key], [...path, key], subset);
  }
}

function* walkLists(expected: readonly unknown[], actual: readonly unknown[], path: readonly string[], subset: boolean): Generator<Difference> {
  const key = ITEM_KEYS.find((candidate) => tellsApart(expected, candidate) && tellsApart(actual, candidate));
  if (key === undefined) {
    for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
      yield* walk(expected[index], actual[index], [...path, `[${index}]`], subset);
    }
    return;
  }
  const left = byKey(expected, key);
  const right = byKey(actual, key);
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    if (subset && !left.has(name)) continue;
    yield* walk(left.get(name), right.get(name), [...path, `[${key}=${name}]`], subset);
  }
  const common = [...left.keys()].filter((name) => right.has(name));
  const order = [...right.keys()].filter((name) => left.has(name));
  if (common.join('\n') !== order.join('\n')) {
    yield { path, kind: 'reordered', expected: common, actual: order };
  }
}

function tellsApart(list: readonly unknown[], key: string): boolean {
  const names = list.map((item) => isObject(item) ? item[key] : undefined);
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
}

function byKey(list: readonly unknown[], key: string): Map<string, unknown> {
  return new Map(list.map((item) => [(item as Record<string, string>)[key], item]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the suffixes of quantities stand for. */
const SUFFIXES = new Map<string, number>([
  ['', 1], ['n', 1e-9], ['u', 1e-6], ['m', 1e-3], ['k', 1e3], ['M', 1e6], ['G', 1e9], ['T', 1e12], ['P', 1e15], ['E', 1e18],
  ['Ki', 2 ** 10], ['Mi', 2 ** 20], ['Gi', 2 ** 30], ['Ti', 2 ** 40], ['Pi', 2 ** 50], ['Ei', 2 ** 60],
]);

/** Whether both are the same amount at a place where Kubernetes has quantities. It stores them in its own spelling: "0.5" as "500m". */
function sameQuantity(path: readonly string[], expected: unknown, actual: unknown): boolean {
  const isQuantity = path.some((segment) => segment === 'requests' || segment === 'limits')
    || ['sizeLimit', 'averageValue', 'divisor'].includes(path[path.length - 1]);
  if (!isQuantity) return false;
  const amount = quantity(expected);
  return amount !== undefined && amount === quantity(actual);
}

function quantity(value: unknown): number | undefined {
  const match = /^([+-]?[0-9.]+)(?:([numkKMGTPE]i?)|[eE]([+-]?[0-9]+))?$/.exec(String(value));
  if (!match) return undefined;
  const [, digits, suffix, exponent] = match;
  const factor = exponent === undefined ? SUFFIXES.get(suffix ?? '') : 10 ** Number(exponent);
  // To nine digits: 0.1 * 1000 and 100 must be the same.
  return factor === undefined ? undefined : Number((Number(digits) * factor).toPrecision(9));
}

/** A path for people: `spec.containers[name=app].env[0]`, `metadata.labels["helm.sh/chart"]`. */
export function formatPath(path: readonly string[]): string {
  return path.map((segment, index) => {
    if (segment.startsWith('[')) return segment;
    if (/^[A-Za-z0-9_*-]+$/.test(segment)) return index === 0 ? segment : `.${segment}`;
    return `[${JSON.stringify(segment)}]`;
  }).join('');
}

/** The segments of a path as `formatPath` writes it. */
export function parsePath(text: string): string[] {
  const segments: string[] = [];
  const token = /\.?(?:\["((?:[^"\\]|\\.)*)"\]|(\[[^\]]*\])|([^.[\]]+))/gy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`"${text}" is not a path: what begins at "${text.slice(at)}" is neither a key nor an item of a list`);
    segments.push(match[1] === undefined ? match[2] ?? match[3] : JSON.parse(`"${match[1]}"`));
  }
  return segments;
}

/** One line a difference. */
export function formatDifference({ path, kind, expected, actual }: Difference): string {
  const place = formatPath(path) || '(the whole object)';
  switch (kind) {
    case 'missing': return `${place}: missing; expected ${brief(expected)}`;
    case 'extra': return `${place}: not expected; is ${brief(actual)}`;
    case 'reordered': return `${place}: other order; expected ${brief(expected)}, is ${brief(actual)}`;
    case 'changed': return `${place}: expected ${brief(expected)}, is ${brief(actual)}`;
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text;
}
