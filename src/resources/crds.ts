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
    kind, doc, group, scope, plural, shortNames, categories, annotations, labels, conversion, preserveUnknownFields, versions, subresources, columns,
    ...whole
  } = facts;
  const openAPIV3Schema = schemaOf(doc, whole, printer);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, ...(annotations && { annotations }), ...(labels && { labels }) },
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
      versions: [...versions].sort((a, b) => (a.name < b.name ? -1 : 1)).map((version: JsonObject) => {
        const { ofSchema, ofVersion } = parted(version);
        const schema = ofSchema === undefined ? openAPIV3Schema : schemaOf(doc, { ...whole, ...ofSchema }, printer);
        return versionOf({ subresources, columns, ...ofVersion }, schema);
      }),
    },
  };
}

/** What objects look like: what a kind, or a version of it that has a schema of its own, says of them. */
function schemaOf(doc: string | undefined, { standardFields, spec, status, ...limits }: JsonObject, printer: SchemaPrinter): JsonObject {
  const fields = { ...(standardFields && { apiVersion: 'string', kind: 'string', metadata: 'object' }), spec, ...(status !== undefined && { status }) };
  return { ...(doc !== undefined && { description: doc }), ...printer.field({ fields, ...limits }) };
}

const OF_VERSION = ['name', 'served', 'storage', 'deprecated', 'deprecationWarning', 'subresources', 'columns', 'selectableFields'];

/** What a version says of its objects, in place of what the kind says, and what it says of itself. */
function parted(version: JsonObject): { ofSchema: JsonObject | undefined; ofVersion: JsonObject } {
  const [ofVersion, ofSchema] = [true, false].map((isOwn) => Object.entries(version).filter(([fact]) => OF_VERSION.includes(fact) === isOwn));
  return { ofVersion: Object.fromEntries(ofVersion), ofSchema: ofSchema.length === 0 ? undefined : Object.fromEntries(ofSchema) };
}

function versionOf({ subresources, columns, ...version }: JsonObject, openAPIV3Schema: JsonObject): JsonObject {
  return {
    ...version,
    ...(subresources && { subresources }),
    ...(columns && { additionalPrinterColumns: columns }),
    schema: { openAPIV3Schema },
  };
}
