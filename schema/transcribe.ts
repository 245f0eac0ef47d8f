/*
 * Writes what the CRDs of a release say into schema/istio/, a file a kind, in the notation of notation.ts. Doc lines that stand
 * there stay: they are ours. Run it with `npx tsx schema/transcribe.ts CRDS`, and read the difference.
 */
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { ownKinds, releaseKinds, SOURCE } from './kinds';

function main(place: string | undefined): void {
  if (place === undefined) {
    throw new Error('Give the file or the folder with the CRDs of a release: npx tsx schema/transcribe.ts CRDS.');
  }
  const own = ownKinds();
  for (const [name, kind] of Object.entries(releaseKinds(place))) {
    const { doc } = own[name] ?? {};
    const text = stringify({ ...(doc !== undefined && { doc }), ...kind }, { lineWidth: 140, flowCollectionPadding: true });
    writeFileSync(path.join(SOURCE, `${name}.yaml`), text);
    console.log(`${name}: ${kind.versions.length} versions`);
  }
}

main(process.argv[2]);
