import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { bundleOf, namesIn } from './bundle';
import { compareNamed, SchemaDifference } from './compare';
import { Field } from './notation';
import { Protos, readProtos } from './protos';
import { Schema } from './source';
import { Chart, chartDefaults } from '../../src/install/values/defaults';
import { JsonObject } from '../../src/reference/json';

/*
 * The values of charts beside those of a release: defaults, from the values.yaml of each chart; and names, from there, from what
 * templates read, from JSON schemas of charts, and from the proto file of the installer.
 */

/** Values that charts have for themselves: where defaults lie, what was given, and a name that is refused. */
const INTERNAL = ['_internal_defaults_do_not_set', '_original', 'defaults'];

/** A way through the values, by names alone. */
type Way = readonly string[];

/** What schema/ says otherwise of charts than a release, from the folder of its charts. */
export function compareValues(folder: string, schema: Schema): SchemaDifference[] {
  const charts = Object.entries(schema.messages).filter(([, { proto }]) => /^charts\/[^#]+$/.test(proto))
    .map(([name, { proto }]) => ({ name: name as Chart, place: path.join(folder, proto.slice('charts/'.length)) }));
  const missing = charts.find(({ place }) => !existsSync(path.join(place, 'values.yaml')));
  if (missing) throw new Error(`There is no chart in "${missing.place}". Give the folder of Istio's charts, manifests/charts of its module.`);
  const bundle = bundleOf(schema);
  const own = Object.fromEntries(charts.map(({ name }) => [name, chartDefaults(name, bundle)]));
  const release = Object.fromEntries(charts.map(({ name, place }) => [name, ofRelease(readDefaults(place), own[name])]));
  return firstOfEach([...compareNamed(own, release), ...compareNames(folder, charts, release, schema)]);
}

function readDefaults(chart: string): JsonObject {
  return withoutNull(parse(readFileSync(path.join(chart, 'values.yaml'), 'utf8'))._internal_defaults_do_not_set);
}

/** What is null in a chart is not set, as Helm has it. */
function withoutNull(value: any): any {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null).map(([key, inner]) => [key, withoutNull(inner)]));
}

/** A tree between releases names a test build of the images; where it does, the release's own stand. */
function ofRelease(defaults: JsonObject, own: JsonObject): JsonObject {
  const placed = (tree: JsonObject, ours: JsonObject = {}): JsonObject => ({
    ...tree,
    ...(/\/testing$/.test(tree.hub ?? '') && { hub: ours.hub }),
    ...(tree.tag === 'latest' && { tag: ours.tag }),
  });
  return placed({ ...defaults, ...(defaults.global && { global: placed(defaults.global, own.global) }) }, own);
}

/** Names that schema/ lacks, or that nothing of the release has. */
function compareNames(
  folder: string, charts: readonly { readonly name: Chart; readonly place: string }[], defaults: Readonly<Record<string, JsonObject>>, schema: Schema,
): SchemaDifference[] {
  const sources = new Map<string, { readonly kind: string; readonly from: string }>();
  const lacking: SchemaDifference[] = [];
  const see = (root: string, way: Way, from: string): void => {
    const known = lookUp(root, way, schema);
    known.ways.forEach((place) => sources.set(place, { kind: root, from }));
    if (known.lacks !== undefined) lacking.push({ what: 'lacking', kind: root, path: known.lacks, release: from });
  };
  for (const { name, place } of charts) {
    waysOf(defaults[name]).forEach((way) => see(name, way, 'a default'));
    readByTemplates(place).forEach((way) => see(name, way, 'read by templates'));
    readBySchema(place).forEach((way) => see(name, way, 'in the JSON schema'));
  }
  const installer = path.join(folder, '..', '..', 'operator', 'pkg', 'apis');
  if (existsSync(installer)) {
    waysOfProto('istio.operator.v1alpha1.Values', readProtos(installer)).forEach((way) => see('InstallValues', way, 'in the proto file of the installer'));
  }
  const tooMany = ['InstallValues', 'GatewayChartValues'].flatMap((root) => ownPlaces(root, schema))
    .filter(({ place }) => !sources.has(place)).map(({ place, field }): SchemaDifference => ({ what: 'too many', kind: place.split('.')[0], path: field, own: 'a value that nothing reads' }));
  return [...lacking, ...tooMany];
}

