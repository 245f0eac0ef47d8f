import { installSchema } from './schema';
import { copy, define, isMap, merge } from './tree';
import { JsonObject } from '../../reference/json';
import { Bundle, Field } from '../../resources/bundle';

/** Charts of Istio, by the names of their values in schema/. */
export type Chart = 'BaseChart' | 'DefaultChart' | 'IstiodChart' | 'CniChart' | 'ZtunnelChart' | 'GatewayChartValues' | 'IngressChart' | 'EgressChart';

/**
 * What a chart starts from: its values as it writes them down itself. The tree is new with each call.
 *
 * @param chart its name in schema/
 */
export function chartDefaults(chart: Chart, schema: Bundle = installSchema()): JsonObject {
  const { flat, ...message } = schema.messages[chart];
  const defaults = messageDefaults(message, schema);
  if (flat === undefined) return defaults;
  const { [flat]: own, ...others } = defaults;
  return { ...others, ...own };
}

function messageDefaults(message: JsonObject, schema: Bundle): JsonObject {
  const defaults: JsonObject = {};
  for (const [name, field] of Object.entries<Field>(message.fields)) {
    const value = fieldDefault(field, schema);
    if (value !== undefined) define(defaults, name, value);
  }
  return defaults;
}

/** What is said at the place itself, over what is said of the fields of the message. */
function fieldDefault(field: Field, schema: Bundle): unknown {
  const facts: JsonObject = typeof field === 'string' ? { is: field } : field;
  const message = schema.messages[facts.is];
  const below = message === undefined ? {} : chosen(messageDefaults(message, schema), facts);
  if (!isMap(facts.default) || Object.keys(below).length === 0) return facts.default === undefined ? nonEmpty(below) : copy(facts.default);
  return merge(below, facts.default);
}

/** Of the defaults of a message those that hold at a place: `only` some, or all `without` some. */
function chosen(defaults: JsonObject, { only, without = [] }: JsonObject): JsonObject {
  if (only !== undefined) {
    const part: JsonObject = {};
    for (const path of only as string[]) take(path.split('.'), defaults, part);
    return part;
  }
  return without.length === 0 ? defaults : Object.fromEntries(Object.entries(defaults).filter(([name]) => !without.includes(name)));
}

function take([name, ...rest]: readonly string[], from: JsonObject, into: JsonObject): void {
  if (from[name] === undefined) return;
  if (rest.length === 0) into[name] = from[name];
  else take(rest, from[name], into[name] ??= {});
}

function nonEmpty(tree: JsonObject): JsonObject | undefined {
  return Object.keys(tree).length === 0 ? undefined : tree;
}
