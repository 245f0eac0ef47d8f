import { ApiObject, GroupVersionKind, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';

/** An object of a kind, from the same props as its class. What is undefined is left out; nothing of the props is kept or changed. */
export function manifestOf({ apiVersion, kind }: GroupVersionKind, props: object): any {
  return rendered({ ...props, apiVersion, kind });
}

/** A copy without what is undefined. What is no plain value, such as a `Lazy` or a choice, stays as it is. */
export function copyOf(value: any): any {
  return walked(value, (other) => other);
}

/** Whether something is an ApiObject of a kind, of any of its versions. Copies of this library know each other's objects. */
export function isOfKind(construct: any, { apiVersion, kind }: GroupVersionKind): boolean {
  return ApiObject.isApiObject(construct) && construct.kind === kind && construct.apiGroup === apiVersion.split('/')[0];
}

/** Takes the namespace of its chart from an object that belongs to the whole cluster. */
export function ofCluster(object: ApiObject): void {
  if (object.metadata.namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}

/** Adds an object from plain data to a chart. What reads the data is loaded when it is first needed. */
export function addManifest(scope: Construct, id: string, gvk: GroupVersionKind, manifest: any, module: string): ApiObject {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('./from-manifest') as typeof import('./from-manifest')).objectFromManifest(scope, id, gvk, manifest, module);
}

/** A copy in which values with a class of their own are what they write, as cdk8s does it within a chart. */
function rendered(value: any): any {
  return walked(value, (other) => (typeof other?.resolve === 'function' ? rendered(other.resolve()) : other));
}

function walked(value: any, other: (value: any) => any): any {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map((item) => walked(item, other));
  if (typeof value !== 'object' || value === null) return value;
  if (!isPlain(value)) return other(value);
  const copy: Record<string, any> = {};
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (inner !== undefined) copy[key] = walked(inner, other);
  }
  return copy;
}

/** Whether a value is an object without a class. Objects of other realms, such as a test's or a worker's, have another `Object`. */
function isPlain(value: any): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
