import type { Keys } from './values/check';
import { isMap } from './values/tree';
import { JsonObject } from '../reference/json';
import { nearest } from '../reference/nearest';
import { METADATA_FIELDS } from '../reference/object-metadata';
import { readDocuments } from '../yaml/document';

/** What a file of the installer says of itself. */
export interface OperatorMetadata {
  /** The namespace of components that name none, where the values name none either. */
  readonly namespace?: string;
}

/** A file of the installer: an object of kind IstioOperator. */
export interface OperatorFile {
  readonly metadata: OperatorMetadata;
  /** What the installation is asked for. */
  readonly spec: JsonObject;
  /** Where a field of the spec stands, as `file:line`. */
  readonly placeOf: (keys: Keys) => string;
}

const API_VERSION = 'install.istio.io/v1alpha1';
const KIND = 'IstioOperator';
const MEMBERS = ['apiVersion', 'kind', 'metadata', 'spec'];

/**
 * Reads a file of the installer. One that holds nothing asks for nothing.
 *
 * @param file its name, for messages
 * @param text YAML or JSON
 * @throws with file and line, if it holds something else, or several objects
 */
export function readOperatorFile(file: string, text: string): OperatorFile {
  const [document, second] = readDocuments(text, file);
  if (document === undefined) return { metadata: {}, spec: {}, placeOf: () => file };
  const placeOf = (keys: Keys): string => `${file}:${document.lineOf(keys)}`;
  if (second !== undefined) {
    throw new Error(`${file}:${second.lineOf([])}: a second object begins here. Give each ${KIND} in a file of its own, with -f for each.`);
  }
  const { value } = document;
  if (!isMap(value)) throw new Error(`${placeOf([])}: this is no object. Give an ${KIND}, with what is asked for below "spec".`);
  checkMembers(value, file, placeOf);
  return { metadata: metadataOf(value.metadata, placeOf), spec: specOf(value.spec, placeOf), placeOf: (keys) => placeOf(['spec', ...keys]) };
}

/** What a file may be that is none of the installer. */
function whatElse(object: JsonObject, file: string): string {
  if (object.spec !== undefined) return `Give a file of the installer, with "kind: ${KIND}"; objects of a cluster are not read here.`;
  return `Give a file of the installer, with "kind: ${KIND}" and what is asked for below "spec". Values of one chart, as Helm takes them, are given with --values CHART=${file}.`;
}

function checkMembers(object: JsonObject, file: string, placeOf: (keys: Keys) => string): void {
  for (const [name, wanted] of [['apiVersion', API_VERSION], ['kind', KIND]]) {
    if (object[name] === wanted || (object[name] === undefined && name !== 'kind')) continue;
    const found = object[name] === undefined ? 'missing' : JSON.stringify(object[name]);
    throw new Error(`${placeOf([name])}: ${name} is ${found}, not "${wanted}". ${whatElse(object, file)}`);
  }
  const stranger = Object.keys(object).find((name) => !MEMBERS.includes(name));
  if (stranger === undefined) return;
  const like = nearest(stranger, MEMBERS);
  const advice = like !== undefined ? `Did you mean "${like}"?`
    : 'What is asked for stands below "spec", and values of charts below "spec.values".';
  throw new Error(`${placeOf([stranger])}: an ${KIND} has no "${stranger}". ${advice}`);
}

function metadataOf(metadata: unknown, placeOf: (keys: Keys) => string): OperatorMetadata {
  if (metadata === undefined || metadata === null) return {};
  if (!isMap(metadata)) throw new Error(`${placeOf(['metadata'])}: metadata is no map. Write "metadata:" with "name:" below it, or leave it out.`);
  const stranger = Object.keys(metadata).find((name) => !METADATA_FIELDS.includes(name));
  if (stranger !== undefined) {
    throw new Error(`${placeOf(['metadata', stranger])}: there is no field "metadata.${stranger}". Leave it out, or write it as a label or an annotation.`);
  }
  const { namespace } = metadata;
  if (namespace === undefined || namespace === null) return {};
  if (typeof namespace !== 'string') {
    throw new Error(`${placeOf(['metadata', 'namespace'])}: the namespace ${JSON.stringify(namespace)} is no text. Write it in quotes.`);
  }
  return { namespace };
}

function specOf(spec: unknown, placeOf: (keys: Keys) => string): JsonObject {
  if (spec === undefined || spec === null) return {};
  if (!isMap(spec)) throw new Error(`${placeOf(['spec'])}: spec is no map. Write what is asked for below it, such as "profile: minimal".`);
  return spec;
}
