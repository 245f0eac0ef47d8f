import { shown } from '../../findings';
import { Flaw } from '../common/report';

// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;

type State = 'text' | 'name' | 'arguments' | 'item' | 'quoted' | 'separator' | 'close' | 'end';

/**
 * How Envoy reads a value, character by character: `text %NAME% text %NAME(ARGUMENT)% text %NAME(["ARGUMENT", "ARGUMENT"])%`. An
 * argument that is no list is read as if it were in quotes, and a parenthesis ends it.
 */
const NEXT: Readonly<Record<State, { readonly [character: string]: State | undefined; readonly other?: State }>> = {
  text: { '%': 'name', 'other': 'text' },
  name: { '%': 'text', '(': 'arguments', 'other': 'name' },
  arguments: { ' ': 'arguments', '[': 'item', 'other': 'quoted' },
  item: { ' ': 'item', '"': 'quoted' },
  quoted: { '"': 'separator', ')': 'end', 'other': 'quoted' },
  separator: { ' ': 'separator', ',': 'item', ']': 'close' },
  close: { ' ': 'close', ')': 'end' },
  end: { ' ': 'end', '%': 'text' },
};

function isEscape(state: State, character: string, next: string | undefined): boolean {
  return (state === 'text' && character === '%' && next === '%') || (state === 'quoted' && character === '\\');
}

/** Where the variable begins that is not one; nothing where all are. */
function brokenVariable(value: string): number | undefined {
  let state: State = 'text';
  let start = 0;
  for (let index = 0; index < value.length; index++) {
    const character = value[index];
    if (isEscape(state, character, value[index + 1])) {
      index++;
      continue;
    }
    if (state === 'text') start = index;
    const next: State | undefined = NEXT[state][character] ?? NEXT[state].other;
    if (next === undefined) return start;
    state = next;
  }
  return state === 'text' ? undefined : start;
}

/**
 * What is wrong with the value of a header, in which `%NAME%` and `%NAME(ARGUMENTS)%` stand for what Envoy knows of a request, and `%%` for
 * a percent sign.
 */
export function headerValueFlaw(value: string): Flaw | undefined {
  if (CONTROL.test(value)) return { problem: `${shown(value)} has a control character`, fix: 'Remove it' };
  const broken = value.includes('%') ? brokenVariable(value) : undefined;
  if (broken === undefined) return undefined;
  return {
    problem: `The "%" at character ${broken + 1} of ${shown(value)} begins no variable of Envoy's`,
    fix: 'Write "%%" for a percent sign, and variables as "%NAME%" or "%NAME(ARGUMENTS)%"',
  };
}
