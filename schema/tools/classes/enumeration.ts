import { Enum } from '../notation';
import { comment, seeTags } from '../words';

/** An enum with the words of the wire. */
export function enumText(name: string, { doc, values }: Enum, see: string | undefined): string {
  const members = Object.entries(values).map(([word, meaning]) =>
    `${comment('  ', [meaning ?? `The word \`${word}\`.`])}\n  ${constant(word)} = '${word}',`);
  return [comment('', [doc ?? `The words of \`${name}\`.`], seeTags(see)), `export enum ${name} {`, members.join('\n\n'), '}\n'].join('\n');
}

/** A word of the wire as a name in an enum. */
function constant(word: string): string {
  if (word === '*') return 'ANY';
  return word.replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (_, before = '', after = '', last = '') => `${before || last}_${after}`).toUpperCase();
}
