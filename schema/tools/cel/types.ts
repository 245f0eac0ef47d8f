/** The type of an expression, as far as it is known before it runs. */
export type CelType = Scalar | { readonly list: CelType } | { readonly map: CelType } | { readonly message: any };

/** Types without parts. `dyn` is what is only known when it runs. */
export type Scalar = 'int' | 'uint' | 'double' | 'string' | 'bool' | 'null' | 'duration' | 'timestamp' | 'bytes' | 'url' | 'dyn';

/** The type of the values of a structural schema, as the API server declares it to CEL. */
export function typeOfSchema(schema: any): CelType {
  if (schema['x-kubernetes-int-or-string']) return 'dyn';
  switch (schema.type) {
    case 'object': {
      const { properties, additionalProperties } = schema;
      if (properties) return { message: schema };
      if (additionalProperties === true) return { map: 'dyn' };
      return additionalProperties ? { map: typeOfSchema(additionalProperties) } : 'dyn';
    }
    case 'array': return { list: schema.items ? typeOfSchema(schema.items) : 'dyn' };
    case 'integer': return 'int';
    case 'number': return 'double';
    case 'boolean': return 'bool';
    case 'string': return typeOfFormat(schema.format);
    default: return 'dyn';
  }
}

/** Texts of some formats are handed to CEL as what they stand for. */
function typeOfFormat(format: string | undefined): CelType {
  if (format === 'byte') return 'bytes';
  if (format === 'date-time' || format === 'date') return 'timestamp';
  return format === 'duration' ? 'duration' : 'string';
}

const WORDS = [
  'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while',
];

/** The name of a field from its spelling in a rule, where reserved words and marks are written with underscores around them. */
export function fieldName(spelling: string): string {
  const word = /^__([a-z]+)__$/.exec(spelling)?.[1];
  if (word !== undefined && WORDS.includes(word)) return word;
  return spelling.replace(/__(underscores|dot|dash|slash)__/g, (_, mark: string) => ({ underscores: '__', dot: '.', dash: '-', slash: '/' })[mark]!);
}

/** Whether values of a type are compared with JavaScript's own operators. */
export function isPlain(type: CelType): boolean {
  return isNumber(type) || type === 'string' || type === 'bool' || type === 'null' || isTime(type);
}

export function isNumber(type: CelType): boolean {
  return type === 'int' || type === 'uint' || type === 'double';
}

/** Whether values of a type are counted in nanoseconds. */
export function isTime(type: CelType): boolean {
  return type === 'duration' || type === 'timestamp';
}

/** A type in a message. */
export function typeWords(type: CelType): string {
  if (typeof type === 'string') return type;
  if ('list' in type) return `list(${typeWords(type.list)})`;
  return 'map' in type ? `map(${typeWords(type.map)})` : 'message';
}

/** Whether two types may be of the same values. */
export function agree(a: CelType, b: CelType): boolean {
  if (a === 'dyn' || b === 'dyn') return true;
  if (typeof a === 'string' || typeof b === 'string') return a === b || (isNumber(a) && isNumber(b));
  if ('list' in a) return 'list' in b && agree(a.list, b.list);
  if ('map' in a) return 'map' in b && agree(a.map, b.map);
  return 'message' in b;
}
