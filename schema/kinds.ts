import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { Field, fromOpenApi } from './notation';

/** Where the notation of each kind lies. */
export const SOURCE = path.join(__dirname, 'istio');

/** A kind in the notation. */
export interface Kind {
  readonly [member: string]: any;
  /** What the kind is for, in our own words. */
  readonly doc?: string;
  readonly group: string;
  readonly versions: readonly { readonly name: string; readonly [member: string]: any }[];
  readonly schema: Field;
}

/** The kinds of schema/, by the names of their definitions. */
export function ownKinds(): Record<string, Kind> {
  const files = readdirSync(SOURCE).filter((file) => file.endsWith('.yaml')).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.yaml'.length), parse(readFileSync(path.join(SOURCE, file), 'utf8'))]));
}

/** The kinds of a release, from a file with its CRDs, or from all YAML files of a folder. */
export function releaseKinds(place: string): Record<string, Kind> {
  const files = place.endsWith('.yaml') ? [place] : readdirSync(place).filter((file) => file.endsWith('.yaml')).map((file) => path.join(place, file));
  const crds = files.flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()))
    .filter((object) => object?.kind === 'CustomResourceDefinition');
  if (crds.length === 0) {
    throw new Error(`There are no CustomResourceDefinitions in "${place}". Give the file or the folder with the CRDs of a release.`);
  }
  return Object.fromEntries(crds.map((crd) => [crd.metadata.name as string, kindOf(crd)]));
}

/** A definition in the notation. All its versions must have the same fields: an exception would need a place in the notation. */
function kindOf(crd: any): Kind {
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
    annotations: crd.metadata.annotations,
    versions: versions.map(({ schema: _schema, additionalPrinterColumns, ...version }: any) => ({
      ...version,
      ...(additionalPrinterColumns && { columns: additionalPrinterColumns.map(({ description: _description, ...column }: any) => column) }),
    })),
    schema: fromOpenApi(versions[0].schema.openAPIV3Schema),
  };
}
