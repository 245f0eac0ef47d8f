/*
 * Lists what schema/ lacks (+), has too many (-) or says differently (~), beside another release.
 *
 *   npm run schema:diff -- [--module NAME] CRDS    kinds, fields, enum values, limits and rules, from the file or the folder of its CRDs;
 *                                                  the configuration of the mesh too, from the proto files around them
 *   npm run schema:diff -- --values CHARTS         values and their defaults, from the folder of its charts
 *   npm run schema:diff -- --profiles MANIFESTS    profiles, platforms and older releases, from the folder around its charts
 *
 * It ends with code 1 where they differ, and with code 2 where there is nothing to compare with.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { compareKinds, formatDifferences, SchemaDifference } from './compare';
import { ownKinds, releaseKinds } from './kinds';
import { compareMesh } from './mesh';
import { moduleOf } from './modules';
import { compareProfiles } from './profiles';
import { protoFolder, readProtos } from './protos';
import { readSchema } from './source';
import { compareValues } from './values';

const USAGE = 'Give the file or the folder with the CRDs of a release, or the folder of its charts or manifests: npm run schema:diff -- [--module NAME] CRDS, or --values CHARTS, or --profiles MANIFESTS';

function main(): number {
  const options = { module: { type: 'string', default: 'istio' }, values: { type: 'string' }, profiles: { type: 'string' } } as const;
  const { values: { module, values, profiles }, positionals } = parseArgs({ allowPositionals: true, options });
  if (positionals.length + [values, profiles].filter((one) => one !== undefined).length !== 1) throw new Error(USAGE);
  const differences = values !== undefined ? compareValues(values, readSchema('install'))
    : profiles !== undefined ? compareProfiles(profiles) : typeDifferences(module, positionals[0]);
  console.log(formatDifferences(differences));
  return differences.length === 0 ? 0 : 1;
}

function typeDifferences(name: string, crds: string): SchemaDifference[] {
  const module = moduleOf(name);
  const kinds = compareKinds(ownKinds(module.name), releaseKinds(crds, module));
  return module.name === 'istio' ? [...kinds, ...meshDifferences(protoFolder(crds))] : kinds;
}

/** CRDs may come without the proto files around them; then the mesh is left out, and it is said so. */
function meshDifferences(folder: string): SchemaDifference[] {
  if (existsSync(path.join(folder, 'mesh'))) return compareMesh(readProtos(folder), readSchema());
  console.error(`The configuration of the mesh is not compared: there are no proto files of it in "${folder}".`);
  return [];
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
