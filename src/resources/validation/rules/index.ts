import { FIXES } from './fixes';
import { JsonObject } from '../../../reference/json';
import { shown } from '../findings';
import { Walk } from '../walk';

/** A CEL expression, compiled ahead: its value for a `self`. */
export type Expression = (self: any) => any;

/** A CEL rule of a schema, ready to be asked. */
export interface CompiledRule {
  readonly text: string;
  readonly holds: Expression;
  readonly message: string | undefined;
  readonly makeMessage: Expression | undefined;
  /** The field that it speaks of, below the value. */
  readonly steps: readonly string[];
}

/**
 * Compiles a rule of a schema with the expressions that the generator wrote. Nothing for a rule that compares an object with what it
 * was before: a new object has no before.
 */
export function compileRule(facts: JsonObject, expressions: Readonly<Record<string, Expression | null>>): CompiledRule | undefined {
  const { rule, message, messageExpression, fieldPath } = facts;
  const compiled = (text: string): Expression | null => {
    if (!Object.hasOwn(expressions, text)) {
      throw new Error(`The CEL rule ${JSON.stringify(text)} of schema/ was not compiled. Run: npx projen schema`);
    }
    return expressions[text];
  };
  const holds = compiled(rule);
  if (holds === null) return undefined;
  const makeMessage = messageExpression === undefined ? undefined : compiled(messageExpression) ?? undefined;
  return { text: rule.replace(/\s+/g, ' ').trim(), holds, message, makeMessage, steps: fieldSteps(fieldPath) };
}

/** Asks rules about a value of good form at the place of the walk. */
export function runRules(rules: readonly CompiledRule[], value: unknown, walk: Walk): void {
  for (const rule of rules) {
    try {
      if (rule.holds(value) !== true) say(rule, value, walk);
    } catch (error) {
      walk.rules.error(walk.place(), value, `${shown(value)} cannot be held to a rule: ${(error as Error).message}`, fixOf(rule));
    }
  }
}

function say(rule: CompiledRule, value: unknown, walk: Walk): void {
  walk.rules.error(walk.place(...rule.steps), value, `${shown(value)} breaks a rule: ${messageOf(rule, value)}`, fixOf(rule));
}

function messageOf({ makeMessage, message, text }: CompiledRule, value: unknown): string {
  if (makeMessage !== undefined) {
    try {
      const made = makeMessage(value);
      if (typeof made === 'string' && made.trim() !== '' && !made.includes('\n')) return made;
    } catch {
      // The API server falls back to the fixed message as well.
    }
  }
  return (message ?? `failed rule: ${text}`).trim();
}

function fixOf({ text, message }: CompiledRule): string {
  return message !== undefined && Object.hasOwn(FIXES, message) ? FIXES[message] : `Change it so that this holds: ${text}`;
}

/** The keys of a path such as `.spec.ports['http.main']`. */
function fieldSteps(fieldPath: string | undefined): string[] {
  if (fieldPath === undefined) return [];
  return [...fieldPath.matchAll(/\.([^.[\]']+)|\['((?:[^'\\]|\\.)*)'\]/g)].map(([, name, quoted]) => name ?? quoted.replace(/\\(.)/g, '$1'));
}
