/*
 * What stands otherwise in one text than in another, by lines. It is still good where other lines were changed since.
 */

/** Lines that stand in the place of others: the number of the first, from 0, the lines as they are, and the lines as they are to be. */
export type LineChange = readonly [at: number, is: readonly string[], becomes: readonly string[]];

/** How far apart two texts may run until they meet again; behind that, the rest is one change. */
const FARTHEST = 400;

/** The changes that lead from one text to another: none where they are the same. */
export function lineChanges(from: string, to: string): LineChange[] {
  const [old, next] = [from.split('\n'), to.split('\n')];
  const changes: LineChange[] = [];
  let [at, place, free] = [0, 0, 0];
  while (at < old.length || place < next.length) {
    if (at < old.length && place < next.length && old[at] === next[place]) {
      at++;
      place++;
      continue;
    }
    let [gone, come] = meeting(old, next, at, place);
    // What only comes in is told by the line before it, or by the one behind it where that is taken.
    const before = gone === 0 && at > free ? 1 : 0;
    if (gone === 0 && before === 0 && at < old.length) [gone, come] = [1, come + 1];
    changes.push([at - before, old.slice(at - before, at + gone), next.slice(place - before, place + come)]);
    at += gone;
    place += come;
    free = at;
  }
  return changes;
}

/** How many lines of each text stand before the nearest place where they are the same again. */
function meeting(old: readonly string[], next: readonly string[], at: number, place: number): readonly [number, number] {
  const [left, right] = [old.length - at, next.length - place];
  for (let far = 1; far <= Math.min(FARTHEST, left + right); far++) {
    for (let gone = Math.max(0, far - right); gone <= Math.min(far, left); gone++) {
      const come = far - gone;
      if ((gone === left && come === right) || (gone < left && come < right && old[at + gone] === next[place + come])) return [gone, come];
    }
  }
  return [left, right];
}

/** The text with the changes whose lines still stand there, each at its place or else at the nearest. */
export function withLineChanges(text: string, changes: readonly LineChange[]): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let done = 0;
  let drift = 0;
  for (const [at, is, becomes] of changes) {
    const place = nearest(lines, is, at + drift, done);
    if (place === undefined) continue;
    result.push(...lines.slice(done, place), ...becomes);
    done = place + is.length;
    drift = place - at;
  }
  return [...result, ...lines.slice(done)].join('\n');
}

function nearest(lines: readonly string[], wanted: readonly string[], at: number, first: number): number | undefined {
  const stands = (place: number): boolean => place >= first && wanted.every((line, index) => lines[place + index] === line);
  for (let far = 0; far <= lines.length; far++) {
    if (stands(at - far)) return at - far;
    if (stands(at + far)) return at + far;
  }
  return undefined;
}
