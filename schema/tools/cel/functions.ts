import { CelType, isNumber } from './types';
import { goDuration } from '../../../src/reference/go-duration';

/** Code of an expression, with what is known of it. */
export interface Code {
  readonly text: string;
  readonly type: CelType;
  /** Whether it may end in an error. */
  readonly throws: boolean;
  /** Its value, where it is written in the rule. */
  readonly literal?: unknown;
}

/** How a function is called: the types that it takes, what it gives, and the code. */
interface Overload {
  readonly takes: readonly (CelType | 'list' | 'number' | 'sized' | 'any')[];
  readonly gives: CelType | ((args: readonly Code[]) => CelType);
  readonly code: (...args: string[]) => string;
  readonly throws?: boolean;
}

const call = (name: string) => (...args: string[]): string => `cel.${name}(${args.join(', ')})`;

const overload = (takes: Overload['takes'], gives: Overload['gives'], code: string | Overload['code'], throws = true): Overload =>
  ({ takes, gives, code: typeof code === 'string' ? call(code) : code, throws });

const elementOf = ([list]: readonly Code[]): CelType => (typeof list.type === 'object' && 'list' in list.type ? list.type.list : 'dyn');

/** Functions that are called with all that they take in the brackets. */
export const GLOBAL: Readonly<Record<string, readonly Overload[]>> = {
  size: [overload(['sized'], 'int', 'size', false), overload(['dyn'], 'int', 'size')],
  int: [overload(['int'], 'int', (value) => value, false), overload(['any'], 'int', 'toInt')],
  double: [overload(['number'], 'double', (value) => value, false), overload(['string'], 'double', 'toDouble'), overload(['dyn'], 'double', 'toDouble')],
  string: [overload(['string'], 'string', (value) => value, false), overload(['number'], 'string', 'toText', false), overload(['bool'], 'string', 'toText', false),
    overload(['dyn'], 'string', 'toText')],
  bool: [overload(['bool'], 'bool', (value) => value, false), overload(['string'], 'bool', 'toBool'), overload(['dyn'], 'bool', 'toBool')],
  dyn: [overload(['any'], 'dyn', (value) => value, false)],
  duration: [overload(['string'], 'duration', 'duration')],
  timestamp: [overload(['string'], 'timestamp', 'timestamp')],
  matches: [overload(['string', 'string'], 'bool', 'matches', false)],
  isURL: [overload(['string'], 'bool', 'isURL', false)],
  url: [overload(['string'], 'url', 'url')],
  isIP: [overload(['string'], 'bool', 'isIPAddress', false)],
  isCIDR: [overload(['string'], 'bool', 'isCIDR', false)],
};

const BILLION = 1_000_000_000;
const part = (nanoseconds: number): Overload => overload(['duration'], 'int', (value) => `Number(${value} / ${nanoseconds}n)`, false);

