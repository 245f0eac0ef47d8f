import { Section, sections, Token, unquoted } from './lexer';
import { Command, Operand, ParsedTemplate, Piece, Pipeline, Place, TemplateError } from './syntax';

/**
 * Reads a template.
 *
 * @param knows whether there is a function of a name
 * @throws TemplateError with the place, if it is not one
 */
export function parseTemplate(name: string, text: string, knows: (name: string) => boolean): ParsedTemplate {
  return new Parser(name, sections(text), knows).parse();
}

type Block = { readonly pieces: Piece[]; readonly end: Token[]; readonly place: Place };

class Parser {
  private at = 0;
  private readonly defined = new Map<string, readonly Piece[]>();
  /** Names of the variables that there are, the innermost last. */
  private variables: string[] = ['$'];
  private loops = 0;

  constructor(private readonly name: string, private readonly parts: readonly Section[], private readonly knows: (name: string) => boolean) {}

  public parse(): ParsedTemplate {
    const pieces: Piece[] = [];
    while (this.at < this.parts.length) {
      const block = this.block(true);
      pieces.push(...block.pieces);
      if (block.end.length > 0) throw new TemplateError(`"${block.end[0].text}" ends nothing here.`, block.place);
    }
    return { name: this.name, pieces, defined: this.defined };
  }

  /** Pieces up to an `end` or an `else`, or up to the end of the template. */
  private block(isOutermost = false, opened?: Place): Block {
    const pieces: Piece[] = [];
    while (this.at < this.parts.length) {
      const section = this.parts[this.at++];
      if (section.kind === 'text') {
        pieces.push(section);
        continue;
      }
      const { tokens, place } = section;
      const word = tokens[0].kind === 'word' ? tokens[0].text : '';
      if (word === 'end' || word === 'else') return { pieces, end: [...tokens], place };
      const piece = this.piece(word, tokens, place);
      if (piece) pieces.push(piece);
    }
    if (!isOutermost) throw new TemplateError('this block has no end. Close it with {{ end }}.', opened);
    return { pieces, end: [], place: { line: 0, action: '' } };
  }

  private piece(word: string, tokens: readonly Token[], place: Place): Piece | undefined {
    switch (word) {
      case 'if': case 'with': case 'range': return this.control(word, tokens.slice(1), place);
      case 'define': case 'block': return this.definition(word, tokens, place);
      case 'template': return this.call(tokens, place);
      case 'break': case 'continue':
        if (tokens.length > 1) break;
        if (this.loops === 0) throw new TemplateError(`there is no {{ range }} around {{ ${word} }}.`, place);
        return { kind: word };
    }
    return { kind: 'output', of: this.pipeline(tokens, place) };
  }

  private control(kind: 'if' | 'with' | 'range', tokens: readonly Token[], place: Place): Piece {
    const outer = this.variables.length;
    const of = this.pipeline(tokens, place, kind === 'range');
    if (kind === 'range') this.loops++;
    const { pieces: body, end } = this.block(false, place);
    if (kind === 'range') this.loops--;
    let otherwise: readonly Piece[] = [];
    if (end[0].text === 'else') {
      const rest = end.slice(2);
      if (rest.length > 0 && rest[0].kind === 'word' && rest[0].text === kind && kind !== 'range') {
        otherwise = [this.control(kind, rest.slice(1), place)];
      } else {
        const alternative = this.block(false, place);
        if (alternative.end[0].text === 'else') throw new TemplateError('this block has two {{ else }}.', place);
        otherwise = alternative.pieces;
      }
    }
    this.variables.length = outer;
    return { kind, of, body, otherwise };
  }

  private definition(word: 'define' | 'block', tokens: readonly Token[], place: Place): Piece | undefined {
    const [name, rest] = this.templateName(tokens, place);
    const of = word === 'block' ? this.pipeline(rest, place) : undefined;
    const outer = this.variables;
    this.variables = ['$'];
    this.defined.set(name, this.block(false, place).pieces);
    this.variables = outer;
    return of && { kind: 'template', name, of, place };
  }

  private call(tokens: readonly Token[], place: Place): Piece {
    const [name, rest] = this.templateName(tokens, place);
    return { kind: 'template', name, place, ...(rest.length > 0 && { of: this.pipeline(rest, place) }) };
  }

  private templateName(tokens: readonly Token[], place: Place): [string, readonly Token[]] {
    const name = tokens[2];
    if (name?.kind !== 'text') throw new TemplateError(`"${tokens[0].text}" needs the name of a template in quotes.`, place);
    return [unquoted(name.text), tokens.slice(tokens[3]?.kind === 'space' ? 4 : 3)];
  }

