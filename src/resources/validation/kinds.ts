import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { compileRule, Expression } from './rules';
import { SchemaNode, StructureCompiler } from './structure';
import { JsonObject } from '../../reference/json';
import { Bundle, readBundle } from '../bundle';
import { SchemaPrinter } from '../expand';

/** A kind with the checks of its structure. */
export interface CheckedKind {
  readonly module: string;
  readonly group: string;
  readonly kind: string;
  /** The versions that a cluster takes. */
  readonly versions: readonly string[];
  /** Whether the status is written apart from the object, so that it is dropped when one creates the object. */
  readonly hasStatusApart: boolean;
  /** Everything beside metadata. */
  readonly root: SchemaNode;
  readonly status: SchemaNode;
  readonly bundle: Bundle;
}

/* eslint-disable @typescript-eslint/no-require-imports */
/** The modules whose kinds are checked: by the groups of their kinds, so that a bundle is read when one of them is met. */
const MODULES: readonly { readonly name: string; readonly group: RegExp; readonly expressions: () => Readonly<Record<string, Expression | null>> }[] = [
  { name: 'istio', group: /\.istio\.io$/, expressions: () => require('./rules/istio.generated').EXPRESSIONS },
  { name: 'gateway-api', group: /^gateway\.networking\.k8s\.io$/, expressions: () => require('./rules/gateway-api.generated').EXPRESSIONS },
];
/* eslint-enable @typescript-eslint/no-require-imports */

const loaded = new Map<string, ReadonlyMap<string, CheckedKind>>();

/** The kind of a group, where schema/ holds it. */
export function checkedKind(group: string, kind: string): CheckedKind | undefined {
  const module = MODULES.find((candidate) => candidate.group.test(group));
  if (module === undefined) return undefined;
  let kinds = loaded.get(module.name);
  if (kinds === undefined) {
    kinds = hasBundle(module.name) ? kindsOf(module.name, readBundle(module.name), module.expressions()) : new Map();
    loaded.set(module.name, kinds);
  }
  return kinds.get(`${group}/${kind}`);
}

function hasBundle(module: string): boolean {
  return existsSync(path.join(__dirname, '..', '..', '..', 'schema', `${module}.generated.json`));
}

function kindsOf(module: string, bundle: Bundle, expressions: Readonly<Record<string, Expression | null>>): Map<string, CheckedKind> {
  const compiler = new StructureCompiler((rule) => compileRule(rule, expressions));
  const printer = new SchemaPrinter(bundle);
  return new Map(Object.values(bundle.kinds).map((facts) => [`${facts.group}/${facts.kind}`, checkedOf(module, facts, bundle, printer, compiler)]));
}

function checkedOf(module: string, facts: JsonObject, bundle: Bundle, printer: SchemaPrinter, compiler: StructureCompiler): CheckedKind {
  const { group, kind, versions, spec, status, subresources, required, rules } = facts;
  let root: SchemaNode | undefined;
  let statusNode: SchemaNode | undefined;
  return {
    module,
    group,
    kind,
    bundle,
    versions: versions.filter(({ served }: JsonObject) => served).map(({ name }: JsonObject) => name),
    hasStatusApart: subresources?.status !== undefined || versions.every(({ subresources: own }: JsonObject) => own?.status !== undefined),
    get root() {
      // The metadata is checked apart, and taken out before.
      return (root ??= compiler.node(printer.field({ fields: { apiVersion: 'string', kind: 'string', spec, status }, ...(required && { required }), ...(rules && { rules }) })));
    },
    get status() {
      return (statusNode ??= compiler.node(printer.field(status)));
    },
  };
}
