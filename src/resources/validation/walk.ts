import { Findings, Place } from './findings';

/** A way through an object: where it is, and what was found on it. The way is one list of keys, so that going well costs next to nothing. */
export class Walk {
  /** What the structure says. */
  public readonly structure = new Findings('structure');
  /** What the CEL rules say. */
  public readonly rules = new Findings('rule');
  /** How many values have a wrong form so far. What a rule says of such a value would only confuse. */
  public broken = 0;
  /** Whether only strangers count: the rest of what is looked at is dropped anyway. */
  public onlyStrangers = false;
  /** The keys that lead to the value in hand. */
  public readonly path: (string | number)[] = [];

  /** The place of the value in hand, or of a field of it. */
  public place(...more: readonly (string | number)[]): Place {
    return [...this.path, ...more].reduce<Place>((place, step) => place.at(step), Place.ROOT);
  }

  /** Says what is wrong with the form of the value in hand. */
  public malformed(value: unknown, problem: string, fix: string): void {
    this.broken++;
    if (!this.onlyStrangers) this.structure.error(this.place(), value, problem, fix);
  }

  /** Says what is missing in the value in hand. */
  public missing(field: string, problem: string, fix: string): void {
    this.broken++;
    if (!this.onlyStrangers) this.structure.error(this.place(field), undefined, problem, fix);
  }

  /** Says that a field of the value in hand is not known. It is dropped, and what else is said of the value holds all the same. */
  public unknown(field: string, value: unknown, problem: string, fix: string): void {
    this.structure.error(this.place(field), value, problem, fix);
  }
}
