/** A part of an expression: an operator by its own text, or one of the other kinds. */
export interface Token {
  readonly kind: 'identifier' | 'escaped' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'constant' | 'operator' | 'end';
  readonly text: string;
  readonly at: number;
}

/** What an expression breaks of the language. */
export class CelError extends Error {}

const ESCAPE = '\\\\(?:[abfnrtv"\'\\\\?`]|[xX][\\dA-Fa-f]{2}|u[\\dA-Fa-f]{4}|U[\\dA-Fa-f]{8}|[0-3][0-7]{2})';
const TRIPLE = [`"""(?:${ESCAPE}|[^\\\\])*?"""`, `'''(?:${ESCAPE}|[^\\\\])*?'''`];
const RAW_TRIPLE = ['[rR]"""[^]*?"""', "[rR]'''[^]*?'''"];
const SINGLE = [`"(?:${ESCAPE}|[^\\\\"\\n\\r])*"`, `'(?:${ESCAPE}|[^\\\\'\\n\\r])*'`, '[rR]"[^"\\n\\r]*"', "[rR]'[^'\\n\\r]*'"];

const SKIPPED = /(?:[\t \r\n\f]+|\/\/[^\n]*)*/y;
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', new RegExp(`[bB]?(?:${[...TRIPLE, ...RAW_TRIPLE, ...SINGLE].join('|')})`, 'y')],
  ['double', /\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?/y],
  ['uint', /(?:0x[\dA-Fa-f]+|\d+)[uU]/y],
  ['int', /0x[\dA-Fa-f]+|\d+/y],
  ['identifier', /[A-Za-z_]\w*/y],
  ['escaped', /`[\w.\-/ ]+`/y],
  ['operator', /[=!<>]=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y],
];

/** The parts of an expression. */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skip(expression, 0); at < expression.length;) {
    const token = tokenAt(expression, at);
    tokens.push(token);
    at = skip(expression, at + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', at: expression.length });
  return tokens;
}

function skip(expression: string, from: number): number {
  SKIPPED.lastIndex = from;
  SKIPPED.exec(expression);
  return SKIPPED.lastIndex;
}

function tokenAt(expression: string, at: number): Token {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const text = pattern.exec(expression)?.[0];
    if (text !== undefined) return { kind: kindOf(kind, text), text, at };
  }
  throw new CelError(`nothing begins with ${JSON.stringify(expression[at])}, at character ${at + 1}`);
}

function kindOf(kind: Token['kind'], text: string): Token['kind'] {
  if (kind === 'string') return /^[bB]/.test(text) ? 'bytes' : 'string';
  if (kind !== 'identifier') return kind;
  if (text === 'in') return 'operator';
  return text === 'true' || text === 'false' || text === 'null' ? 'constant' : kind;
}