/** The ways to all that stands in a tree. */
function waysOf(tree: JsonObject): Way[] {
  return Object.entries(tree).flatMap(([key, value]): Way[] =>
    (typeof value === 'object' && value !== null && !Array.isArray(value) ? [[key], ...waysOf(value).map((way) => [key, ...way])] : [[key]]));
}

/** The values that the templates of a chart read, those of the gateway of a chart through its variable too. */
function readByTemplates(chart: string): Way[] {
  const texts = ['templates', 'files'].flatMap((folder) => filesBelow(path.join(chart, folder)))
    .filter((file) => /\.(yaml|tpl)$/.test(file) && !/profile-|crd-all/.test(file)).map((file) => readFileSync(file, 'utf8'));
  return texts.flatMap((text) => {
    const [, gateway] = /\$gateway := index \.Values "gateways" "([\w-]+)"/.exec(text) ?? [];
    const direct = [...text.matchAll(/\.Values\.([\w.]*\w)/g)].map(([, way]) => way.split('.'));
    const ofGateway = gateway === undefined ? [] : [...text.matchAll(/\$gateway\.([\w.]*\w)/g)].map(([, way]) => ['gateways', gateway, ...way.split('.')]);
    return [...direct, ...ofGateway].filter(([first]) => !INTERNAL.includes(first));
  });
}

function readBySchema(chart: string): Way[] {
  const file = path.join(chart, 'values.schema.json');
  if (!existsSync(file)) return [];
  const ways = (schema: JsonObject): Way[] => Object.entries<JsonObject>(schema.properties ?? {})
    .flatMap(([key, inner]) => [[key], ...ways(inner).map((way) => [key, ...way])]);
  return ways(JSON.parse(readFileSync(file, 'utf8')).$defs.values).filter(([first]) => !INTERNAL.includes(first));
}

/** The fields of a message of the installer, and of those in it; not of those in lists. */
function waysOfProto(proto: string, protos: Protos): Way[] {
  return Object.entries(protos.messages[proto]?.fields ?? {}).flatMap(([name, { type, many }]) =>
    [[name], ...(many === undefined && !type.endsWith('.IntOrString') ? waysOfProto(type, protos).map((way) => [name, ...way]) : [])]);
}

/**
 * Follows a way from a message as far as schema/ has types of its own for it. A chart takes the fields of a component without its
 * name, and the values of all charts may stand beside its own.
 */
function lookUp(root: string, way: Way, schema: Schema): { readonly ways: readonly string[]; readonly lacks?: string } {
  const ways: string[] = [];
  let owner = root;
  for (const [at, name] of way.entries()) {
    const owners = (at === 0 ? placesOf(root, schema) : [owner]).filter((place) => schema.messages[place].fields[name] !== undefined);
    if (owners.length === 0) return { ways, lacks: way.slice(0, at + 1).join('.') };
    ways.push(...owners.map((place) => `${place}.${name}`));
    const field = schema.messages[owners[0]].fields[name];
    [owner] = namesIn(field);
    if (schema.messages[owner] === undefined || !isPlain(field)) return { ways };
  }
  return { ways };
}

/** The messages whose fields a chart takes: those of its component, its own, and the values of all charts. */
function placesOf(root: string, schema: Schema): string[] {
  const { flat } = schema.messages[root];
  return [...(flat === undefined ? [] : namesIn(schema.messages[root].fields[flat])), root, 'InstallValues'];
}

/** Whether a field is a message itself, not a list or a map of some. */
function isPlain(field: Field): boolean {
  return /^\w+$/.test(typeof field === 'string' ? field : field.is ?? '');
}

/** All fields that a message leads to, by the message that they belong to. */
function ownPlaces(root: string, schema: Schema, seen = new Set<string>()): { readonly place: string; readonly field: string }[] {
  if (seen.has(root)) return [];
  seen.add(root);
  return Object.entries(schema.messages[root].fields).flatMap(([name, field]) => {
    const [next] = namesIn(field);
    return [{ place: `${root}.${name}`, field: name }, ...(schema.messages[next] !== undefined && isPlain(field) ? ownPlaces(next, schema, seen) : [])];
  });
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().flatMap((entry) => {
    const place = path.join(folder, entry);
    return statSync(place).isDirectory() ? filesBelow(place) : [place];
  });
}

/** What is said of a place first: that a default lacks says more than that its name does. */
function firstOfEach(differences: readonly SchemaDifference[]): SchemaDifference[] {
  const places = differences.map(({ kind, path: place }) => `${kind} ${place}`);
  return differences.filter((_, at) => places.indexOf(places[at]) === at);
}
