import { AdmissionCheck, admissionCheck } from './admission';
import { decode } from './decode';
import { Finding, Findings, Place, shown, Source } from './findings';
import { CheckedKind, checkedKind, CheckedVersion } from './kinds';
import { isMap } from './limits';
import { checkMetadata } from './metadata';
import { SchemaNode } from './structure';
import { Walk } from './walk';
import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';

/** Which checks are made. */
export interface ValidationOptions {
  /**
   * Whose checks: those of the API server by structure, by rule, and those of Istio's admission (with the reading before it).
   *
   * @default all of them
   */
  readonly sources?: readonly Source[];
}

const ALL: readonly Source[] = ['structure', 'rule', 'admission'];
const NONE: readonly Finding[] = [];

/**
 * What is wrong with a Kubernetes object, as plain data: what a cluster would refuse or warn about. Objects of kinds that schema/ does
 * not hold are left alone. Nothing is thrown, whatever is given.
 *
 * The API server looks at the structure first, and asks rules of what has the right form; Istio reads what is left, and checks what it
 * could read. Here all of it is said at once, save for what follows from something that is said already.
 */
export function validateObject(object: unknown, { sources = ALL }: ValidationOptions = {}): readonly Finding[] {
  if (!isMap(object) || typeof object.apiVersion !== 'string' || typeof object.kind !== 'string') return NONE;
  const [group, version, ...more] = object.apiVersion.split('/');
  const kind = version === undefined || more.length > 0 ? undefined : checkedKind(group, object.kind);
  if (kind === undefined) return NONE;
  const checked = kind.versions.get(version);
  if (checked === undefined) return [unservedVersion(object, kind, version)];
  const fromServer = sources.includes('structure') || sources.includes('rule') ? serverFindings(object, checked, sources) : NONE;
  const fromIstio = sources.includes('admission') && kind.module === 'istio' ? admissionFindings(object, kind) : NONE;
  if (fromIstio.length === 0) return fromServer;
  return fromServer.length === 0 ? fromIstio : [...fromServer, ...fromIstio.filter((finding) => !follows(finding, fromServer))];
}

/** What is wrong with each of several objects. */
export function validateObjects(objects: readonly unknown[], options: ValidationOptions = {}): (readonly Finding[])[] {
  return objects.map((object) => validateObject(object, options));
}

/** A finding in a sentence or two: where it is, what is wrong, with the value, and what to do. */
export function formatFinding({ path, problem, fix }: Pick<Finding, 'path' | 'problem' | 'fix'>): string {
  return `${path === '' ? '' : `${path}: `}${problem}. ${fix}.`;
}

/** What the API server would say of a new object. */
function serverFindings(object: JsonObject, { root, droppedStatus }: CheckedVersion, sources: readonly Source[]): readonly Finding[] {
  const walk = new Walk();
  checkMetadata(object.metadata, walk);
  const { metadata: _metadata, status, ...rest } = object;
  root.check(droppedStatus || status === undefined ? rest : { ...rest, status }, walk);
  if (droppedStatus && status !== undefined && status !== null) checkDropped(status, droppedStatus, walk);
  if (!sources.includes('rule')) return walk.structure.all;
  if (!sources.includes('structure')) return walk.rules.all;
  return walk.rules.all.length === 0 ? walk.structure.all : [...walk.structure.all, ...walk.rules.all];
}

/** The status of a new object is dropped: only strangers in it are refused. */
function checkDropped(status: unknown, node: SchemaNode, walk: Walk): void {
  walk.onlyStrangers = true;
  walk.path.push('status');
  node.check(status, walk);
  walk.path.pop();
  walk.onlyStrangers = false;
}

/** What Istio would say of an object. */
function admissionFindings(object: JsonObject, kind: CheckedKind): readonly Finding[] {
  const place = Place.ROOT.at('spec');
  const { spec, findings } = decode(kind.bundle, kind.spec, object.spec, place);
  if (findings.hasErrors) return findings.all;
  const check = checkOf(kind.kind);
  if (check === undefined) return NONE;
  check({ ...object, metadata: isMap(object.metadata) ? object.metadata : {}, spec }, spec, place, findings);
  return findings.all;
}

const checks = new Map<string, AdmissionCheck | undefined>();

/** Loading even what is loaded costs more than most checks. */
function checkOf(kind: string): AdmissionCheck | undefined {
  if (!checks.has(kind)) checks.set(kind, admissionCheck(kind));
  return checks.get(kind);
}

/** Whether a finding is about a value of which there is something to say already, or about a part of such a value. */
function follows({ steps }: Finding, said: readonly Finding[]): boolean {
  return said.some(({ steps: before }) => before.length > 0 && before.length <= steps.length && before.every((step, at) => step === steps[at]));
}

function unservedVersion(object: JsonObject, { group, kind, versions }: CheckedKind, version: string): Finding {
  const findings = new Findings('structure');
  const names = [...versions.keys()];
  const close = nearest(version, names) ?? names[0];
  findings.error(Place.ROOT.at('apiVersion'), object.apiVersion, `${kind} has no version ${shown(version)}`, `Write ${group}/${close}`);
  return findings.all[0];
}
