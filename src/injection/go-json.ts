import { JsonValue } from '../reference/json';

/** JSON as Go writes it: what HTML might take for a tag, and what JavaScript once took for the end of a line, stands as its number. */
export function goJson(value: JsonValue): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
