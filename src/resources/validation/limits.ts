import { shown } from './findings';
import { formatOf } from './formats';
import { goRegExp } from './go-regexp';
import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';

/** A limit of a schema: it holds for a value, or there is something to say. Values of other types than it speaks of pass. */
export interface Limit {
  readonly holds: (value: any) => boolean;
  readonly problem: (value: any) => string;
  readonly fix: (value: any) => string;
}

/** The limits of a schema on the value itself. */
export function limitsOf(schema: JsonObject): Limit[] {
  return [...textLimits(schema), ...numberLimits(schema), ...sizeLimits(schema), ...enumLimits(schema)];
}

/** The characters of a text as Go counts them. */
export function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    // A character beyond the first plane has two units.
    if (text.codePointAt(at)! > 0xffff) {
      count--;
      at++;
    }
  }
  return count;
}

function textLimits({ minLength, maxLength, pattern, format }: JsonObject): Limit[] {
  const limits: Limit[] = [];
  const knownFormat = format === undefined ? undefined : formatOf(format);
  if (minLength !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'string' || (value.length >= minLength && (value.length >= 2 * minLength || characters(value) >= minLength)),
      problem: (value) => (value === '' ? 'the text is empty' : `${shown(value)} has ${counted(characters(value), 'character')}, and needs at least ${minLength}`),
      fix: () => (minLength === 1 ? 'Write a text, or leave the field out' : `Write at least ${counted(minLength, 'character')}`),
    });
  }
  if (maxLength !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'string' || value.length <= maxLength || characters(value) <= maxLength,
      problem: (value) => `${shown(value)} has ${counted(characters(value), 'character')}, and may have ${maxLength}`,
      fix: () => `Shorten it to at most ${counted(maxLength, 'character')}`,
    });
  }
  if (pattern !== undefined) {
    const matcher = lazily(() => goRegExp(pattern));
    limits.push({
      holds: (value) => typeof value !== 'string' || matcher().test(value),
      problem: (value) => `${shown(value)} does not fit the pattern ${pattern}`,
      fix: () => 'Write a text that fits the pattern',
    });
  }
  if (knownFormat !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'string' || knownFormat.isValid(value),
      problem: (value) => `${shown(value)} is not ${knownFormat.what}`,
      fix: () => `Write ${knownFormat.what}`,
    });
  }
  return limits;
}

function numberLimits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject): Limit[] {
  const limits: Limit[] = [];
  if (minimum !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'number' || (exclusiveMinimum === true ? value > minimum : value >= minimum),
      problem: (value) => `${value} is too small`,
      fix: () => `Use a number ${exclusiveMinimum === true ? 'above' : 'of at least'} ${minimum}`,
    });
  }
  if (maximum !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'number' || (exclusiveMaximum === true ? value < maximum : value <= maximum),
      problem: (value) => `${value} is too large`,
      fix: () => `Use a number ${exclusiveMaximum === true ? 'below' : 'of at most'} ${maximum}`,
    });
  }
  if (multipleOf !== undefined) {
    limits.push({
      holds: (value) => typeof value !== 'number' || isWhole(multipleOf < 1 ? (1 / multipleOf) * value : value / multipleOf),
      problem: (value) => `${value} is not a multiple of ${multipleOf}`,
      fix: () => `Use a multiple of ${multipleOf}`,
    });
  }
  return limits;
}

/** Whether a number is whole, as closely as the API server looks: it forgives what rounding leaves behind. */
export function isWhole(value: number): boolean {
  if (Number.isInteger(value)) return Math.abs(value) < 2 ** 63;
  const nearby = Math.trunc(value);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && nearby !== 0 && Math.abs(value - nearby) / Math.abs(value + nearby) < 1e-9;
}

function sizeLimits({ minItems, maxItems, minProperties, maxProperties }: JsonObject): Limit[] {
  const limits: Limit[] = [];
  const add = (isOf: (value: any) => boolean, size: (value: any) => number, what: string, least?: number, most?: number): void => {
    if (least !== undefined) {
      limits.push({
        holds: (value) => !isOf(value) || size(value) >= least,
        problem: (value) => (size(value) === 0 ? `there are no ${what}` : `there are ${size(value)} ${what}, and must be at least ${least}`),
        fix: () => (least === 1 ? 'Add one, or leave the field out' : `Write at least ${least}`),
      });
    }
    if (most !== undefined) {
      limits.push({
        holds: (value) => !isOf(value) || size(value) <= most,
        problem: (value) => `there are ${size(value)} ${what}, and may be ${most}`,
        fix: () => `Keep at most ${most}`,
      });
    }
  };
  if (minItems !== undefined || maxItems !== undefined) add(Array.isArray, (value) => value.length, 'items', minItems, maxItems);
  if (minProperties !== undefined || maxProperties !== undefined) add(isMap, sizeOfMap, 'entries', minProperties, maxProperties);
  return limits;
}

function enumLimits({ enum: words }: JsonObject): Limit[] {
  if (!Array.isArray(words)) return [];
  const known = new Set(words);
  return [{
    holds: (value) => known.has(value) || (typeof value === 'object' && words.some((word) => JSON.stringify(word) === JSON.stringify(value))),
    problem: (value) => `${shown(value)} is not one of the values that this field takes`,
    fix: (value) => oneOfThese(value, words.map(String)),
  }];
}

/** What to write instead of a word that is not known. */
export function oneOfThese(given: unknown, words: readonly string[]): string {
  const close = typeof given === 'string' ? nearest(given, words) : undefined;
  const all = words.length <= 16 ? words : [...words.slice(0, 15), '...'];
  return close === undefined ? `Use one of ${all.map((word) => (word === '' ? '""' : word)).join(', ')}` : `Use ${close}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Whether a value is a map or a message. */
export function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sizeOfMap(value: JsonObject): number {
  let size = 0;
  for (const key in value) if (value[key] !== undefined) size++;
  return size;
}

/** A value that is made when it is first asked for. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
