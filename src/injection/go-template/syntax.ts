/*
 * What a template in the language of Go's `text/template` consists of.
 */

/** Where something stands in a template. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** The action, as it is written. */
  readonly action: string;
}

/** A value that is asked for. */
export type Operand =
  | { readonly kind: 'constant'; readonly value: string | boolean | null }
  | { readonly kind: 'integer' | 'float'; readonly value: number }
  | { readonly kind: 'dot' }
  | { readonly kind: 'variable'; readonly name: string }
  /** A function, which is called where it stands first in a command or alone in an argument. */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly of: Pipeline }
  /** Fields of a value, one after the other. */
  | { readonly kind: 'fields'; readonly of: Operand; readonly names: readonly string[] };

/** An operand, and what it is called with. */
export type Command = readonly Operand[];

/** Commands, each of which gets the result of the one before as its last argument. */
export interface Pipeline {
  readonly place: Place;
  /** Variables that get the result. */
  readonly variables: readonly string[];
  /** Whether the variables are new. */
  readonly declares: boolean;
  readonly commands: readonly Command[];
}

/** A block that is there under a condition, or once for each item of a list or map. */
export interface Control {
  readonly kind: 'if' | 'with' | 'range';
  readonly of: Pipeline;
  readonly body: readonly Piece[];
  readonly otherwise: readonly Piece[];
}

/** A piece of a template. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly of: Pipeline }
  | Control
  | { readonly kind: 'template'; readonly name: string; readonly of?: Pipeline; readonly place: Place }
  | { readonly kind: 'break' | 'continue' };

/** A template that was read, with those that it defines. */
export interface ParsedTemplate {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly defined: ReadonlyMap<string, readonly Piece[]>;
}

/** What is wrong with a template, and where. */
export class TemplateError extends Error {
  constructor(what: string, public readonly place?: Place) {
    super(what);
  }
}
