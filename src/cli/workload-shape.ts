import { isWorkload, podTemplateOf } from '../injection';
import { JsonObject } from '../reference/json';
import { FieldError } from '../yaml/stream';

type Path = readonly (string | number)[];

/** Fields of a pod's spec that hold lists of maps, in which the injector looks. */
const LISTS = ['containers', 'initContainers', 'volumes', 'imagePullSecrets'];
/** Such fields of a container. */
const CONTAINER_LISTS = ['ports', 'env', 'envFrom', 'volumeMounts'];
const CONTAINER_MAPS = ['resources', 'securityContext', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

/**
 * Refuses a workload whose fields are of another type than Kubernetes has them, as far as the injector reads them.
 *
 * @throws FieldError with the first field that is wrong
 */
export function checkShape(object: JsonObject): void {
  if (!isWorkload({ apiVersion: object.apiVersion, kind: object.kind })) return;
  checkMetadata(object, []);
  const path: string[] = [];
  for (const key of templatePath(object)) {
    path.push(key);
    if (at(object, path) !== undefined) mapAt(object, path);
  }
  const template = podTemplateOf(object);
  if (!template) return;
  checkMetadata(object, template.path);
  checkSpec(object, [...template.path, 'spec']);
}

/** The keys that lead to the pod template, also where they lead to nothing. */
function templatePath(object: JsonObject): string[] {
  if (object.kind === 'Pod') return [];
  return object.kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
}

function checkMetadata(object: JsonObject, path: Path): void {
  const metadata = mapAt(object, [...path, 'metadata']);
  for (const field of ['name', 'generateName', 'namespace']) {
    textAt([...path, 'metadata', field], metadata[field]);
  }
  for (const field of ['labels', 'annotations']) {
    const map = mapAt(object, [...path, 'metadata', field]);
    for (const [key, value] of Object.entries(map)) textAt([...path, 'metadata', field, key], value);
  }
}

function checkSpec(object: JsonObject, path: Path): void {
  mapAt(object, path);
  for (const field of LISTS) listOfMapsAt(object, [...path, field]);
  mapAt(object, [...path, 'securityContext']);
  for (const field of ['containers', 'initContainers']) {
    const list = listOfMapsAt(object, [...path, field]);
    list.forEach((container, index) => {
      const here = [...path, field, index];
      textAt([...here, 'name'], container.name);
      textAt([...here, 'image'], container.image);
      CONTAINER_LISTS.forEach((inner) => listOfMapsAt(object, [...here, inner]));
      CONTAINER_MAPS.forEach((inner) => mapAt(object, [...here, inner]));
    });
  }
}

function at(object: JsonObject, path: Path): any {
  return path.reduce<any>((inner, key) => inner?.[key], object);
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapAt(object: JsonObject, path: Path): JsonObject {
  const value = at(object, path) ?? {};
  if (!isMap(value)) throw wrong(path, value, 'Give a map');
  return value;
}

function listOfMapsAt(object: JsonObject, path: Path): JsonObject[] {
  const value = at(object, path) ?? [];
  if (!Array.isArray(value)) throw wrong(path, value, 'Give a list');
  value.forEach((item, index) => {
    if (!isMap(item)) throw wrong([...path, index], item, 'Give a map');
  });
  return value;
}

function textAt(path: Path, value: unknown): void {
  if (value === undefined || value === null || typeof value === 'string') return;
  throw wrong(path, value, typeof value === 'object' ? 'Give text' : 'Kubernetes takes text here: put it in quotes');
}

function wrong(path: Path, value: unknown, fix: string): FieldError {
  return new FieldError(path, `${fieldName(path)} is ${shown(value)}. ${fix}.`);
}

function fieldName(path: Path): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : /[./]/.test(key) ? `["${key}"]` : `.${key}`)).join('').replace(/^\./, '');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
