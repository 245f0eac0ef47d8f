import { shown } from './findings';
import { isMap, isWhole, Limit, limitsOf } from './limits';
import { inSentence } from '../../reference/fail';
import { JsonObject, memberOf } from '../../reference/json';

/** Whether a value fits a schema. */
type Predicate = (value: any) => boolean;

/** `allOf`, `anyOf`, `oneOf` and `not` of a schema. */
export function combinationsOf(schema: JsonObject): Limit[] {
  const { allOf, anyOf, oneOf, not } = schema;
  const limits: Limit[] = [];
  if (allOf) limits.push(...allOf.flatMap(allOfThem));
  if (anyOf) {
    const choices = anyOf.map(predicateOf) as Predicate[];
    limits.push({ holds: (value) => choices.some((fits) => fits(value)), ...wordsOf('anyOf', anyOf) });
  }
  if (oneOf) {
    const choices = oneOf.map(predicateOf) as Predicate[];
    limits.push({ holds: (value) => countOf(choices, value) === 1, ...wordsOf('oneOf', oneOf) });
  }
  if (not) {
    const fits = predicateOf(not);
    limits.push({ holds: (value) => !fits(value), ...wordsOf('not', [not]) });
  }
  return limits;
}

function countOf(choices: readonly Predicate[], value: unknown): number {
  let count = 0;
  for (const fits of choices) if (fits(value)) count++;
  return count;
}

/** All that a schema within a combination asks of a value, save for its type. */
function allOfThem(schema: JsonObject): Limit[] {
  return [...limitsOf(schema), ...combinationsOf(schema), ...requiredOf(schema), ...innerOf(schema)];
}

/** What a schema within a combination asks of a value. */
function predicateOf(schema: JsonObject): Predicate {
  const keys = Object.keys(schema);
  if (keys.length === 1 && schema.required?.length === 1) {
    const [field] = schema.required;
    return (value) => !isMap(value) || value[field] !== undefined;
  }
  const limits = allOfThem(schema);
  const type = typeOf(schema);
  return (value) => {
    if (value === null) return type === undefined || schema.nullable === true;
    return (type === undefined || type(value)) && limits.every(({ holds }) => holds(value));
  };
}

function typeOf(schema: JsonObject): Predicate | undefined {
  if (schema['x-kubernetes-int-or-string']) return (value) => typeof value === 'string' || (typeof value === 'number' && isWhole(value));
  switch (schema.type) {
    case undefined: return undefined;
    case 'object': return isMap;
    case 'array': return Array.isArray;
    case 'integer': return (value) => typeof value === 'number' && isWhole(value);
    default: return (value) => typeof value === schema.type;
  }
}

function requiredOf({ required = [] }: JsonObject): Limit[] {
  return required.map((field: string) => ({
    holds: (value: any) => !isMap(value) || value[field] !== undefined,
    problem: () => `${field} is missing`,
    fix: () => `Add ${field}`,
  }));
}

/** The schemas of fields and items, as a limit on the whole. */
function innerOf({ properties, additionalProperties, items }: JsonObject): Limit[] {
  const limits: Limit[] = [];
  const add = (holds: Predicate): void => {
    limits.push({ holds, problem: (value) => `${shown(value)} has a field that does not fit`, fix: () => 'Correct the fields within it' });
  };
  if (properties) {
    const fields = Object.entries(properties).map(([name, inner]) => [name, predicateOf(inner as JsonObject)] as const);
    add((value) => !isMap(value) || fields.every(([name, fits]) => value[name] === undefined || fits(value[name])));
  }
  if (isMap(additionalProperties)) {
    const fits = predicateOf(additionalProperties);
    const isOther = (key: string): boolean => memberOf(properties ?? {}, key) === undefined;
    add((value) => !isMap(value) || Object.keys(value).filter(isOther).every((key) => fits(value[key])));
  }
  if (items) {
    const fits = predicateOf(items);
    add((value) => !Array.isArray(value) || value.every(fits));
  }
  return limits;
}

/** What to say where a combination does not hold. */
function wordsOf(kind: 'anyOf' | 'oneOf' | 'not', choices: readonly JsonObject[]): Pick<Limit, 'problem' | 'fix'> {
  const fields = choices.filter(({ not }) => not === undefined).map(({ required, ...more }) =>
    (required?.length === 1 && Object.keys(more).length === 0 ? required[0] as string : undefined));
  const names = fields.filter((name) => name !== undefined);
  const optional = choices.some(({ not }) => not !== undefined);
  if (kind === 'oneOf' && names.length === fields.length && names.length > 0) {
    const set = (value: any): string[] => names.filter((name) => value?.[name] !== undefined);
    return {
      problem: (value) => (set(value).length === 0 ? `none of ${inSentence(names, 'and')} is set` : `${inSentence(set(value), 'and')} are set, and only one of them may be`),
      fix: (value) => (set(value).length === 0 ? `Set one of ${inSentence(names, 'and')}` : `Keep one of them${optional ? ', or none' : ''}`),
    };
  }
  if (kind === 'anyOf' && names.length === fields.length && names.length > 0) {
    return { problem: () => `none of ${inSentence(names, 'and')} is set`, fix: () => `Set at least one of ${inSentence(names, 'and')}` };
  }
  const types = choices.map(({ type }) => type as string | undefined);
  if (kind === 'anyOf' && types.every((type) => type !== undefined)) {
    return { problem: (value) => `${shown(value)} is of none of the types ${types.join(', ')}`, fix: () => `Write a value of type ${inSentence(types, 'or')}` };
  }
  const what = { anyOf: 'fits none of the forms that this field may have', oneOf: 'must fit exactly one of the forms that this field may have', not: 'has a form that is excluded' }[kind];
  return { problem: (value) => `${shown(value)} ${what}`, fix: () => `Correct it to fit ${JSON.stringify(kind === 'not' ? { not: choices[0] } : { [kind]: choices })}` };
}
