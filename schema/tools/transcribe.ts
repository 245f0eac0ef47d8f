/*
 * Writes what a release says into the notation: `npx tsx schema/tools/transcribe.ts [--module NAME] CRDS [TYPES]...`, with the file or the
 * folder of its CRDs, and the folder of its proto files, which is the one around the CRDs where it is not given, or the folders of its Go
 * types. The configuration of the mesh is in no CRD, and is written from the proto files alone. Names and docs that stand in schema/
 * stay: they are ours. Read the difference before you commit it.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { readGoTypes } from './go-types';
import { releaseKinds } from './kinds';
import { MESH_ROOTS, transcribeMessages } from './mesh';
import { moduleOf } from './modules';
import { protoFolder, readProtos } from './protos';
import { readSchema, schemaOf, SOURCE, writeFiles } from './source';
import { transcribe } from './transcription';

const USAGE = 'Give the file or the folder with the CRDs of a release: npx tsx schema/tools/transcribe.ts [--module NAME] CRDS [TYPES]...';

function main(): void {
  const { values, positionals: [crds, ...folders] } = parseArgs({ allowPositionals: true, options: { module: { type: 'string', default: 'istio' } } });
  if (crds === undefined) throw new Error(USAGE);
  const module = moduleOf(values.module!);
  const place = path.join(SOURCE, module.name);
  const own = existsSync(place) ? readSchema(module.name) : schemaOf({}, readSchema().scalars);
  const types = module.types === 'go' ? readGoTypes(...folders) : readProtos(folders[0] ?? protoFolder(crds));
  const files = { ...transcribe(releaseKinds(crds, module), types, own), ...(module.name === 'istio' && transcribeMessages(types, MESH_ROOTS, own)) };
  const { kinds, messages, enums } = schemaOf(files, own.scalars);
  writeFiles(files, place);
  for (const file of Object.keys(own.files).filter((name) => files[name] === undefined)) {
    console.log(`schema/${module.name}/${file}.yaml: the release has nothing of it. Remove the file where you follow the release.`);
  }
  console.log(`${Object.keys(kinds).length} kinds, ${Object.keys(messages).length} messages, ${Object.keys(enums).length} enums`);
}

main();
