import * as path from 'node:path';

/** What a generated file takes from others. */
export class Imports {
  private readonly wanted = new Map<string, Set<string>>();

  /** For a file of that folder, both seen from the root of the repository. */
  public constructor(private readonly folder: string, private readonly file: string) {}

  /** Takes names from a package. */
  public fromPackage(name: string, ...names: string[]): void {
    this.put(name, names);
  }

  /** Takes names from a file of the repository, given without its ending. Nothing is taken from the file itself. */
  public fromFile(place: string, ...names: string[]): void {
    if (place === `${this.folder}/${this.file}`) return;
    const seen = path.posix.relative(this.folder, place);
    this.put(seen.startsWith('.') ? seen : `./${seen}`, names);
  }

  /** The lines: packages first, then what is near, then what is farther away. */
  public get text(): string {
    return [...this.wanted].sort(([a], [b]) => distance(a) - distance(b) || (a < b ? -1 : 1))
      .map(([from, names]) => `import { ${[...names].sort().join(', ')} } from '${from}';\n`).join('');
  }

  private put(from: string, names: readonly string[]): void {
    const known = this.wanted.get(from) ?? new Set<string>();
    names.forEach((name) => known.add(name));
    this.wanted.set(from, known);
  }
}

function distance(from: string): number {
  if (!from.startsWith('.')) return 0;
  return from.startsWith('./') ? 1 : from.split('../').length;
}
