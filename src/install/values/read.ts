import { isMap } from './tree';
import { JsonObject } from '../../reference/json';

/*
 * How values are read: empty ones count as not given, and what is put into quotes becomes text.
 */

/** Whether a value was given: false, zero, the empty text, and empty lists and maps count as not given. */
export function isGiven<T>(value: T): value is NonNullable<T> {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isMap(value) || Object.keys(value).length > 0;
}

/** The value, or the other one where it was not given. */
export function orElse<T>(value: T | undefined, other: T): T {
  return isGiven(value) ? value : other;
}

/** The value, or null where it was not given: what a chart writes without quotes is there all the same. */
export function orNull<T>(value: T | undefined): T | null {
  return isGiven(value) ? value : null;
}

/** A member of an object literal that is there only when its value was given: `{ ...when('affinity', values.affinity) }`. */
export function when(name: string, value: unknown): JsonObject {
  return isGiven(value) ? { [name]: value } : {};
}

/** A member of an object literal that is there unless its value is missing or null: zero, false and the empty text are values. */
export function whenSet(name: string, value: unknown): JsonObject {
  return value === undefined || value === null ? {} : { [name]: value };
}

/** A scalar as text, numbers as Go spells them; null is the empty text. */
export function text(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** A scalar that a chart puts into quotes: text, or null where it is null. */
export function quoted(value: unknown): string | null {
  return value === null ? null : text(value);
}

function numberText(value: number): string {
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A scalar that stands in a manifest without quotes: text that reads as a number or a boolean is one. */
export function unquoted(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (/^(true|false)$/.test(value)) return value === 'true';
  if (/^-?(0|[1-9][0-9]*)$/.test(value)) return Number(value);
  return value;
}

/** Each value as text, in alphabetical order of the keys, which is how Go walks a map. A value that is null is none. */
export function textMap(map: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(map).sort().filter((key) => (map[key] ?? undefined) !== undefined).map((key) => [key, text(map[key])]));
}

/** The same for what charts put into quotes: a value that is null is the empty text. */
export function quotedMap(map: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(map).sort().map((key) => [key, text(map[key])]));
}

/** Environment variables of a map, in alphabetical order. */
export function envOf(map: Readonly<Record<string, unknown>>): { name: string; value: string }[] {
  return Object.entries(quotedMap(map)).map(([name, value]) => ({ name, value }));
}

/** Requests and limits without what is empty; nothing when nothing is left. */
export function resourcesOf(own: JsonObject, byDefault: JsonObject): JsonObject {
  const chosen = isGiven(own) ? own : byDefault;
  const result: JsonObject = {};
  for (const key of ['limits', 'requests']) {
    const given = Object.entries((chosen[key] ?? {}) as JsonObject).filter(([, amount]) => isGiven(amount));
    if (given.length > 0) result[key] = Object.fromEntries(given.map(([name, amount]) => [name, unquoted(amount)]));
  }
  return result;
}

/** Image of a component: a full name stays as it is, anything else is completed with hub, tag and variant. */
export function imageOf(options: { image: string; hub: string; tag: string; variant?: string }): string {
  const { image, hub, tag, variant } = options;
  return image.includes('/') ? image : `${hub}/${image}:${tag}${variant ? `-${variant}` : ''}`;
}

/** What a component, or the installation, may say of images. */
interface ImageValues {
  readonly image?: string;
  readonly hub?: string;
  readonly tag?: unknown;
  readonly variant?: string;
}

/** The image of a component: what its own values say, and of the installation what they do not. */
export function componentImage(usual: string, own: ImageValues, global: Omit<ImageValues, 'image'>): string {
  return imageOf({
    image: orElse(own.image, usual),
    hub: text(orElse(own.hub, global.hub)),
    tag: text(orElse(own.tag, global.tag)),
    variant: orElse(own.variant, global.variant),
  });
}
