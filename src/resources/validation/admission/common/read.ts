import { JsonObject } from '../../../../reference/json';

const NONE: readonly never[] = [];

/** Whether a field is given; null reads as absent. */
export function given<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

/** The messages of a list. Null in a list reads as an empty message, as Istio's decoder takes it. */
export function messages(list: readonly any[] | null | undefined): readonly JsonObject[] {
  if (!given(list)) return NONE;
  return list.includes(null) ? list.map((item) => item ?? {}) : list;
}

/** The texts of a list. Null in a list reads as an empty text. */
export function texts(list: readonly any[] | null | undefined): readonly string[] {
  if (!given(list)) return NONE;
  return list.includes(null) ? list.map((item) => item ?? '') : list;
}

/** The fields of a map. */
export function entries<T = any>(map: Readonly<Record<string, T>> | null | undefined): [string, T][] {
  return given(map) ? Object.entries(map) : [];
}

/** Which of the fields that exclude each other holds. Where several are given, the last of their declaration does. */
export function chosen<T extends string>(message: JsonObject | null | undefined, choices: readonly T[]): T | undefined {
  if (!given(message)) return undefined;
  for (let index = choices.length - 1; index >= 0; index--) {
    if (given(message[choices[index]])) return choices[index];
  }
  return undefined;
}
