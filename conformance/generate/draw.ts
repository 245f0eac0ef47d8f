/* eslint-disable no-bitwise -- numbers of 32 bits are mixed, which is what a generator of random numbers does */

/** Which values are odd, of those that may be: a share of them, or just the one of that number. */
export type Oddness = { readonly share: number } | { readonly only: number };

/** Stands for a probability: that of being odd. */
const ODD = -1;

/**
 * Draws by lot, reproducibly: the same seed gives the same draws on every machine.
 *
 * At many places of an object a value may be odd: one that Istio might not like. The draws before such a place are the same whether or
 * not it is odd, so that places can be counted first, and one of them chosen.
 */
export class Draw {
  /** The draws for one of many that share a seed. */
  public static nth(seed: number, number: number): Draw {
    return new Draw(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  }

  /** The probability of being odd, for `chance` and `maybe`. */
  public readonly oddness = ODD;
  private state: number;
  private met = 0;

  public constructor(seed: number, private readonly odd: Oddness = { share: 0 }) {
    this.state = seed >>> 0;
    // Neighbouring seeds give first numbers that are close; they are drawn here.
    for (let round = 0; round < 4; round++) this.next();
  }

  /** A number from 0 to 1, 1 excluded. */
  public next(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  public int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  public chance(probability: number): boolean {
    return probability === ODD ? this.isOdd() : this.next() < probability;
  }

  /** At how many places a value might have been odd. */
  public get places(): number {
    return this.met;
  }

  private isOdd(): boolean {
    this.met++;
    return 'only' in this.odd ? this.met - 1 === this.odd.only : this.next() < this.odd.share;
  }

  public pick<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)];
  }

  /** One of the good values; now and then one of the odd ones. */
  public value<T>(good: readonly T[], odd: readonly unknown[] = []): T {
    return odd.length > 0 && this.chance(this.oddness) ? this.pick(odd) as T : this.pick(good);
  }

  /** The value that is made, or none. */
  public maybe<T>(probability: number, make: () => T): T | undefined {
    return this.chance(probability) ? make() : undefined;
  }

  /** What is made only where the object is to be odd. */
  public oddly<T>(make: () => T): T | undefined {
    return this.maybe(this.oddness, make);
  }

  /** One of the ways of making it. */
  public way<T>(...ways: readonly (() => T)[]): T {
    return this.pick(ways)();
  }

  /** The choices in an order drawn by lot. */
  public shuffled<T>(choices: readonly T[]): T[] {
    const rest = [...choices];
    return choices.map(() => rest.splice(this.int(0, rest.length - 1), 1)[0]);
  }

  /** A list of a length from one number to another. */
  public list<T>(from: number, to: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.int(from, to) }, (_, index) => make(index));
  }

  /** Some of the choices, each at most once, in their order. */
  public some<T>(choices: readonly T[], atLeast = 1): T[] {
    const chosen = choices.filter(() => this.chance(0.4));
    return chosen.length >= atLeast ? chosen : choices.slice(0, atLeast);
  }
}
