/** Names of our own for messages and enums of a release that schema/ does not know yet. */
export class Naming {
  private readonly known = new Map<string, string>();
  private readonly taken: Set<string>;

  /** From the names that schema/ has, by the names in the release, and from those that stand for something else. */
  public constructor(known: Readonly<Record<string, string>>, others: readonly string[]) {
    for (const [proto, name] of Object.entries(known)) this.known.set(proto, name);
    this.taken = new Set([...this.known.values(), ...others]);
  }

  /** The name of the kind's own message: that of the kind, which is its class, with `Spec`; then with a version that has another. */
  public ofSpec(proto: string, kind: string, version = ''): string {
    const suffix = version === '' ? '' : version[0].toUpperCase() + version.slice(1);
    return this.known.get(proto) ?? this.keep(proto, [`${kind}Spec${suffix}`]);
  }

  /** The message's own name; where that is taken, with the name of what is around it before it, and so on. */
  public of(proto: string): string {
    const steps = proto.split('.').filter((step) => !/^v\d/.test(step)).map((step) => step[0].toUpperCase() + step.slice(1));
    return this.known.get(proto) ?? this.keep(proto, steps.map((_, at) => steps.slice(-at - 1).join('')));
  }

  private keep(proto: string, candidates: readonly string[]): string {
    const name = candidates.find((candidate) => !this.taken.has(candidate));
    if (name === undefined) {
      throw new Error(`No name is free for ${proto}. Write it into schema/ under a name of your choice, with "proto: ${proto}", and run again.`);
    }
    this.known.set(proto, name);
    this.taken.add(name);
    return name;
  }
}
