import { Place, TemplateError } from './syntax';

/** A part of an action. */
export interface Token {
  readonly kind: 'word' | 'field' | 'variable' | 'text' | 'number' | 'character' | 'symbol' | 'space';
  readonly text: string;
}

/** Text to be written as it is, or an action with its parts. */
export type Section =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly place: Place; readonly tokens: readonly Token[] };

/** Takes a template apart into text and actions; white space that an action takes away is gone, and so are comments. */
export function sections(text: string): Section[] {
  const result: Section[] = [];
  let at = 0;
  let line = 1;
  let trims = false;
  const addText = (part: string, trimsEnd: boolean): void => {
    const kept = trimsEnd ? part.replace(/[ \t\r\n]+$/, '') : part;
    const shown = trims ? kept.replace(/^[ \t\r\n]+/, '') : kept;
    if (shown !== '') result.push({ kind: 'text', text: shown });
    line += part.split('\n').length - 1;
  };
  for (;;) {
    const open = text.indexOf('{{', at);
    if (open < 0) {
      addText(text.slice(at), false);
      return result;
    }
    const trimsBefore = /^-[ \t\r\n]/.test(text.slice(open + 2, open + 4));
    addText(text.slice(at, open), trimsBefore);
    const from = open + (trimsBefore ? 4 : 2);
    const { end, next, trimsAfter, tokens } = readAction(text, from, line);
    const place = { line, action: text.slice(open, next).replace(/\s+/g, ' ') };
    if (tokens.length > 0) result.push({ kind: 'action', place, tokens });
    else if (!/^\s*\/\*/.test(text.slice(from, end))) throw new TemplateError('this action says nothing. Remove it.', place);
    line += text.slice(open, next).split('\n').length - 1;
    trims = trimsAfter;
    at = next;
  }
}

interface Action {
  readonly end: number;
  readonly next: number;
  readonly trimsAfter: boolean;
  readonly tokens: Token[];
}

const COMMENT = /\/\*[\s\S]*?\*\/(?=[ \t\r\n]+-}}|}})/y;
const END = /([ \t\r\n]+-)?}}/y;
const TOKENS: readonly [Token['kind'], RegExp][] = [
  ['space', /[ \t\r\n]+/y],
  ['text', /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y],
  ['character', /'(?:[^'\\\n]|\\.)+'/y],
  ['number', /[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/y],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['symbol', /:=|[.()|,=]/y],
];

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readAction(text: string, from: number, line: number): Action {
  const tokens: Token[] = [];
  let at = from;
  const start = match(/[ \t\r\n]*/y, text, at)!.length;
  const comment = match(COMMENT, text, at + start);
  if (comment !== undefined) at += start + comment.length;
  for (;;) {
    const end = match(END, text, at);
    if (end !== undefined) return { end: at, next: at + end.length, trimsAfter: end.includes('-'), tokens: trimmed(tokens) };
    const place = { line: line + text.slice(from, at).split('\n').length - 1, action: `{{ ${text.slice(from, at + 20).split('\n')[0]}` };
    if (at >= text.length) throw new TemplateError('this action has no end. Close it with "}}".', place);
    const found = TOKENS.map(([kind, pattern]) => ({ kind, text: match(pattern, text, at) })).find((one) => one.text !== undefined);
    if (found === undefined) throw new TemplateError(`"${text[at]}" means nothing here.`, place);
    tokens.push({ kind: found.kind, text: found.text! });
    at += found.text!.length;
  }
}

function trimmed(tokens: Token[]): Token[] {
  const isSpace = (token?: Token): boolean => token?.kind === 'space';
  const first = isSpace(tokens[0]) ? 1 : 0;
  return tokens.slice(first, isSpace(tokens.at(-1)) ? -1 : undefined);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** What a text or a character in quotes stands for. */
export function unquoted(text: string): string {
  if (text.startsWith('`')) return text.slice(1, -1).replaceAll('\r', '');
  return text.slice(1, -1).replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)/gs, (_, escape: string) => {
    if (/^[xuU]./.test(escape)) return String.fromCodePoint(parseInt(escape.slice(1), 16));
    if (/^[0-7]{3}$/.test(escape)) return String.fromCodePoint(parseInt(escape, 8));
    return ESCAPES[escape] ?? escape;
  });
}
