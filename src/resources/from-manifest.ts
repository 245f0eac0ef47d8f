import { ApiObject, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { loadedBundle } from './bundle';
import { copyOf, ofCluster } from './manifest';
import { unknownFields } from './unknown-fields';
import { validated } from './validation/at-synthesis';
import { shown } from './validation/findings';
import { JsonObject } from '../reference/json';

/** An object of a chart from plain data. Whatever its kind does not have is an error, and all of it is named at once. */
export function objectFromManifest(scope: Construct, id: string, gvk: GroupVersionKind, manifest: any, module: string): ApiObject {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    throw refusal(scope, id, gvk.kind, [`${shown(manifest)} is no object. Give the object as plain data, such as a parsed YAML document`]);
  }
  const problems = [...headProblems(manifest, gvk, module), ...bodyProblems(manifest, gvk.kind, module)];
  if (problems.length > 0) throw refusal(scope, id, gvk.kind, problems);
  const object = new ApiObject(scope, id, copyOf(manifest));
  if (loadedBundle(module).kinds[gvk.kind].scope === 'Cluster') ofCluster(object);
  validated(object);
  return object;
}

function headProblems(manifest: JsonObject, gvk: GroupVersionKind, module: string): string[] {
  const [group] = gvk.apiVersion.split('/');
  const { apiVersion, kind } = manifest;
  const problems = kind === gvk.kind ? [] : [`kind: ${shown(kind)} is not ${gvk.kind}. Use the class of that kind, or correct the kind`];
  const versions: string[] = loadedBundle(module).kinds[gvk.kind].versions.map(({ name }: JsonObject) => `${group}/${name}`);
  if (!versions.includes(apiVersion)) {
    problems.unshift(`apiVersion: ${shown(apiVersion)} is not a version of ${gvk.kind}. Choose from: ${versions.join(', ')}`);
  }
  return problems;
}

function bodyProblems(manifest: JsonObject, kind: string, module: string): string[] {
  const problems = unknownFields(manifest, kind, loadedBundle(module)).map(({ path, problem, fix }) => `${path}: ${problem}. ${fix}`);
  if (manifest.status !== undefined) problems.push(`status: ${shown(manifest.status)} is written by the cluster alone. Take it away`);
  return problems;
}

function refusal(scope: Construct, id: string, kind: string, problems: readonly string[]): Error {
  const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
  return new Error([`[${path}] The manifest is not one of a ${kind}.`, ...problems.map((problem) => `  ${problem}.`)].join('\n'));
}
