import { commentsOf, docLines, sharedRuns } from '../../schema/tools/own-words';
import { schemaOf } from '../../schema/tools/source';

const PROTO = `
// The first line of a comment
// goes on in the second.
message Widget {
  string name = 1;  /* in a block,
                     * over two lines */
  // Alone.
  string url = 2 [default = "http://no.comment.here/"];
}
`;

test('comments are read over their lines, and text in quotes is none', () => {
  expect(commentsOf(PROTO).map((comment) => comment.trim().replace(/\s+/g, ' '))).toEqual([
    'The first line of a comment goes on in the second.', 'in a block, over two lines', 'Alone.',
  ]);
});

test('all that is said in a module is looked at, with its place', () => {
  const schema = schemaOf({
    'toys/widget': {
      messages: { Widget: { proto: 'Widget', doc: 'A toy.', fields: { plain: 'string', rate: { is: 'integer', doc: 'How fast.', unset: 'slow', deprecated: 'use plain' } } } },
      enums: { Color: { proto: 'Color', doc: 'Colours.', values: { RED: 'Danger.', GREEN: null } } },
    },
  }, {});
  expect(docLines(schema)).toEqual([
    { place: 'Widget', text: 'A toy.' },
    { place: 'Widget.rate', text: 'How fast.' },
    { place: 'Widget.rate unset', text: 'slow' },
    { place: 'Widget.rate deprecated', text: 'use plain' },
    { place: 'Color', text: 'Colours.' },
    { place: 'Color.RED', text: 'Danger.' },
  ]);
});

test('words that stand in a row in the release are found, whatever is between them', () => {
  const comments = ['One, two three-four five; six SEVEN eight nine.'];
  const line = { place: 'Widget', text: 'Say `one` two three-four five six seven (eight) nine times.' };
  expect(sharedRuns([line], comments)).toEqual([{ ...line, run: 'one two three-four five six seven eight nine' }]);
  expect(sharedRuns([line], comments, 9)).toEqual([]);
});

test('a comment and the next one make no run together', () => {
  expect(sharedRuns([{ place: 'Widget', text: 'a b c d' }], ['x a b', 'c d y'], 3)).toEqual([]);
});
