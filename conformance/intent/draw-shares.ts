import { PlannedShare } from './plan';
import { Draw } from '../generate/draw';

/** Shares of versions, which add up to 100. */
export function drawShares(draw: Draw, versions: readonly string[]): PlannedShare[] {
  const first = versions.length === 1 ? 100 : draw.pick([0, 5, 20, 50, 75, 100]);
  const second = versions.length === 3 ? draw.pick([0, 10, 50].filter((weight) => weight <= 100 - first)) : 100 - first;
  return [first, second, 100 - first - second].slice(0, versions.length).map((percent, at) => ({ version: versions[at], percent }));
}
