import { parsePath, PathError, Step } from './path';
import { JsonValue } from '../../reference/json';

/** One setting of the form `path=value`. */
export interface Setting {
  /** As it was given, for messages. */
  readonly given: string;
  readonly path: string;
  readonly steps: readonly Step[];
  readonly value: JsonValue;
}

/** Paths below which a value is text, even if it looks like a number: `tag=1.31` is not 1.31. */
const ALWAYS_TEXT = [
  'values.compatibilityVersion',
  'tag',
  'values.global.tag',
  'meshConfig.defaultConfig.proxyMetadata.',
  'values.meshConfig.defaultConfig.proxyMetadata.',
  'compatibilityVersion',
];

/** Settings that nothing goes without, which an empty text would silently break. */
const EXAMPLES: Readonly<Record<string, string>> = { hub: 'registry.example.com/istio', tag: '1.31.4' };

/**
 * Reads a setting as the installer does.
 *
 * @throws if it has no `=`, its path cannot be read, or nothing goes without its value
 */
export function parseSetting(given: string): Setting {
  const equals = given.indexOf('=');
  if (equals < 0) {
    throw new Error(`"${given}" is not a setting. Write path=value, such as tag=1.31.4.`);
  }
  const path = given.slice(0, equals).trim();
  const text = given.slice(equals + 1).trim();
  if (text === '' && Object.prototype.hasOwnProperty.call(EXAMPLES, path)) {
    throw new Error(`"" is not a value for "${path}". Give one word, such as ${EXAMPLES[path]}.`);
  }
  try {
    const steps = parsePath(path);
    return { given, path, steps, value: ALWAYS_TEXT.some((start) => path.startsWith(start)) ? text : parseValue(text) };
  } catch (error) {
    if (error instanceof PathError) throw unreadable(given, path, error);
    throw error;
  }
}

/** The error of a setting of which the path leads nowhere. */
export function unreadable(given: string, path: string, error: PathError): Error {
  return new Error(`The path "${path}" of the setting "${given}" cannot be followed: ${error.message}. Write it as in "a.b=value", "a.list[0].b=value" or "a.key\\.with\\.dots=value".`);
}

/**
 * What a text stands for: a number, a boolean, or itself. There are no quotes to keep a text from being read as a number; and,
 * as settings were once lists parted by commas, a comma may be written as `\,`.
 */
export function parseValue(text: string): JsonValue {
  if (/^[+-]?[0-9]+$/.test(text)) return Number(text) + 0;
  if (/^[+-]?(\d(_?\d)*(\.(\d(_?\d)*)?)?|\.\d(_?\d)*)([eE][+-]?\d(_?\d)*)?$/.test(text)) return Number(text.replaceAll('_', ''));
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(text)) return false;
  return text.replaceAll('\\,', ',');
}
