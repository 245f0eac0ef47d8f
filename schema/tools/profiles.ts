import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { compareNamed, SchemaDifference } from './compare';
import { SOURCE } from './source';
import type { ProfileBundle } from '../../src/install/profile-bundle';
import { copy, merge, nested } from '../../src/install/values/tree';
import { JsonObject, JsonValue } from '../../src/reference/json';

/*
 * Named starting points of an installation: of charts (profiles, platforms, older releases) and of the installer. schema/profiles/ has
 * them by ways through the values; the library reads them as trees, by the names that a release gives their files.
 */

/** Something with a name that stands for values, by their ways. */
interface NamedValues {
  readonly doc: string;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** One change between releases, and the value that takes it back. */
interface BehaviourChange {
  readonly path: string;
  readonly value: JsonValue;
  /** The release from which on it holds. */
  readonly changed: string;
  /** Later releases whose compatibility takes it back too. */
  readonly also?: readonly string[];
  readonly doc: string;
}

interface ProfileFiles {
  readonly charts: { readonly profiles: Readonly<Record<string, NamedValues>>; readonly platforms: Readonly<Record<string, NamedValues>> };
  readonly compatibility: { readonly versions: readonly string[]; readonly changes: readonly BehaviourChange[] };
  readonly installer: { readonly profiles: Readonly<Record<string, NamedValues>> };
}

/** Where the bundle of the profiles lies, in the repository. */
export const PROFILE_BUNDLE = 'schema/profiles.generated.json';

/** What the library reads of schema/profiles/ at run time. */
export function profileBundle(files: ProfileFiles = readProfileFiles()): ProfileBundle {
  const { charts, compatibility, installer } = files;
  return {
    charts: {
      ...trees(charts.profiles),
      ...trees(charts.platforms, 'platform-'),
      ...Object.fromEntries(compatibility.versions.map((version) => [`compatibility-version-${version}`, changesAfter(version, compatibility.changes)])),
    },
    installer: trees(installer.profiles),
  };
}

function readProfileFiles(): ProfileFiles {
  const read = (name: string): any => parse(readFileSync(path.join(SOURCE, 'profiles', `${name}.yaml`), 'utf8'));
  return { charts: read('charts'), compatibility: read('compatibility'), installer: read('installer') };
}

function trees(profiles: Readonly<Record<string, NamedValues>>, prefix = ''): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(profiles).map(([name, { values }]) => [`${prefix}${name}`, treeOf(Object.entries(values))]));
}

/** The values that bring back how a release behaved. */
function changesAfter(version: string, changes: readonly BehaviourChange[]): JsonObject {
  const minor = (release: string): number => Number(release.split('.')[1]);
  const held = changes.filter(({ changed, also = [] }) => minor(changed) > minor(version) || also.includes(version));
  return treeOf(held.map(({ path: way, value }) => [way, value]));
}

function treeOf(ways: readonly (readonly [string, JsonValue])[]): JsonObject {
  return ways.reduce<JsonObject>((tree, [way, value]) => merge(tree, nested(way.split('.'), copy(value))), {});
}

/** What schema/ says otherwise of profiles than a release, from the folder of its manifests. */
export function compareProfiles(manifests: string, bundle: ProfileBundle = profileBundle()): SchemaDifference[] {
  const folders = { charts: path.join(manifests, 'helm-profiles'), installer: path.join(manifests, 'profiles') };
  const missing = Object.values(folders).find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`There are no profiles in "${missing}". Give the folder of Istio's manifests, which holds charts and profiles.`);
  return compareNamed(
    { ...named('charts', bundle.charts), ...named('installer', bundle.installer) },
    { ...named('charts', readFolder(folders.charts)), ...named('installer', ofInstaller(readFolder(folders.installer))) },
  );
}

function named(door: string, profiles: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(profiles).map(([name, tree]) => [`profile ${name} of ${door === 'charts' ? 'charts' : 'the installer'}`, tree]));
}

function readFolder(folder: string): Record<string, JsonObject> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -'.yaml'.length), parse(readFileSync(path.join(folder, file), 'utf8'))]));
}

/** Of the installer's files what they ask for; the images of the default one are those of a test build. */
function ofInstaller(files: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  return Object.fromEntries(Object.entries(files).map(([name, { spec: { hub: _hub, tag: _tag, ...spec } }]) => [name, spec]));
}
