import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { JsonObject } from '../reference/json';

/** A field in the notation of schema/: a type, or a type with limits. */
export type Field = string | JsonObject;

/** What schema/ says, as far as it is needed at run time. */
export interface Bundle {
  readonly scalars: Readonly<Record<string, Field>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly messages: Readonly<Record<string, JsonObject>>;
  readonly kinds: Readonly<Record<string, JsonObject>>;
}

/** Where the bundles of schema/ lie, seen from the sources and from the compiled library alike. */
const FOLDER = path.join(__dirname, '..', '..', 'schema');

/** Reads the bundle of a module. It is read when it is needed, and not when the library is loaded. */
export function readBundle(module = 'istio'): Bundle {
  return JSON.parse(readFileSync(path.join(FOLDER, `${module}.generated.json`), 'utf8'));
}

const loaded = new Map<string, Bundle>();

/** The bundle of a module, read once and shared by all who ask: nobody changes it. */
export function loadedBundle(module = 'istio'): Bundle {
  const bundle = loaded.get(module) ?? readBundle(module);
  loaded.set(module, bundle);
  return bundle;
}
