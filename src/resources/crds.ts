import { Bundle, readBundle } from './bundle';
import { SchemaPrinter } from './expand';
import { JsonObject, Manifest } from '../reference/json';

/**
 * The CustomResourceDefinitions of Istio's kinds, in the order of their names, which is the order in which the installer writes them.
 * They are made anew by each call; within one, definitions and versions share the schemas of messages.
 */
export function crdManifests(bundle: Bundle = readBundle()): Manifest[] {
  const printer = new SchemaPrinter(bundle);
  return Object.values(bundle.kinds)
    .map((kind) => crdManifest(kind, printer))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

function crdManifest(facts: JsonObject, printer: SchemaPrinter): Manifest {
  const {
    kind, doc, group, scope, plural, shortNames, categories, annotations, conversion, preserveUnknownFields, versions, subresources, columns,
    spec, status, ...limits
  } = facts;
  const openAPIV3Schema = { ...(doc !== undefined && { description: doc }), ...printer.field({ fields: { spec, status }, ...limits }) };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, ...(annotations && { annotations }) },
    spec: {
      group,
      names: {
        ...(categories && { categories }),
        kind,
        listKind: `${kind}List`,
        plural,
        ...(shortNames && { shortNames }),
        singular: kind.toLowerCase(),
      },
      scope,
      ...(conversion && { conversion }),
      ...(preserveUnknownFields !== undefined && { preserveUnknownFields }),
      versions: [...versions].sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((version: JsonObject) => versionOf({ subresources, columns, ...version }, openAPIV3Schema)),
    },
  };
}

function versionOf({ subresources, columns, ...version }: JsonObject, openAPIV3Schema: JsonObject): JsonObject {
  return {
    ...version,
    ...(subresources && { subresources }),
    ...(columns && { additionalPrinterColumns: columns }),
    schema: { openAPIV3Schema },
  };
}
