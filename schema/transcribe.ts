/*
 * Reads the CRDs of a release and writes what they say into schema/istio/, a file a kind, in the notation of notation.ts. Doc lines
 * that stand there stay: they are ours. Run it with `npx tsx schema/transcribe.ts CRD-FILE`, and read the difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { fromOpenApi } from './notation';

const TARGET = path.join(__dirname, 'istio');

function main(file: string | undefined): void {
  if (file === undefined || !existsSync(file)) {
    throw new Error(`There is no file "${file ?? ''}". Give the file with the CRDs of a release: npx tsx schema/transcribe.ts CRD-FILE.`);
  }
  const crds = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()).filter((one) => one?.kind === 'CustomResourceDefinition');
  for (const crd of crds) {
    const target = path.join(TARGET, `${crd.metadata.name}.yaml`);
    const doc = existsSync(target) ? parse(readFileSync(target, 'utf8')).doc : undefined;
    writeFileSync(target, stringify({ ...(doc !== undefined && { doc }), ...kindOf(crd) }, { lineWidth: 140, flowCollectionPadding: true }));
    console.log(`${crd.metadata.name}: ${crd.spec.versions.length} versions`);
  }
}

/** A kind in the notation. All its versions must have the same fields: an exception would need a place in the notation. */
function kindOf(crd: any): object {
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

main(process.argv[2]);
