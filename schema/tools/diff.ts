/*
 * Lists what schema/ lacks (+), has too many (-) or says differently (~), beside the CRDs of another release: kinds, fields, enum
 * values, limits and rules. `npm run schema:diff -- CRDS`, with a file or a folder; it ends with code 1 where they differ.
 */
import { compareKinds, formatDifference } from './compare';
import { ownKinds, releaseKinds } from './kinds';

function main(place: string | undefined): void {
  if (place === undefined) {
    console.error('Give the file or the folder with the CRDs of a release: npm run schema:diff -- CRDS');
    process.exitCode = 2;
    return;
  }
  const differences = compareKinds(ownKinds(), releaseKinds(place));
  for (const difference of differences) console.log(formatDifference(difference));
  const kinds = new Set(differences.map(({ path }) => path.split('.')[0]));
  console.log(differences.length === 0 ? 'schema/ says what the release says' : `${differences.length} differences in ${kinds.size} kinds`);
  if (differences.length > 0) process.exitCode = 1;
}

main(process.argv[2]);
