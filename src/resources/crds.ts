import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { toOpenApi } from './expand';
import { JsonObject, Manifest } from '../reference/json';

/** Where the bundle of schema/ lies, seen from the sources and from the compiled library alike. */
const BUNDLE = path.join(__dirname, '..', '..', 'schema', 'schema.generated.json');

/** The CustomResourceDefinitions of Istio's kinds, in the order of their names. */
export function crdManifests(): Manifest[] {
  const kinds: { [name: string]: JsonObject } = JSON.parse(readFileSync(BUNDLE, 'utf8'));
  // In the order of the kinds' own names, in which the installer writes them.
  return Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => crdManifest(name, kind));
}

function crdManifest(name: string, kind: JsonObject): Manifest {
  const { doc, group, names, scope, conversion, preserveUnknownFields, annotations, versions, schema } = kind;
  const openAPIV3Schema = { description: doc, ...toOpenApi(schema) };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name, annotations },
    spec: {
      group,
      names,
      scope,
      ...(conversion && { conversion }),
      ...(preserveUnknownFields !== undefined && { preserveUnknownFields }),
      versions: versions.map(({ columns, ...version }: JsonObject) => ({
        ...version,
        ...(columns && { additionalPrinterColumns: columns }),
        schema: { openAPIV3Schema },
      })),
    },
  };
}
