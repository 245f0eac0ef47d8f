/*
 * Writes what a release says into the notation: `npx tsx schema/tools/transcribe.ts CRDS [PROTOS]`, with the file or the folder of its
 * CRDs, and the folder of its proto files, which is the one around the CRDs where it is not given. Names and docs that stand in
 * schema/ stay: they are ours. Read the difference before you commit it.
 */
import * as path from 'node:path';
import { releaseKinds } from './kinds';
import { readProtos } from './protos';
import { readSchema, schemaOf, writeFiles } from './source';
import { transcribe } from './transcription';

function main(crds: string | undefined, protos: string | undefined): void {
  if (crds === undefined) {
    throw new Error('Give the file or the folder with the CRDs of a release: npx tsx schema/tools/transcribe.ts CRDS [PROTOS].');
  }
  const folder = protos ?? path.dirname(crds.endsWith('.yaml') ? path.dirname(crds) : crds);
  const own = readSchema();
  const files = transcribe(releaseKinds(crds), readProtos(folder), own);
  const { kinds, messages, enums } = schemaOf(files, own.scalars);
  writeFiles(files);
  for (const file of Object.keys(own.files).filter((name) => files[name] === undefined)) {
    console.log(`schema/${file}.yaml: the release has nothing of it. Remove the file where you follow the release.`);
  }
  console.log(`${Object.keys(kinds).length} kinds, ${Object.keys(messages).length} messages, ${Object.keys(enums).length} enums`);
}

main(process.argv[2], process.argv[3]);
