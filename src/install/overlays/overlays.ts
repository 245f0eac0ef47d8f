import { stepsOf } from './path';
import { ListAt, PatchError, Tree } from './tree';
import { Warn } from './warn';
import { remove, write } from './write';
import { define, isMap, JsonObject, Manifest } from '../../reference/json';
import { copy } from '../values/tree';

/** Changes of the objects of one kind and name, as the installer's file has them. `apiVersion` is not looked at. */
export interface Overlay {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly patches?: readonly OverlayPatch[] | null;
}

interface OverlayPatch {
  /** Where, such as `spec.template.spec.containers.[name:discovery].args`. */
  readonly path?: string;
  /** What stands there then; nothing, or null, takes it away. */
  readonly value?: unknown;
}

/** The objects with the overlays applied, one after the other. What an overlay says that is not done, it warns of. */
export function withOverlays(overlays: readonly Overlay[], objects: readonly Manifest[], warn: Warn): Manifest[] {
  const result = [...objects];
  for (const overlay of overlays) {
    const places = result.flatMap(({ kind, metadata }, place) => (kind === overlay.kind && metadata.name === overlay.name ? [place] : []));
    if (places.length === 0) warn(`The overlay of ${nameOf(overlay)} has no effect: the component has no such object.`);
    for (const place of places) result[place] = patched(result[place], overlay, warn);
  }
  return result;
}

function patched(object: Manifest, overlay: Overlay, warn: Warn): Manifest {
  const tree = new Tree(copy(object));
  for (const { path = '', value } of overlay.patches ?? []) {
    const which = `The patch of "${path}" in the overlay of ${nameOf(overlay)}`;
    try {
      apply(tree, path, value);
    } catch (error) {
      if (!(error instanceof PatchError)) throw new Error(`${which} cannot be applied: ${(error as Error).message}.`);
      warn(`${which} has no effect: ${error.message}.`);
    }
  }
  return asObject(tree.root, overlay);
}

function apply(tree: Tree, path: string, value: unknown): void {
  const steps = stepsOf(path);
  if (steps.length === 0) throw new PatchError('the path is empty');
  const place = tree.follow(steps);
  if (value === undefined || value === null) remove(place);
  else write(tree, place, value);
}

function asObject(root: JsonObject, overlay: Overlay): Manifest {
  const object = plain(root) as Manifest;
  const { apiVersion, kind }: { apiVersion?: unknown; kind?: unknown } = object;
  if (typeof kind !== 'string' || kind === '') throw new Error(`The overlay of ${nameOf(overlay)} leaves an object without a kind. Leave its kind as it is.`);
  if (typeof apiVersion === 'string' && apiVersion.split('/').length > 2) {
    throw new Error(`The overlay of ${nameOf(overlay)} leaves an object of the API version "${apiVersion}". Write a group and a version, such as "apps/v1".`);
  }
  return object;
}

function plain(value: unknown): unknown {
  if (value instanceof ListAt) return plain(value.items);
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value)) define(result, key, plain(value[key]));
  return result;
}

function nameOf({ kind, name }: Overlay): string {
  return `${kind ?? '(no kind)'} "${name ?? ''}"`;
}
