/** A place in an object. Its text is made only when there is something to say about it. */
export class Place {
  /** The object itself. */
  public static readonly ROOT = new Place(undefined, '');

  private constructor(private readonly parent: Place | undefined, private readonly step: string | number) {}

  /** The field of a map, or the item of a list, at this place. */
  public at(step: string | number): Place {
    return new Place(this, step);
  }

  /** The keys that lead here from the object. */
  public get steps(): readonly (string | number)[] {
    return this.parent === undefined ? [] : [...this.parent.steps, this.step];
  }

  /** The path as one writes it: `spec.http[0].match`, `metadata.labels["a/b"]`. */
  public toString(): string {
    if (this.parent === undefined) return '';
    const before = this.parent.toString();
    if (typeof this.step === 'number') return `${before}[${this.step}]`;
    if (!/^[\w$-]+$/.test(this.step)) return `${before}[${JSON.stringify(this.step)}]`;
    return before === '' ? this.step : `${before}.${this.step}`;
  }
}

/** How much a finding weighs: what a cluster refuses, or what it takes with a warning. */
export type Severity = 'error' | 'warning';

/** Who would say it in a cluster: the API server by the structure or the CEL rules of a CRD, or Istio's admission webhook. */
export type Source = 'structure' | 'rule' | 'admission';

/** One thing that is wrong with an object. */
export interface Finding {
  readonly severity: Severity;
  readonly source: Source;
  /** The field, such as `spec.http[0].timeout`; empty for the object as a whole. */
  readonly path: string;
  /** The keys that lead to the field. */
  readonly steps: readonly (string | number)[];
  /** What stands there; undefined for what is missing. */
  readonly value?: unknown;
  /** What is wrong, with the value in it; no full stop at its end. */
  readonly problem: string;
  /** What to do about it; no full stop at its end. */
  readonly fix: string;
}

/** Collects what is wrong with one object. */
export class Findings {
  private readonly found: Finding[] = [];

  public constructor(private readonly source: Source) {}

  /** Something that a cluster refuses. */
  public error(place: Place, value: unknown, problem: string, fix: string): void {
    this.add('error', place, value, problem, fix);
  }

  /** Something that a cluster takes with a warning. */
  public warning(place: Place, value: unknown, problem: string, fix: string): void {
    this.add('warning', place, value, problem, fix);
  }

  /** All of them, in the order in which they were found. */
  public get all(): readonly Finding[] {
    return this.found;
  }

  /** Whether a cluster would refuse the object. */
  public get hasErrors(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }

  private add(severity: Severity, place: Place, value: unknown, problem: string, fix: string): void {
    const what = value === undefined ? {} : { value };
    this.found.push({ severity, source: this.source, path: place.toString(), steps: place.steps, ...what, problem, fix });
  }
}

/** A value in a message: as JSON, shortened where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = textOf(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** What is no JSON, such as a bigint or what holds one, is written as far as it can be. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === 'object' ? 'an object that is no JSON' : String(value);
  }
}
