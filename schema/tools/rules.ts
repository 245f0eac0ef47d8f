import { compileCel } from './cel/compile';
import { JsonObject } from '../../src/reference/json';
import { Bundle } from '../../src/resources/bundle';
import { crdManifests } from '../../src/resources/crds';

/** A CEL expression with the schema of its `self`. */
export interface PlacedRule {
  readonly text: string;
  readonly schema: JsonObject;
  /** What its value must be. */
  readonly gives: 'bool' | 'string';
}

/** Where the compiled rules of a module lie. */
export function rulesFile(module: { readonly name: string }): string {
  return `src/resources/validation/rules/${module.name}.generated.ts`;
}

/** The compiled rules of a module, as the text of a file. */
export function rulesText(bundle: Bundle): string {
  const compiled = new Map<string, string>();
  for (const { text, schema, gives } of placedRules(bundle)) {
    const { code, type } = compileCel(text, schema);
    if (type !== gives && type !== 'dyn') throw new Error(`schema/: the CEL expression ${JSON.stringify(text)} must give a ${gives}. Correct it.`);
    const line = `  ${JSON.stringify(text)}:\n    ${code ?? 'null'},\n`;
    const before = compiled.get(text);
    if (before !== undefined && before !== line) {
      throw new Error(`schema/: the CEL rule ${JSON.stringify(text)} stands at places of different types. Give the rules of a module a key for the place.`);
    }
    compiled.set(text, line);
  }
  return [
    '// Generated from schema/ by `npx projen schema`. Do not edit.\n',
    'import type { Expression } from \'.\';\n',
    ...([...compiled.values()].some((line) => line.includes('cel.')) ? ['import * as cel from \'../cel/library\';\n'] : []),
    '\n',
    '/** The CEL expressions of the CRDs, each as a function; null for those that compare an object with what it was before. */\n',
    'export const EXPRESSIONS: Readonly<Record<string, Expression | null>> = {\n',
    ...compiled.values(),
    '};\n',
  ].join('');
}

/** All CEL expressions of a module, at all their places. */
export function placedRules(bundle: Bundle): PlacedRule[] {
  const rules: PlacedRule[] = [];
  const seen = new Set<JsonObject>();
  const visit = (schema: JsonObject): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    rules.push(...rulesOf(schema).flatMap(({ rule, messageExpression }) => [
      { text: rule, schema, gives: 'bool' as const },
      ...(messageExpression === undefined ? [] : [{ text: messageExpression, schema, gives: 'string' as const }]),
    ]));
    Object.values<JsonObject>(schema.properties ?? {}).forEach(visit);
    [schema.items, schema.additionalProperties].filter((inner) => typeof inner === 'object').forEach(visit);
  };
  const text = { type: 'string' };
  const head = { apiVersion: text, kind: text, metadata: { type: 'object', properties: { name: text, generateName: text } } };
  for (const { spec } of crdManifests(bundle)) {
    for (const { schema: { openAPIV3Schema: schema } } of spec.versions) visit({ ...schema, properties: { ...schema.properties, ...head } });
  }
  return rules;
}

/** The rules of a schema, and those that stand in a combination of it. */
function rulesOf(schema: JsonObject): JsonObject[] {
  return [...(schema['x-kubernetes-validations'] ?? []), ...(schema.allOf ?? []).flatMap(rulesOf)];
}
