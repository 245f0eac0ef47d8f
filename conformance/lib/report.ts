/** A check by its name, with what is wrong, a line each. */
export interface Check {
  readonly name: string;
  readonly complaints: readonly string[];
}

/** Counts the checks of one suite and prints them: one line a check, or one line for a group whose members all passed. */
export class Report {
  private passedCount = 0;
  private failedCount = 0;

  constructor(public readonly suite: string, private readonly print: (line: string) => void = console.log) {}

  public get passed(): number {
    return this.passedCount;
  }

  public get failed(): number {
    return this.failedCount;
  }

  public pass(name: string): void {
    this.passedCount++;
    this.print(`ok    ${this.suite}: ${name}`);
  }

  /** A failed check with what is wrong, a line each. */
  public fail(name: string, details: readonly string[], limit = 40): void {
    this.failedCount++;
    this.print(`FAIL  ${this.suite}: ${name}`);
    const shown = details.slice(0, limit);
    for (const detail of shown) this.print(`        ${detail.replaceAll('\n', '\n        ')}`);
    if (details.length > shown.length) this.print(`        … and ${details.length - shown.length} more`);
  }

  /** Passes when there is nothing to complain about. */
  public check(name: string, complaints: readonly string[]): void {
    if (complaints.length === 0) this.pass(name);
    else this.fail(name, complaints);
  }

  /**
   * Many checks of one sort: a line for each that failed, and one for all that passed.
   *
   * @param limits how many of those that failed are shown, each with how many lines; all when nothing is said
   */
  public group(name: string, checks: readonly Check[], limits: { shown: number; lines: number } = { shown: Infinity, lines: 40 }): void {
    const broken = checks.filter(({ complaints }) => complaints.length > 0);
    broken.slice(0, limits.shown).forEach(({ name: member, complaints }) => this.fail(`${name}: ${member}`, complaints, limits.lines));
    const hidden = broken.length - limits.shown;
    if (hidden > 0) {
      this.failedCount += hidden;
      this.print(`FAIL  ${this.suite}: ${name}: ${hidden} more`);
    }
    const passed = checks.length - broken.length;
    this.passedCount += passed;
    if (passed > 0) this.print(`ok    ${this.suite}: ${name} (${passed} checks)`);
  }

  /** Something to know that is neither good nor bad. */
  public note(text: string): void {
    this.print(`      ${this.suite}: ${text}`);
  }

  /** The line for machines at the end of a suite. */
  public total(seconds: number): void {
    this.print(`suite=${this.suite} passed=${this.passedCount} failed=${this.failedCount} seconds=${seconds.toFixed(1)}`);
  }
}