/** Functions that are called on their first argument. */
export const MEMBERS: Readonly<Record<string, readonly Overload[]>> = {
  size: GLOBAL.size,
  matches: GLOBAL.matches,
  startsWith: [overload(['string', 'string'], 'bool', (text, start) => `${text}.startsWith(${start})`, false)],
  endsWith: [overload(['string', 'string'], 'bool', (text, end) => `${text}.endsWith(${end})`, false)],
  contains: [overload(['string', 'string'], 'bool', (text, part_) => `${text}.includes(${part_})`, false)],
  substring: [overload(['string', 'int'], 'string', 'substring'), overload(['string', 'int', 'int'], 'string', 'substring')],
  charAt: [overload(['string', 'int'], 'string', 'charAt')],
  indexOf: [overload(['string', 'string'], 'int', 'indexOf', false), overload(['string', 'string', 'int'], 'int', 'indexOf'),
    overload(['list', 'any'], 'int', 'indexOf', false)],
  lastIndexOf: [overload(['string', 'string'], 'int', 'lastIndexOf', false), overload(['string', 'string', 'int'], 'int', 'lastIndexOf'),
    overload(['list', 'any'], 'int', 'lastIndexOf', false)],
  lowerAscii: [overload(['string'], 'string', 'lowerAscii', false)],
  upperAscii: [overload(['string'], 'string', 'upperAscii', false)],
  trim: [overload(['string'], 'string', 'trim', false)],
  replace: [overload(['string', 'string', 'string'], 'string', 'replace', false), overload(['string', 'string', 'string', 'int'], 'string', 'replace', false)],
  split: [overload(['string', 'string'], { list: 'string' }, 'split', false), overload(['string', 'string', 'int'], { list: 'string' }, 'split', false)],
  join: [overload(['list'], 'string', 'join', false), overload(['list', 'string'], 'string', 'join', false)],
  reverse: [overload(['string'], 'string', 'reverse', false), overload(['list'], (args) => args[0].type, 'reverse', false)],
  find: [overload(['string', 'string'], 'string', 'find', false)],
  findAll: [overload(['string', 'string'], { list: 'string' }, 'findAll', false), overload(['string', 'string', 'int'], { list: 'string' }, 'findAll', false)],
  isSorted: [overload(['list'], 'bool', 'isSorted')],
  min: [overload(['list'], elementOf, 'min')],
  max: [overload(['list'], elementOf, 'max')],
  sum: [overload(['list'], elementOf, 'sum')],
  getScheme: [overload(['url'], 'string', (url) => `${url}.scheme`, false)],
  getHost: [overload(['url'], 'string', (url) => `${url}.host`, false)],
  getHostname: [overload(['url'], 'string', 'hostname', false)],
  getPort: [overload(['url'], 'string', 'port', false)],
  getHours: [part(3600 * BILLION)],
  getMinutes: [part(60 * BILLION)],
  getSeconds: [part(BILLION)],
};

/** Functions of the library of sets, called as `sets.contains(a, b)`. */
export const SETS: Readonly<Record<string, readonly Overload[]>> = {
  contains: [overload(['list', 'list'], 'bool', 'setsContains', false)],
  equivalent: [overload(['list', 'list'], 'bool', 'setsEquivalent', false)],
  intersects: [overload(['list', 'list'], 'bool', 'setsIntersects', false)],
};

/** The call of a function, where one of its forms takes these arguments. */
export function callOf(overloads: readonly Overload[], args: readonly Code[]): Code | undefined {
  const found = overloads.find(({ takes }) => takes.length === args.length && takes.every((taken, place) => isTaken(taken, args[place].type)));
  if (found === undefined) return undefined;
  const type = typeof found.gives === 'function' ? found.gives(args) : found.gives;
  const folded = foldedDuration(type, args);
  if (folded !== undefined) return folded;
  const vague = found.takes.some((taken, place) => args[place].type === 'dyn' && taken !== 'dyn' && taken !== 'any');
  return { text: found.code(...args.map(({ text }) => text)), type, throws: found.throws === true || vague || args.some(({ throws }) => throws) };
}

/** A duration that is written in the rule is read once, when the rule is compiled. */
function foldedDuration(type: CelType, [arg]: readonly Code[]): Code | undefined {
  if (type !== 'duration' || typeof arg.literal !== 'string') return undefined;
  const nanoseconds = goDuration(arg.literal);
  if (nanoseconds === undefined) throw new Error(`"${arg.literal}" is no duration`);
  return { text: `${nanoseconds}n`, type, throws: false };
}

function isTaken(taken: Overload['takes'][number], type: CelType): boolean {
  if (taken === 'any' || taken === type) return true;
  if (taken === 'number') return isNumber(type);
  const isList = typeof type === 'object' && 'list' in type;
  if (taken === 'list') return isList;
  if (taken === 'sized') return type === 'string' || (typeof type === 'object');
  return taken === 'int' && type === 'uint';
}
