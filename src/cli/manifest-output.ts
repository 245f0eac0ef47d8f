import { Io, UsageError, writeResult } from './io';
import { inOrder } from '../install';
import { Manifest } from '../reference/json';
import { printDocuments } from '../yaml';

/** Objects that belong together: a component, or a chart. */
export interface Part {
  readonly name: string;
  readonly objects: Manifest[];
}

/** Where objects are written. */
export interface OutputFlags {
  /** One file for all. */
  readonly output?: string;
  /** A folder with a file a part. */
  readonly out?: string;
  readonly dryRun?: true;
}

/** Writes all parts: to standard output or a file as one stream in the order to apply, or into a folder as a file a part. */
export function writeParts(io: Io, parts: readonly Part[], { output, out, dryRun }: OutputFlags): void {
  if (output !== undefined && out !== undefined) {
    throw new UsageError('The options --output and --out both say where to write: --output one file for all, --out a folder with a file a component. Give one of them.');
  }
  if (dryRun && output === undefined && out === undefined) {
    throw new UsageError('Nothing is written that --dry-run could keep from being written. Give it with --output or --out.');
  }
  const texts = out !== undefined ? files(parts) : { [output ?? '']: printDocuments(inOrder(parts.flatMap(({ objects }) => objects))) };
  if (dryRun) {
    for (const name of Object.keys(texts)) io.err(`${out === undefined ? name : pathIn(out, name)} would be written\n`);
  } else if (out !== undefined) {
    writeFolder(io, out, texts);
  } else {
    writeResult(io, texts[output ?? ''], output);
  }
}

/** A file a part, by names whose order is that of applying. Where they are all made before one is written, none is written alone. */
function files(parts: readonly Part[]): Record<string, string> {
  return Object.fromEntries(parts.map(({ name, objects }, index) => [`${index + 1}-${fileName(name)}.yaml`, printDocuments(inOrder(objects))]));
}

/** `IngressGateways` as `ingress-gateways`. */
function fileName(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

function pathIn(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, '')}/${name}`;
}

function writeFolder(io: Io, folder: string, texts: Readonly<Record<string, string>>): void {
  let before: readonly string[];
  try {
    before = io.folder(folder);
  } catch (error) {
    throw new UsageError(`The folder ${folder} cannot be used: ${(error as Error).message}. Give a folder, or the name of a new one in a folder that exists.`);
  }
  for (const [name, text] of Object.entries(texts)) writeResult(io, text, pathIn(folder, name));
  const left = before.filter((name) => /\.(ya?ml|json)$/.test(name) && !Object.hasOwn(texts, name));
  if (left.length > 0) io.err(`${folder} also holds ${left.join(', ')}, which this installation has not. Who applies the folder applies them too.\n`);
}