  private pipeline(tokens: readonly Token[], place: Place, isRange = false): Pipeline {
    const words = tokens[0]?.kind === 'space' ? tokens.slice(1) : tokens;
    const sign = words.findIndex(({ kind, text }) => kind === 'symbol' && (text === ':=' || text === '='));
    const variables = sign < 0 ? [] : words.slice(0, sign).filter(({ kind }) => kind === 'variable').map(({ text }) => text);
    const others = sign < 0 ? [] : words.slice(0, sign).filter(({ kind, text }) => kind !== 'variable' && kind !== 'space' && text !== ',');
    if (others.length > 0 || (sign >= 0 && variables.length === 0) || variables.length > (isRange ? 2 : 1)) {
      throw new TemplateError('what stands before the sign of assignment is no variable, or too many.', place);
    }
    const declares = sign >= 0 && words[sign].text === ':=';
    const hasVariable = (name: string): boolean => this.variables.includes(name);
    const reader = new PipelineReader(words.slice(sign + 1), place, this.knows, hasVariable, (inner) => this.pipeline(inner, place));
    const commands = reader.read();
    if (declares) this.variables.push(...variables);
    for (const name of variables) {
      if (!this.variables.includes(name)) throw new TemplateError(`there is no variable "${name}". Declare it with ":=".`, place);
    }
    return { place, variables, declares, commands };
  }
}

/** Reads what stands between the pipes of one pipeline. */
class PipelineReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly place: Place,
    private readonly knows: (name: string) => boolean,
    private readonly hasVariable: (name: string) => boolean,
    private readonly inner: (tokens: readonly Token[]) => Pipeline,
  ) {}

  public read(): Command[] {
    const commands: Command[] = [[]];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at];
      if (token.kind === 'space') {
        this.at++;
      } else if (token.kind === 'symbol' && token.text === '|') {
        this.at++;
        commands.push([]);
      } else {
        (commands[commands.length - 1] as Operand[]).push(this.operand());
      }
    }
    if (commands.some((command) => command.length === 0)) throw new TemplateError('a value or a function is missing.', this.place);
    const fixed = commands.slice(1).find(([first]) => ['constant', 'integer', 'float', 'dot'].includes(first.kind));
    if (fixed) throw new TemplateError('what follows "|" must be a function.', this.place);
    return commands;
  }

  private operand(): Operand {
    let of = this.term();
    const names: string[] = [];
    while (this.tokens[this.at]?.kind === 'field') names.push(this.tokens[this.at++].text.slice(1));
    if (names.length > 0) of = { kind: 'fields', of, names };
    return of;
  }

  private term(): Operand {
    const { kind, text } = this.tokens[this.at];
    // Fields of the dot; the operand reads them.
    if (kind === 'field') return { kind: 'dot' };
    this.at++;
    switch (kind) {
      case 'text': return { kind: 'constant', value: unquoted(text) };
      case 'character': return { kind: 'integer', value: unquoted(text).codePointAt(0)! };
      case 'number': return number(text);
      case 'variable':
        if (!this.hasVariable(text)) throw new TemplateError(`there is no variable "${text}". Declare it with ":=".`, this.place);
        return { kind: 'variable', name: text };
      case 'word': return this.word(text);
    }
    if (text === '.') return { kind: 'dot' };
    if (text === '(') return { kind: 'pipeline', of: this.inner(this.parenthesis()) };
    throw new TemplateError(`"${text}" means nothing here.`, this.place);
  }

  private word(text: string): Operand {
    if (text === 'true' || text === 'false') return { kind: 'constant', value: text === 'true' };
    if (text === 'nil') return { kind: 'constant', value: null };
    if (!this.knows(text)) throw new TemplateError(`there is no function "${text}".`, this.place);
    return { kind: 'function', name: text };
  }

  private parenthesis(): Token[] {
    const from = this.at;
    for (let depth = 1; this.at < this.tokens.length; this.at++) {
      const { kind, text } = this.tokens[this.at];
      if (kind === 'symbol' && text === '(') depth++;
      if (kind === 'symbol' && text === ')' && --depth === 0) return this.tokens.slice(from, this.at++);
    }
    throw new TemplateError('a parenthesis is not closed.', this.place);
  }
}

function number(text: string): Operand {
  const plain = text.replaceAll('_', '');
  if (!/^[-+]?0[xXbBoO]/.test(plain) && /[.eE]/.test(plain)) return { kind: 'float', value: Number(plain) };
  const [, sign, digits] = /^([-+]?)(.*)$/.exec(plain)!;
  const value = /^0\d/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return { kind: 'integer', value: sign === '-' ? -value : value };
}
