/** What a pattern can be asked: whether it is found anywhere in a text. */
export interface Matcher {
  test(text: string): boolean;
}

const compiled = new Map<string, Matcher>();

/**
 * A pattern of Go's (RE2). Where it means the same in JavaScript, it becomes a `RegExp`, which is many times faster; else RE2 itself,
 * in JavaScript, is loaded. A pattern that Go refuses is refused.
 */
export function goRegExp(pattern: string): Matcher {
  let matcher = compiled.get(pattern);
  if (matcher === undefined) {
    const translated = translate(pattern);
    matcher = translated === undefined ? re2(pattern) : new RegExp(translated, 'u');
    compiled.set(pattern, matcher);
  }
  return matcher;
}

function re2(pattern: string): Matcher {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('re2js') as typeof import('re2js');
  return RE2JS.compile(pattern);
}

/** What of the syntax means the same to both: literals, classes of single letters and ranges, groups, alternatives, repetition, anchors. */
const TOKEN = /\\[.*+?()|[\]{}^$\\/-]|\\[dDwW]|\\x[0-9a-fA-F]{2}|\[\^?(?:\\[.*+?()|[\]{}^$\\/-]|\\x[0-9a-fA-F]{2}|[^\\[\]])+\]|\((?!\?)|\(\?:|[)|^$]|(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??|\.|[^\\[\](){}*+?.|^$]/uy;

/** The pattern for a JavaScript expression with the flag `u`; nothing where it may mean something else there. */
function translate(pattern: string): string | undefined {
  const parts: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const [token] = TOKEN.exec(pattern) ?? [];
    if (token === undefined) return undefined;
    parts.push(token === '.' ? '[^\\n]' : unescaped(token));
  }
  const text = parts.join('');
  return isValid(text) ? text : undefined;
}

/** With the flag `u`, JavaScript refuses to escape what needs no escape. */
function unescaped(token: string): string {
  return token.startsWith('[') ? token : token.replace(/^\\-/, '-');
}

function isValid(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
