import { ApiObject, App, IResolver, ResolutionContext } from 'cdk8s';
import { fromGenerated, toGenerated } from './generated-form';
import { podTemplateOf } from './workloads';
import { JsonObject } from '../reference/json';

/** What changes an object before it is written; it must not change the one that it is given. */
export type ObjectTransform = (manifest: JsonObject, object: ApiObject) => JsonObject;

/**
 * A resolver of the cdk8s app that changes whole objects: it sees each of them before it is written, with everything in it
 * resolved, whoever made it.
 */
export class ProxyInjector implements IResolver {
  // cdk8s resolves what a resolver returned once more; this is how it is recognized then.
  private readonly done = new WeakSet<JsonObject>();

  constructor(private readonly transform: ObjectTransform) {}

  /** The object as the transform makes it. */
  public transformed(object: ApiObject): JsonObject {
    return this.transform(resolvedObject(object), object);
  }

  /** Replaces a whole object by what the transform makes of it. */
  public resolve(context: ResolutionContext): void {
    const { key, obj, value } = context;
    if (key.length > 0 || !isManifest(value) || this.done.has(value)) return;
    const generated = isGenerated(obj);
    const manifest = resolvedWithin(obj, value, generated);
    const changed = this.transform(manifest, obj);
    // The object as it was: whatever resolvers come next take it from here.
    if (changed === manifest) return;
    const written = generated ? toGenerated(changed) : { ...changed };
    this.done.add(written);
    context.replaceValue(written);
  }
}

/** An object as it will be written, before any transform. */
export function resolvedObject(object: ApiObject): JsonObject {
  const { props } = object as unknown as { props: JsonObject };
  const metadata = object.metadata.toJson();
  return resolvedWithin(object, { ...props, metadata }, isGenerated(object));
}

/** Paths of the fields that a generated class leaves out of what the transform made, because it does not know them. */
export function droppedFields(object: ApiObject): string[] {
  const injector = App.of(object).resolvers.find((one): one is ProxyInjector => one instanceof ProxyInjector);
  if (!injector || !isGenerated(object)) return [];
  const wanted = podTemplateOf(injector.transformed(object));
  return wanted ? missing(wanted.template, podTemplateOf(object.toJson())?.template, wanted.path.join('.')) : [];
}

/** Whether the class of the object writes only the fields that it knows. */
function isGenerated(object: ApiObject): boolean {
  return object.toJson !== ApiObject.prototype.toJson;
}

// cdk8s resolves an object's metadata by itself too, which is no object.
function isManifest(value: any): value is JsonObject {
  return value !== null && typeof value === 'object' && typeof value.kind === 'string' && typeof value.apiVersion === 'string';
}

function resolvedWithin(object: ApiObject, value: JsonObject, generated: boolean): JsonObject {
  const others = App.of(object).resolvers.filter((one) => !(one instanceof ProxyInjector));
  const resolved = resolve([], value, object, others);
  return generated ? fromGenerated(resolved) : resolved;
}

/** Resolution as cdk8s does it, by some of the app's resolvers. */
function resolve(key: string[], value: any, object: ApiObject, resolvers: readonly IResolver[]): any {
  if (value === null || value === undefined) return value;
  const context = new ResolutionContext(object, key, value);
  for (const resolver of resolvers) {
    resolver.resolve(context);
    if (context.replaced) return resolve(key, context.replacedValue, object, resolvers);
  }
  if (Array.isArray(value)) return value.map((item, at) => resolve([...key, `${at}`], item, object, resolvers));
  if (value.constructor !== Object) return value;
  const result: JsonObject = {};
  for (const [name, inner] of Object.entries(value)) {
    const resolved = resolve([...key, name], inner, object, resolvers);
    if (resolved !== undefined) result[name] = resolved;
  }
  return result;
}

function missing(wanted: any, written: any, path: string): string[] {
  if (wanted === null || wanted === undefined) return [];
  if (written === undefined) return isEmpty(wanted) ? [] : [path];
  if (Array.isArray(wanted)) return wanted.flatMap((item, at) => missing(item, written[at], `${path}[${at}]`));
  if (typeof wanted !== 'object') return [];
  return Object.entries(wanted).flatMap(([name, inner]) => missing(inner, written?.[name], path === '' ? name : `${path}.${name}`));
}

function isEmpty(value: any): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}
