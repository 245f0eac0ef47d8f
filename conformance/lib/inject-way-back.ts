import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { differences } from './compare';
import { Installed } from './inject-setups';
import { Check, Subject, ThreeWay } from './inject-three-way';
import { InjectorSetup } from './injector';
import { readObjects } from './objects';
import { OwnProgram } from './own-program';

/** What our command line made of inputs that it had injected. */
export interface WayBack {
  /** Injected once more: letter for letter the same. */
  readonly twice: Check[];
  /** With the proxies taken out again: letter for letter as it was. */
  readonly removed: Check[];
  /** With the proxies taken out again, where only the objects are the same as before. */
  readonly objects: Check[];
}

/** Injects each subject, injects what came out once more, and takes the proxies out of it again. */
export async function wayBack(subjects: readonly Subject[], folder: string): Promise<WayBack> {
  const own = new OwnProgram();
  const flags = new Map<InjectorSetup, string[]>();
  const result: WayBack = { twice: [], removed: [], objects: [] };
  for (const { name, setup, input } of subjects) {
    if (typeof input !== 'string') continue;
    const args = flags.get(setup) ?? flagsOf(setup, folder, String(flags.size));
    flags.set(setup, args);
    const injected = await own.run(['inject', ...args, '-f', write(folder, 'before.yaml', input)]);
    if (injected.code !== 0) continue; // It is refused, as was compared with Istio.
    const file = write(folder, 'after.yaml', injected.stdout);
    const twice = await own.run(['inject', ...args, '-f', file]);
    result.twice.push({ name, complaints: twice.code === 0 ? otherLines(injected.stdout, twice.stdout) : [twice.stderr] });
    // What others injected before they came here is not known.
    if (input.includes('sidecar.istio.io/status')) continue;
    const { code, stdout, stderr } = await own.run(['inject', '--remove', '-f', file]);
    if (code !== 0) result.removed.push({ name, complaints: [stderr] });
    else if (losesLetters(input) === undefined) result.removed.push({ name, complaints: otherLines(input, stdout) });
    else result.objects.push({ name, complaints: isDeepStrictEqual(readObjects(stdout), readObjects(input)) ? [] : ['other objects than before'] });
  }
  return result;
}

/** Why an input does not come back letter for letter, if so. */
function losesLetters(input: string): string | undefined {
  if (/^\s*\{/.test(input)) return 'JSON has no comments, in which a record would stand';
  if (/[^\r]\n/.test(input) && input.includes('\r\n')) return 'what has two sorts of ends of lines gets one';
  return undefined;
}

/** The first line in which two texts differ. */
function otherLines(expected: string, actual: string): string[] {
  if (expected === actual) return [];
  const [one, other] = [expected.split('\n'), actual.split('\n')];
  const at = one.findIndex((line, index) => line !== other[index]);
  return [`line ${(at < 0 ? one.length : at) + 1}: expected ${JSON.stringify(one[at])}, is ${JSON.stringify(other[at < 0 ? one.length : at])}`];
}

/** The names of what Istio's injector makes otherwise when it injects it once more. */
export function changedAgain(first: ThreeWay, second: ThreeWay, names: readonly string[]): string[] {
  const injected = first.answers.flatMap((answer) => ('objects' in answer ? [answer.objects] : []));
  return names.filter((_, at) => {
    const answer = second.answers[at];
    return !('objects' in answer) || differences(injected[at], answer.objects).length > 0;
  });
}

/** The flags that give our command line, or Istio's, an installation. */
export function flagsOf({ values, mesh }: Installed, folder: string, name = 'usual'): string[] {
  return ['--valuesFile', write(folder, `${name}-values`, values), '--meshConfigFile', write(folder, `${name}-mesh`, mesh)];
}

/** Writes a file, and says where it is. */
export function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
