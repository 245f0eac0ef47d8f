/*
 * Writes what a release says into the notation: `npx tsx schema/tools/transcribe.ts CRDS [PROTOS]`, with the file or the folder of its
 * CRDs, and the folder of its proto files, which is the one around the CRDs where it is not given. The configuration of the mesh is in
 * no CRD, and is written from the proto files alone. Names and docs that stand in schema/ stay: they are ours. Read the difference
 * before you commit it.
 */
import { releaseKinds } from './kinds';
import { MESH_ROOTS, transcribeMessages } from './mesh';
import { protoFolder, readProtos } from './protos';
import { readSchema, schemaOf, writeFiles } from './source';
import { transcribe } from './transcription';

function main(crds: string | undefined, folder: string | undefined): void {
  if (crds === undefined) {
    throw new Error('Give the file or the folder with the CRDs of a release: npx tsx schema/tools/transcribe.ts CRDS [PROTOS].');
  }
  const own = readSchema();
  const protos = readProtos(folder ?? protoFolder(crds));
  const files = { ...transcribe(releaseKinds(crds), protos, own), ...transcribeMessages(protos, MESH_ROOTS, own) };
  const { kinds, messages, enums } = schemaOf(files, own.scalars);
  writeFiles(files);
  for (const file of Object.keys(own.files).filter((name) => files[name] === undefined)) {
    console.log(`schema/${file}.yaml: the release has nothing of it. Remove the file where you follow the release.`);
  }
  console.log(`${Object.keys(kinds).length} kinds, ${Object.keys(messages).length} messages, ${Object.keys(enums).length} enums`);
}

main(process.argv[2], process.argv[3]);
