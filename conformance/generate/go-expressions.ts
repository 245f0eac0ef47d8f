import { Draw } from './draw';

/*
 * Expressions of the language of Go's templates, by lot: calls of functions with values of the types that they take, now and then of
 * another.
 */

type Type = 'text' | 'int' | 'float' | 'bool' | 'list' | 'map';

/** Values that stand for themselves, or that every pod and installation of the suite has. */
const VALUES: Readonly<Record<Type, readonly string[]>> = {
  text: [
    '""', '"a"', '"Some text"', '"a,b,,c"', '"  x "', '"-_x_-"', '`back "quoted"`', '"é ✓ ß"', '"<b>&\'"', '"line\\nline"', '"42"', '"-7"', '"1.5"', '"{\\"k\\": [1, \\"v\\"]}"',
    '"/a/b/c.d"', '.DeploymentMeta.Name', '.TypeMeta.Kind', '(index .ObjectMeta.Labels "app")', '.Values.global.istioNamespace', '.ProxyImage', '.ProxyConfig.DiscoveryAddress',
  ],
  int: ['0', '1', '2', '-3', '7', '100', '0x1f', '(len .Spec.Containers)', '(index .Spec.Containers 0 | len)', '.ProxyConfig.StatusPort', '.ProxyUID'],
  float: ['1.5', '-1.25', '1e6', '2.0', '123456.789', '.Values.global.proxy.statusPort', '.Values.global.proxy.readinessPeriodSeconds'],
  bool: ['true', 'false', '.NativeSidecars', '.Values.global.logAsJson', '(isset .ObjectMeta.Labels "app")'],
  list: ['(list)', '(list 1 2 3)', '(list "b" "a" "b")', '(list "" nil 0 "x")', '(list 1.5 true "x" (list 1))', '.Values.global.imagePullSecrets', '(splitList "," "x,y,z")', '(until 4)'],
  map: ['(dict)', '(dict "a" 1 "b" "two")', '(dict "n" nil "d" (dict "e" "f"))', '.ObjectMeta.Labels', '.Values.global.proxy.resources', '.Values.global.multiCluster', '.ProxyConfig.ProxyMetadata'],
};

const ANY: readonly Type[] = ['text', 'text', 'int', 'bool', 'list', 'map', 'float'];
type Parameter = Type | 'any' | 'key';

