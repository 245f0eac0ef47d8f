import { GoFunctions } from './functions';
import { Control, Operand, ParsedTemplate, Piece, Pipeline, Place, TemplateError } from './syntax';
import { floatText, GoFloat, GoInt, GoMap, goText, GoValue, isStruct, truth, typeName } from './value';

/** How deep templates may call each other. */
const DEEPEST = 1000;

/**
 * What a template writes for some data.
 *
 * @throws TemplateError with the place, if a value is asked for that cannot be
 */
export function executeTemplate(template: ParsedTemplate, data: GoValue, functions: GoFunctions): string {
  const execution = new Execution(template, functions);
  execution.run(template.pieces, data);
  return execution.written;
}

/** What a loop is left or continued with. */
type Leap = 'break' | 'continue' | undefined;

class Execution {
  private readonly output: string[] = [];
  private variables: { readonly name: string; value: GoValue }[] = [];
  private depth = 0;

  constructor(private readonly template: ParsedTemplate, private readonly functions: GoFunctions) {}

  public get written(): string {
    return this.output.join('');
  }

  public run(pieces: readonly Piece[], data: GoValue): void {
    const outer = this.variables;
    this.variables = [{ name: '$', value: data }];
    this.walk(pieces, data);
    this.variables = outer;
  }

  private walk(pieces: readonly Piece[], dot: GoValue): Leap {
    for (const piece of pieces) {
      const leap = this.step(piece, dot);
      if (leap) return leap;
    }
    return undefined;
  }

  private step(piece: Piece, dot: GoValue): Leap {
    switch (piece.kind) {
      case 'text': this.output.push(piece.text); return undefined;
      case 'break': case 'continue': return piece.kind;
      case 'template': this.call(piece, dot); return undefined;
      case 'output': {
        const value = this.pipeline(piece.of, dot);
        if (piece.of.variables.length === 0) this.output.push(this.at(piece.of.place, () => printed(value)));
        return undefined;
      }
      default: return this.scoped(() => this.control(piece, dot));
    }
  }

  private control(piece: Control, dot: GoValue): Leap {
    if (piece.kind === 'range') return this.range(piece, dot);
    const value = this.pipeline(piece.of, dot);
    if (!truth(value)) return this.walk(piece.otherwise, dot);
    return this.walk(piece.body, piece.kind === 'with' ? value : dot);
  }

  private scoped<T>(run: () => T): T {
    const count = this.variables.length;
    const result = run();
    this.variables.length = count;
    return result;
  }

  private range(piece: Control, dot: GoValue): Leap {
    const { of } = piece;
    const value = this.pipeline({ ...of, variables: [] }, dot);
    const entries = this.at(of.place, () => entriesOf(value));
    if (entries.length === 0) {
      this.walk(piece.otherwise, dot);
      return undefined;
    }
    for (const [key, item] of entries) {
      const leap: Leap = this.scoped(() => {
        const given = of.variables.length > 1 ? [key, item] : [item];
        of.variables.forEach((name, index) => this.assign(name, given[index], of.declares));
        return this.walk(piece.body, item);
      });
      if (leap === 'break') break;
    }
    return undefined;
  }

  private call({ name, of, place }: Piece & { readonly kind: 'template' }, dot: GoValue): void {
    const pieces = this.template.defined.get(name);
    if (!pieces) throw new TemplateError(`there is no template "${name}". Define it in the same text.`, place);
    if (++this.depth > DEEPEST) throw new TemplateError(`template "${name}" calls itself without an end.`, place);
    this.run(pieces, of ? this.pipeline(of, dot) : null);
    this.depth--;
  }

  private pipeline(of: Pipeline, dot: GoValue): GoValue {
    const value = this.at(of.place, () => {
      let result: { readonly value: GoValue } | undefined;
      for (const command of of.commands) result = { value: this.command(command, dot, result) };
      return result?.value;
    });
    for (const name of of.variables) this.assign(name, value, of.declares);
    return value;
  }

  private assign(name: string, value: GoValue, declares: boolean): void {
    const known = declares ? undefined : this.variable(name);
    if (known) known.value = value;
    else this.variables.push({ name, value });
  }

  /** The innermost variable of a name. */
  private variable(name: string): { value: GoValue } | undefined {
    for (let at = this.variables.length - 1; at >= 0; at--) if (this.variables[at].name === name) return this.variables[at];
    return undefined;
  }

  private command(command: readonly Operand[], dot: GoValue, last: { readonly value: GoValue } | undefined): GoValue {
    const [first, ...rest] = command;
    if (first.kind === 'function') {
      const short = first.name === 'and' ? false : first.name === 'or' ? true : undefined;
      if (short !== undefined) return this.shortcut(short, rest, dot, last);
      const args = rest.map((operand) => this.operand(operand, dot));
      return this.functions.call(first.name, last ? [...args, last.value] : args);
    }
    if (rest.length > 0 || last) throw new Error(`${described(first)} is no function, and cannot be given arguments.`);
    return this.operand(first, dot);
  }

  /** The functions "and" and "or" ask only for as much as they need. */
  private shortcut(stopsAt: boolean, rest: readonly Operand[], dot: GoValue, last: { readonly value: GoValue } | undefined): GoValue {
    if (rest.length === 0 && !last) throw new Error(`the function "${stopsAt ? 'or' : 'and'}" needs a value.`);
    let value: GoValue;
    for (const operand of rest) {
      value = this.operand(operand, dot);
      if (truth(value) === stopsAt) return value;
    }
    return last ? last.value : value;
  }

  private operand(operand: Operand, dot: GoValue): GoValue {
    switch (operand.kind) {
      case 'constant': case 'integer': return operand.value;
      case 'float': return new GoFloat(operand.value, true);
      case 'dot': return dot;
      case 'variable': return this.variable(operand.name)?.value;
      case 'function': return this.functions.call(operand.name, []);
      case 'pipeline': return this.pipeline(operand.of, dot);
      case 'fields': return operand.names.reduce(field, this.operand(operand.of, dot));
    }
  }

  /** Says of an error where it happened. */
  private at<T>(place: Place, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError((error as Error).message, place);
    }
  }
}

function field(of: GoValue, name: string): GoValue {
  // What is not there has no fields either, as Go sees it; what is nil may not be asked.
  if (of === undefined) return undefined;
  if (of === null) throw new Error(`".${name}" is asked of a value that is null. Ask first whether it is there, with "if" or "with".`);
  if (of instanceof GoMap) return of.get(name);
  if (isStruct(of)) {
    const found = of.field(name);
    if (!found) throw new Error(`a ${of.type} has no field "${name}".`);
    return found.value;
  }
  throw new Error(`".${name}" is asked of a ${typeName(of)}, which has no fields.`);
}

function entriesOf(value: GoValue): [GoValue, GoValue][] {
  if (value === undefined || value === null) return [];
  if (value instanceof GoMap) return value.keys.map((key) => [key, value.get(key)]);
  if (Array.isArray(value)) return value.map((item, at) => [at, item]);
  const count = value instanceof GoInt ? value.value : value;
  if (typeof count === 'number') return Array.from({ length: Math.max(0, count) }, (_, at) => [at, at]);
  throw new Error(`"range" cannot go over a ${typeName(value)}. Give it a list or a map.`);
}

function described(operand: Operand): string {
  return operand.kind === 'fields' ? `".${operand.names.join('.')}"` : 'this';
}

function printed(value: GoValue): string {
  if (value === undefined || value === null) return '<no value>';
  return value instanceof GoFloat ? floatText(value.value) : goText(value);
}
