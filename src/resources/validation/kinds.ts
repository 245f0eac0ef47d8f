import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { compileRule, Expression } from './rules';
import { SchemaNode, StructureCompiler } from './structure';
import { JsonObject } from '../../reference/json';
import { Bundle, Field, readBundle } from '../bundle';
import { crdManifests } from '../crds';

/** A kind with the checks of its structure. */
export interface CheckedKind {
  readonly module: string;
  readonly group: string;
  readonly kind: string;
  /** The field `spec` in the notation of schema/. */
  readonly spec: Field;
  /** The versions that a cluster takes, by their names. */
  readonly versions: ReadonlyMap<string, CheckedVersion>;
  readonly bundle: Bundle;
}

/** A version of a kind. */
export interface CheckedVersion {
  /** Everything beside the metadata. */
  readonly root: SchemaNode;
  /** The status, where it is written apart from the object, so that it is dropped when one creates the object. */
  readonly droppedStatus: SchemaNode | undefined;
}

/* eslint-disable @typescript-eslint/no-require-imports */
interface Module {
  readonly name: string;
  readonly group: RegExp;
  readonly expressions: () => Readonly<Record<string, Expression | null>>;
}

/** The modules whose kinds are checked: by the groups of their kinds, so that a bundle is read when one of them is met. */
const MODULES: readonly Module[] = [
  { name: 'istio', group: /\.istio\.io$/, expressions: () => require('./rules/istio.generated').EXPRESSIONS },
  { name: 'gateway-api', group: /^gateway\.networking\.k8s\.io$/, expressions: () => require('./rules/gateway-api.generated').EXPRESSIONS },
];
/* eslint-enable @typescript-eslint/no-require-imports */

const bundles = new Map<string, Bundle | undefined>();
const loaded = new Map<string, CheckedKind | undefined>();

/** The kind of a group, where schema/ holds it. */
export function checkedKind(group: string, kind: string): CheckedKind | undefined {
  const name = `${group}/${kind}`;
  if (loaded.has(name)) return loaded.get(name);
  const module = MODULES.find((candidate) => candidate.group.test(group));
  if (module === undefined) return undefined;
  const bundle = bundleOf(module);
  const facts = bundle && Object.values(bundle.kinds).find((candidate) => candidate.kind === kind && candidate.group === group);
  const checked = bundle && facts && checkedOf(module, bundle, facts);
  // What an object calls itself may be anything: only what is known is kept.
  if (checked !== undefined) loaded.set(name, checked);
  return checked;
}

function bundleOf({ name }: Module): Bundle | undefined {
  if (!bundles.has(name)) bundles.set(name, hasBundle(name) ? readBundle(name) : undefined);
  return bundles.get(name);
}

function hasBundle(module: string): boolean {
  return existsSync(path.join(__dirname, '..', '..', '..', 'schema', `${module}.generated.json`));
}

/** The checks follow the definition of the kind, as it is written for a cluster. */
function checkedOf(module: Module, bundle: Bundle, facts: JsonObject): CheckedKind {
  const expressions = module.expressions();
  const compiler = new StructureCompiler((rule) => compileRule(rule, expressions));
  const [definition] = crdManifests({ ...bundle, kinds: { [facts.kind]: facts } });
  const served: JsonObject[] = definition.spec.versions.filter((version: JsonObject) => version.served);
  const roots = new Map<JsonObject, CheckedVersion>();
  const versionOf = ({ schema: { openAPIV3Schema: schema }, subresources }: JsonObject): CheckedVersion => {
    const checked = roots.get(schema) ?? checkedVersion(schema, subresources?.status !== undefined, compiler);
    roots.set(schema, checked);
    return checked;
  };
  const versions = new Map(served.map((version) => [version.name as string, versionOf(version)]));
  return { module: module.name, group: facts.group, kind: facts.kind, spec: facts.spec, versions, bundle };
}

/** The metadata is checked apart, and is taken out of the object before. */
function checkedVersion(schema: JsonObject, hasStatusApart: boolean, compiler: StructureCompiler): CheckedVersion {
  const { metadata: _metadata, status, ...properties } = schema.properties;
  const text = { type: 'string' };
  const fields = { ...properties, apiVersion: text, kind: text, ...(status && !hasStatusApart && { status }) };
  return {
    root: compiler.node({ ...schema, properties: fields, required: (schema.required ?? []).filter((name: string) => name !== 'metadata') }),
    droppedStatus: hasStatusApart && status ? compiler.node(status) : undefined,
  };
}
