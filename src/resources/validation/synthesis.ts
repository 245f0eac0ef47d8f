import { ApiObject, App, ImplicitTokenResolver, Lazy, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { formatFinding, validateObject } from '.';
import { patchedPlaces } from './patched';
import { JsonObject } from '../../reference/json';
import { warnOnce } from '../../reference/warn';

/**
 * What a cluster would refuse of an object as it will be written. What it would only warn about is printed, and so is what stands where
 * a JSON patch wrote: that is the way past the types and the checks.
 */
export function errorsOf(object: ApiObject): string[] {
  const written = writtenForm(object);
  if (written === undefined) return [];
  const findings = validateObject(written);
  if (findings.length === 0) return [];
  const errors: string[] = [];
  const isPatched = patchedPlaces(object);
  for (const finding of findings) {
    if (finding.severity === 'error' && !isPatched(finding.steps)) errors.push(formatFinding(finding));
    else warnOnce(object, formatFinding(finding));
  }
  return errors;
}

/** The object as cdk8s will write it; undefined where it cannot be written, which cdk8s will say itself. */
function writtenForm(object: ApiObject): JsonObject | undefined {
  try {
    return quickForm(object) ?? object.toJson();
  } catch {
    return undefined;
  }
}

/**
 * What `toJson` would give, without the work that it does to find out that there is nothing to resolve. Undefined where there is more to
 * it: patches, resolvers of others, values of other classes.
 */
function quickForm(object: ApiObject): JsonObject | undefined {
  const { props, patches } = object as unknown as { readonly props: unknown; readonly patches: unknown };
  if (object.toJson !== ApiObject.prototype.toJson || !isPlain(props) || !Array.isArray(patches) || patches.length > 0) return undefined;
  if (!App.of(object).resolvers.every(isUsual)) return undefined;
  const form = rendered(props);
  return form === COMPLEX ? undefined : { ...form, metadata: quickMetadata(object) ?? object.metadata.toJson() };
}

/** The metadata of an object; undefined where there is more to it. What is empty is not written. */
function quickMetadata({ metadata }: ApiObject): JsonObject | undefined {
  const { _additionalAttributes: more, labels, annotations, finalizers, ownerReferences } = metadata as unknown as JsonObject;
  if (![more, labels, annotations].every(isPlain) || ![finalizers, ownerReferences].every(Array.isArray)) return undefined;
  const form: JsonObject = {};
  for (const key in more) if (!OWN_METADATA.has(key)) form[key] = more[key];
  form.name = metadata.name;
  if (metadata.namespace !== undefined) form.namespace = metadata.namespace;
  if (!isEmpty(labels)) form.labels = labels;
  if (!isEmpty(annotations)) form.annotations = annotations;
  if (finalizers.length > 0) form.finalizers = finalizers;
  if (ownerReferences.length > 0) form.ownerReferences = ownerReferences;
  const written = rendered(form);
  return written === COMPLEX ? undefined : written;
}

/** What the definition of the metadata keeps in fields of its own. */
const OWN_METADATA = new Set(['name', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences']);

function isEmpty(map: JsonObject): boolean {
  for (const _ in map) return false;
  return true;
}

/** Resolvers that cdk8s has by itself, or that leave the kinds of schema/ alone. */
function isUsual(resolver: object): boolean {
  return resolver instanceof LazyResolver || resolver instanceof ImplicitTokenResolver || resolver instanceof NumberStringUnionResolver
    || 'podsOnly' in resolver;
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
