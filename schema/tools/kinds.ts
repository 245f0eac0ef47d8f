import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { bundleOf } from './bundle';
import { fromOpenApi, InlineField } from './inline';
import { readSchema } from './source';
import { crdManifests } from '../../src/resources/crds';

/** A kind with its messages in their places, as schema/ and the CRDs of a release can be compared. */
export interface InlineKind {
  readonly [member: string]: any;
  readonly group: string;
  readonly versions: readonly { readonly name: string; readonly [member: string]: any }[];
  readonly schema: InlineField;
}

/** The kinds of schema/, by the names of their definitions. */
export function ownKinds(): Record<string, InlineKind> {
  return kindsOf(crdManifests(bundleOf(readSchema())));
}

/** The kinds of a release, from a file with its CRDs, or from all YAML files of a folder. */
export function releaseKinds(place: string): Record<string, InlineKind> {
  const files = place.endsWith('.yaml') ? [place] : readdirSync(place).filter((file) => file.endsWith('.yaml')).map((file) => path.join(place, file));
  const crds = files.flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()))
    .filter((object) => object?.kind === 'CustomResourceDefinition');
  if (crds.length === 0) {
    throw new Error(`There are no CustomResourceDefinitions in "${place}". Give the file or the folder with the CRDs of a release.`);
  }
  return kindsOf(crds);
}

function kindsOf(crds: any[]): Record<string, InlineKind> {
  return Object.fromEntries(crds.map((crd) => [crd.metadata.name as string, kindOf(crd)]));
}

/** A definition in short. All its versions must have the same fields: an exception would need a place in the notation. */
function kindOf(crd: any): InlineKind {
  const { group, names, scope, versions, conversion, preserveUnknownFields } = crd.spec;
  const schemas = versions.map((version: any) => JSON.stringify(fromOpenApi(version.schema.openAPIV3Schema)));
  const different = versions.find((_: any, at: number) => schemas[at] !== schemas[0]);
  if (different) {
    throw new Error(`${crd.metadata.name}: version ${different.name} has other fields than ${versions[0].name}. Extend the notation with a schema a version.`);
  }
  return {
    group,
    names,
    scope,
    ...(conversion && { conversion }),
    ...(preserveUnknownFields !== undefined && { preserveUnknownFields }),
    ...(crd.metadata.annotations && { annotations: crd.metadata.annotations }),
    versions: versions.map(({ schema: _schema, additionalPrinterColumns, ...version }: any) => ({
      ...version,
      ...(additionalPrinterColumns && { columns: additionalPrinterColumns.map(({ description: _description, ...column }: any) => column) }),
    })),
    schema: fromOpenApi(versions[0].schema.openAPIV3Schema),
  };
}
