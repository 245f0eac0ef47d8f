import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { bundleOf } from './bundle';
import { fromOpenApi, InlineField } from './inline';
import { Module } from './modules';
import { readSchema } from './source';
import { crdManifests } from '../../src/resources/crds';

/** A kind with its messages in their places, as schema/ and the CRDs of a release can be compared. */
export interface InlineKind {
  readonly [member: string]: any;
  readonly group: string;
  readonly versions: readonly { readonly name: string; readonly [member: string]: any }[];
  /** What objects of the newest version look like, and of all that are not among `schemas`. */
  readonly schema: InlineField;
  /** Versions whose objects look otherwise. */
  readonly schemas?: Readonly<Record<string, InlineField>>;
}

/** The kinds of a module of schema/, by the names of their definitions. */
export function ownKinds(module = 'istio'): Record<string, InlineKind> {
  return kindsOf(crdManifests(bundleOf(readSchema(module))));
}

/** The kinds of a release, from a file with its CRDs, or from all YAML files of a folder; without those that a module leaves out. */
export function releaseKinds(place: string, { leftOut = [] }: Pick<Module, 'leftOut'> = {}): Record<string, InlineKind> {
  const crds = yamlFiles(place).flatMap((file) => documentsOf(file)).filter((object) => object?.kind === 'CustomResourceDefinition');
  if (crds.length === 0) {
    const inside = path.join(place, 'kubernetes');
    const hint = existsSync(inside) ? `Those of this release are in "${inside}".` : 'Give the file or the folder with the CRDs of a release.';
    throw new Error(`There are no CustomResourceDefinitions in "${place}". ${hint}`);
  }
  return kindsOf(crds.filter((crd) => !leftOut.includes(crd.metadata.name)));
}

function yamlFiles(place: string): string[] {
  if (!existsSync(place)) throw new Error(`There is no file or folder "${place}". Give the file or the folder with the CRDs of a release.`);
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).filter((file) => /\.ya?ml$/.test(file)).sort().map((file) => path.join(place, file));
}

function documentsOf(file: string): any[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`"${file}" is no YAML: ${document.errors[0].message.split('\n')[0]}. Give the CRDs of a release.`);
    return document.toJS();
  });
}

function kindsOf(crds: any[]): Record<string, InlineKind> {
  return Object.fromEntries(crds.map((crd) => [crd.metadata.name as string, kindOf(crd)]));
}

/** A definition in short. */
function kindOf(crd: any): InlineKind {
  const { group, names, scope, versions, conversion, preserveUnknownFields } = crd.spec;
  const schemas = newestFirst<any>(versions).map((version) => [version.name as string, fromOpenApi(version.schema.openAPIV3Schema)] as const);
  const [[, schema]] = schemas;
  const others = schemas.filter(([, other]) => JSON.stringify(other) !== JSON.stringify(schema));
  const labels = Object.fromEntries(Object.entries(crd.metadata.labels ?? {}).filter(([key]) => key.includes('/')));
  return {
    group,
    names,
    scope,
    ...(conversion && { conversion }),
    ...(preserveUnknownFields !== undefined && { preserveUnknownFields }),
    ...(crd.metadata.annotations && { annotations: crd.metadata.annotations }),
    // Labels without a prefix are those of an installer, which writes its own.
    ...(Object.keys(labels).length > 0 && { labels }),
    versions: versions.map(({ schema: _schema, additionalPrinterColumns, ...version }: any) => ({
      ...version,
      ...(additionalPrinterColumns && { columns: additionalPrinterColumns.map(({ description: _description, ...column }: any) => column) }),
    })),
    schema,
    ...(others.length > 0 && { schemas: Object.fromEntries(others) }),
  };
}

/** Versions with the newest and stablest first. */
export function newestFirst<T extends { readonly name: string }>(versions: readonly T[]): T[] {
  return [...versions].sort((a, b) => (rank(a.name) < rank(b.name) ? -1 : 1));
}

function rank(version: string): string {
  const [, major, stage = 'z', minor = ''] = /^v(\d+)(alpha|beta)?(\d+)?$/.exec(version)!;
  return String(999 - (stage === 'z' ? 300 : stage === 'beta' ? 200 : 100) - Number(major) * 10 - Number(minor || 0)).padStart(4, '0');
}
