import { ApiObject, App, ImplicitTokenResolver, IResolver, Lazy, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { JsonObject } from './json';
import { readOnce } from './synthesis';

/*
 * cdk8s asks every resolver of an app about every value of an object. Most values are plain, and most resolvers have nothing to say of them:
 * what an object comes to is then found by looking for the few values that are made when they are asked for.
 */

/**
 * Lets an object be written without asking every resolver about every value, where that comes to the same. While an app is synthesized, the
 * values that its checks looked at are the ones that are written.
 */
export function writtenQuickly(object: ApiObject): void {
  if (object.toJson === ApiObject.prototype.toJson) Object.defineProperty(object, 'toJson', { value: toJson, configurable: true, writable: true });
}

/** Whether no class or program writes an object in a way of its own. */
export function isWrittenAsUsual({ toJson: method }: ApiObject): boolean {
  return method === ApiObject.prototype.toJson || method === toJson;
}

function toJson(this: ApiObject): any {
  const form = attempted(() => quickForm(this));
  return form === undefined ? ApiObject.prototype.toJson.call(this) : inOrder(form);
}

/** What cannot be made now is made once more by cdk8s, which says what is wrong. */
function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * What `toJson` would give, but for the order of its keys, found the quick way. Undefined where there is more to it: patches, resolvers of
 * others, values of other classes. Nobody may change it.
 */
export function quickForm(object: ApiObject): JsonObject | undefined {
  const { patches } = object as unknown as { readonly patches: unknown };
  if (!isWrittenAsUsual(object) || !Array.isArray(patches) || patches.length > 0) return undefined;
  const { resolvers } = App.of(object);
  const form = quicklyResolved(object, resolvers);
  if (form === undefined) return undefined;
  for (const resolver of resolvers) {
    const changed = isOfPods(resolver) ? resolver.transformed(object) : undefined;
    if (changed !== undefined) return changed;
  }
  return form;
}

/** A resolver that changes objects with pods as a whole, and has nothing to say of others. The first of an app that changes one has decided it. */
export interface PodsResolver extends IResolver {
  /** The object as the resolver makes it; undefined where it leaves it as it is. The one that was given must not change. */
  transformed(object: ApiObject): JsonObject | undefined;
}

function isOfPods(resolver: IResolver): resolver is PodsResolver {
  return 'transformed' in resolver;
}

/** A form with the keys of its maps in the order in which cdk8s writes them: sorted, but for those that each object has. */
function inOrder({ apiVersion, kind, metadata, ...others }: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: sorted(metadata, true), ...sorted(others, !process.env.CDK8S_DISABLE_SORT) };
}

/** A copy without what is not written. */
function sorted(value: any, sorts: boolean): any {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => sorted(item, sorts));
  const keys = Object.keys(value);
  if (sorts) keys.sort();
  const copy: JsonObject = {};
  for (const key of keys) {
    const inner = sorted(value[key], sorts);
    if (inner !== undefined) copy[key] = inner;
  }
  return copy;
}

/**
 * The properties and the metadata of an object, resolved the quick way; undefined where there is more to it. Nobody may change it: what was
 * plain is the very value that the object was made from.
 *
 * @param resolvers those of the app that count
 */
export function quicklyResolved(object: ApiObject, resolvers: readonly IResolver[]): JsonObject | undefined {
  const { props } = object as unknown as { readonly props: unknown };
  if (!isPlain(props) || !resolvers.every(isUsual)) return undefined;
  const form = readOnce(object, 'rendered', () => rendered(props));
  return form === COMPLEX ? undefined : { ...form, metadata: quickMetadata(object) ?? object.metadata.toJson() };
}

/** The metadata of an object; undefined where there is more to it than texts and numbers. What is empty is not written. */
function quickMetadata({ metadata }: ApiObject): JsonObject | undefined {
  const { _additionalAttributes: more, labels, annotations, finalizers, ownerReferences } = metadata as unknown as JsonObject;
  if (![more, labels, annotations].every(isPlain) || finalizers?.length !== 0 || ownerReferences?.length !== 0) return undefined;
  const form: JsonObject = {};
  for (const key in more) if (!OWN_METADATA.has(key)) form[key] = more[key];
  form.name = metadata.name;
  if (metadata.namespace !== undefined) form.namespace = metadata.namespace;
  if (![form, labels, annotations].every(isOfScalars)) return undefined;
  if (!isEmpty(labels)) form.labels = labels;
  if (!isEmpty(annotations)) form.annotations = annotations;
  return form;
}

/** What the definition of the metadata keeps in fields of its own. */
const OWN_METADATA = new Set(['name', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences']);

function isOfScalars(map: JsonObject): boolean {
  for (const key in map) if (!SCALARS.has(typeof map[key])) return false;
  return true;
}

const SCALARS = new Set(['string', 'number', 'boolean']);

function isEmpty(map: JsonObject): boolean {
  for (const _ in map) return false;
  return true;
}

/** Resolvers that cdk8s has by itself, or that leave the kinds of schema/ alone. */
function isUsual(resolver: IResolver): boolean {
  return resolver instanceof LazyResolver || resolver instanceof ImplicitTokenResolver || resolver instanceof NumberStringUnionResolver
    || isOfPods(resolver);
}

const COMPLEX = Symbol('a value that only cdk8s can write');

/** A value as it is written: the same one where nothing changes. */
function rendered(value: any): any {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? COMPLEX : value;
  if (Array.isArray(value)) return renderedList(value);
  if (value.constructor !== Object) {
    if (value instanceof Lazy) return rendered(value.produce());
    return typeof value.resolve === 'function' ? rendered(value.resolve()) : COMPLEX;
  }
  if (typeof value.resolve === 'function') return COMPLEX;
  let form = value;
  for (const key in value) {
    const inner = value[key];
    const written = rendered(inner);
    if (written === COMPLEX) return COMPLEX;
    // cdk8s leaves out what is null.
    if (written === null || written === undefined) {
      if (form === value) form = { ...value };
      delete form[key];
    } else if (written !== inner) {
      if (form === value) form = { ...value };
      form[key] = written;
    }
  }
  return form;
}

function renderedList(list: readonly any[]): any {
  let form = list as any[];
  for (let at = 0; at < list.length; at++) {
    const written = rendered(list[at]);
    if (written === COMPLEX) return COMPLEX;
    if (written !== list[at]) {
      if (form === list) form = [...list];
      form[at] = written;
    }
  }
  return form;
}

/** Whether cdk8s would look into a value as into a map. */
function isPlain(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.constructor === Object;
}