/** Functions by what they give, with what they take; the last may be repeated where it says so. */
const FUNCTIONS: Readonly<Record<Type, readonly (readonly [string, ...(Parameter | '...')[]])[]>> = {
  text: [
    ['upper', 'text'], ['lower', 'text'], ['trim', 'text'], ['trunc', 'int', 'text'], ['substr', 'int', 'int', 'text'], ['trimAll', 'text', 'text'],
    ['trimSuffix', 'text', 'text'], ['trimPrefix', 'text', 'text'], ['nospace', 'text'], ['quote', 'any', '...'], ['squote', 'any', '...'], ['cat', 'any', '...'],
    ['replace', 'text', 'text', 'text'], ['join', 'text', 'list'], ['toString', 'any'], ['b64enc', 'text'], ['sha256sum', 'text'], ['indent', 'int', 'text'],
    ['nindent', 'int', 'text'], ['printf "%v|%s|%d"', 'any', 'any', 'any'], ['printf "%q %5s"', 'text', 'text'], ['print', 'any', '...'], ['println', 'any', '...'], ['toJson', 'any'],
    ['toRawJson', 'any'], ['toJSON', 'map'], ['structToJSON', 'any'], ['html', 'text'], ['base', 'text'], ['dir', 'text'], ['ext', 'text'],
    ['directory', 'text'], ['toLower', 'text'], ['title', 'text'], ['plural', 'text', 'text', 'int'], ['excludeInboundPort', 'any', 'text'],
    ['annotation .ObjectMeta', 'text', 'any'], ['toJsonMap', 'map', '...'], ['kindOf', 'any'], ['printf "%08.3f"', 'float'], ['repeat', 'int', 'text'], ['toPrettyJson', 'any'],
    ['env', 'text', 'text'], ['trimall', 'text', 'text'], ['untitle', 'text'],
  ],
  int: [
    ['len', 'text'], ['len', 'list'], ['len', 'map'], ['int', 'any'], ['int64', 'any'], ['atoi', 'text'], ['add', 'int', 'int', '...'], ['add1', 'any'], ['sub', 'int', 'int'], ['mul', 'int', 'int'],
    ['div', 'int', 'int'], ['mod', 'int', 'int'], ['max', 'int', 'int', '...'], ['min', 'int', 'int', '...'], ['add', 'any', 'float'],
  ],
  float: [['float64', 'any'], ['floor', 'any'], ['ceil', 'any']],
  bool: [
    ['eq', 'text', 'text', '...'], ['eq', 'int', 'int'], ['ne', 'text', 'text'], ['eq', 'any', 'any'], ['lt', 'int', 'int'], ['le', 'text', 'text'], ['gt', 'float', 'float'], ['ge', 'int', 'int'],
    ['not', 'any'], ['empty', 'any'], ['contains', 'text', 'text'], ['hasPrefix', 'text', 'text'], ['hasSuffix', 'text', 'text'], ['has', 'any', 'list'], ['hasKey', 'map', 'key'],
    ['isset .ObjectMeta.Labels', 'key'], ['kindIs', 'text', 'any'], ['all', 'any', '...'], ['any', 'any', '...'], ['isAbs', 'text'], ['deepEqual', 'any', 'any'],
  ],
  list: [
    ['list', 'any', '...'], ['append', 'list', 'any'], ['prepend', 'list', 'any'], ['concat', 'list', 'list', '...'], ['rest', 'list'], ['initial', 'list'], ['reverse', 'list'], ['uniq', 'list'],
    ['without', 'list', 'any', '...'], ['compact', 'list'], ['sortAlpha', 'list'], ['toStrings', 'list'], ['splitList', 'text', 'text'], ['until', 'int'], ['untilStep', 'int', 'int', 'int'], ['slice', 'list', 'int'],
    ['sortAlpha (keys (dict "b" 1 "a" 2))'], ['chunk 2', 'list'], ['tuple', 'any', 'any'], ['pluck', 'key', 'map', '...'],
  ],
  map: [
    ['dict', 'key', 'any', '...'], ['pick', 'map', 'key'], ['split', 'text', 'text'], ['strdict', 'key', 'text', '...'], ['mergeMaps', 'map', '...'], ['omit', 'map', 'key'], ['merge (dict "a" 2)', 'map'],
    ['mergeOverwrite (dict "a" 2)', 'map'], ['set (dict "a" 2)', 'key', 'any'], ['unset (dict "a" 1 "b" 2)', 'key'], ['splitn', 'text', 'int', 'text'], ['deepCopy', 'map'],
  ],
};

/** Functions that give one of the values that they are given, or what is in one. */
const CHOOSING: readonly (readonly [string, ...(Parameter | '...')[]])[] = [
  ['default', 'any', 'any'], ['coalesce', 'any', 'any', '...'], ['ternary', 'any', 'any', 'bool'], ['and', 'any', 'any'], ['or', 'any', 'any', '...'], ['valueOrDefault', 'any', 'any'],
  ['first', 'list'], ['last', 'list'], ['index', 'map', 'key'], ['index', 'list', 'int'], ['get', 'map', 'key'], ['dig', 'key', 'any', 'map'], ['fromJson', 'text'], ['fromJSON', 'text'], ['omitNil', 'any'],
];

const KEYS = ['"a"', '"b"', '"d"', '"app"', '"limits"', '"none"', '"clusterName"', '""'];

/** An expression by lot. */
export function goExpression(seed: number, number: number): string {
  const draw = Draw.nth(seed, number);
  return expression(draw, draw.pick([...ANY, 'chosen' as const]), draw.int(1, 3));
}

function expression(draw: Draw, type: Type | 'chosen', depth: number): string {
  if (type !== 'chosen' && (depth === 0 || draw.chance(0.15))) return draw.pick(VALUES[type]);
  const [name, ...parameters] = draw.pick(type === 'chosen' || draw.chance(0.1) ? CHOOSING : FUNCTIONS[type]);
  const args: string[] = [];
  for (const parameter of parameters) {
    const repeats = parameter === '...' ? draw.int(0, 2) : 1;
    for (let time = 0; time < repeats; time++) args.push(argument(draw, parameter === '...' ? parameters[parameters.length - 2] as Parameter : parameter, depth - 1));
  }
  const piped = args.length > 0 && draw.chance(0.3) ? args.pop() : undefined;
  return piped === undefined ? `(${[name, ...args].join(' ')})` : `(${piped} | ${[name, ...args].join(' ')})`;
}

function argument(draw: Draw, parameter: Parameter, depth: number): string {
  if (parameter === 'key') return draw.pick(KEYS);
  const wanted = parameter === 'any' || draw.chance(0.02) ? draw.pick(ANY) : parameter;
  return expression(draw, wanted, Math.max(depth, 0));
}
