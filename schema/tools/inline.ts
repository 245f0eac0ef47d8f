/*
 * Schemas of CRDs in short, with every message in its place: the form in which a release is compared with schema/, and from which
 * schema/ is written. A field is
 *
 *   string | integer | number | boolean | object | int-or-string          a value of that type
 *   { fields: {...}, required: [...], ... }                                a message
 *   { list: FIELD, ... }                                                   a list
 *   { map: FIELD, ... }                                                    a map with free keys
 *   { is: TYPE, ... }                                                      a value with limits
 *
 * Limits keep the words of the Kubernetes API (enum, pattern, maxLength, minimum, format, default, oneOf…). `rules` are CEL rules,
 * as [rule, message]; what else Kubernetes adds is written without its prefix, such as `listType`.
 */

/** A field in short. */
export type InlineField = string | { [key: string]: any };

const PREFIX = 'x-kubernetes-';
const SIMPLE = ['string', 'integer', 'number', 'boolean', 'object'];
const EXTENSIONS = ['list-type', 'list-map-keys', 'map-type', 'preserve-unknown-fields', 'embedded-resource'];

/** From the form of a CRD into the short one. Descriptions are left behind. */
export function fromOpenApi(schema: any): InlineField {
  const { type, properties, additionalProperties, items, description: _description, ...rest } = schema;
  const limits = limitsOf(rest);
  if (rest['x-kubernetes-int-or-string']) return Object.keys(limits).length === 0 ? 'int-or-string' : { is: 'int-or-string', ...limits };
  if (properties) {
    return { fields: mapValues(properties, fromOpenApi), ...(type === undefined && { untyped: true }), ...limits };
  }
  if (items) return { list: fromOpenApi(items), ...limits };
  if (additionalProperties) return { map: additionalProperties === true ? 'any' : fromOpenApi(additionalProperties), ...limits };
  if (SIMPLE.includes(type) && Object.keys(limits).length === 0) return type;
  return { ...(type !== undefined && { is: type }), ...limits };
}

function limitsOf(rest: any): { [key: string]: any } {
  const limits: { [key: string]: any } = {};
  for (const [key, value] of Object.entries<any>(rest)) {
    if (key === 'x-kubernetes-int-or-string') continue;
    if (key === `${PREFIX}validations`) {
      limits.rules = value.map(ruleOf);
    } else if (['oneOf', 'anyOf', 'allOf'].includes(key)) {
      limits[key] = value.map(fromOpenApi);
    } else if (key === 'not') {
      limits.not = fromOpenApi(value);
    } else {
      limits[key.startsWith(PREFIX) ? camel(key.slice(PREFIX.length)) : key] = value;
    }
  }
  return limits;
}

/** A rule with more than a message keeps its own form. */
function ruleOf(rule: any): any {
  const { rule: text, message, ...more } = rule;
  if (Object.keys(more).length > 0) return rule;
  return message === undefined ? [text] : [text, message];
}

function camel(words: string): string {
  if (!EXTENSIONS.includes(words)) {
    throw new Error(`The release uses x-kubernetes-${words}, which the notation does not know. Add it to EXTENSIONS in schema/tools/inline.ts and to src/resources/expand.ts.`);
  }
  return words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function mapValues(map: any, change: (value: any) => any): any {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
