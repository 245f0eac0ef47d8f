import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { generatedFiles } from '../../schema/tools/generate';
import { MODULES } from '../../schema/tools/modules';
import { Field, SchemaFile } from '../../schema/tools/notation';
import { pageFiles } from '../../schema/tools/pages';
import { kindPage, table } from '../../schema/tools/pages/kind-page';
import { anchor, limitsOf, typeOf } from '../../schema/tools/pages/types';
import { schemaOf } from '../../schema/tools/source';

const ROOT = path.join(__dirname, '..', '..');

const WIDGET: SchemaFile = {
  kind: 'Widget',
  doc: 'A toy.',
  group: 'toys.istio.io',
  scope: 'Namespaced',
  plural: 'widgets',
  shortNames: ['wd'],
  versions: [{ name: 'v1', served: true, storage: true }, { name: 'v1beta1', served: true, storage: false }, { name: 'v1alpha1', served: false, storage: false }],
  required: ['spec'],
  spec: 'WidgetSpec',
  messages: {
    WidgetSpec: {
      proto: 'WidgetSpec',
      doc: 'What a widget does.',
      fields: {
        hosts: { list: { is: 'string', maxLength: 9, rules: [['self != "*"', 'no [stars]*']] }, maxItems: 2, doc: 'Where it goes.' },
        color: { is: 'Color', doc: 'How it looks.', unset: '`RED`' },
        parts: { is: 'WidgetPart{}', doc: 'What it is made of.', unset: 'nothing' },
        rate: { is: 'integer', doc: 'How fast.', unset: 'slow', deprecated: 'use `parts`', maximum: 9 },
      },
      required: ['hosts'],
      rules: [['has(self.rate)', 'it must move'], ['has(self.color)'] as any],
    },
    WidgetPart: {
      proto: 'WidgetPart',
      doc: 'A part: wood | stone.',
      fields: { wood: { is: 'string', doc: 'Wood.', unset: 'none' }, stone: { is: 'string', doc: 'Stone.', unset: 'none' }, size: { is: 'Size', doc: 'How large.', unset: 'small' } },
      atMostOne: [['wood', 'stone']],
    },
    Size: { proto: 'Size', doc: 'A size.', fields: { value: { is: 'integer', doc: 'In metres.', unset: '0' } }, wrapper: true },
  },
  enums: { Color: { proto: 'Color', doc: 'Colours.', values: { RED: 'For danger.', GREEN: null } } },
} as unknown as SchemaFile;

const schema = schemaOf({ 'toys/widget': WIDGET }, { step: { is: 'string', pattern: '^a|b$' } });

test('a page says what a kind is for, shows a program, and explains each message, field and word', () => {
  expect(kindPage(schema.kinds.Widget, 'https://istio.io/widget/', 'new App();\n', schema, '`Widget`')).toBe(`<!-- Generated from schema/ by \`npx projen schema\`. Do not edit. -->

# Widget

A toy.

|  |  |
| --- | --- |
| API version | \`toys.istio.io/v1\` |
| also served | \`v1beta1\` |
| scope | a namespace |
| short names | \`wd\` |
| class | \`Widget\` |
| more | <https://istio.io/widget/> |

## Example

\`\`\`ts
new App();
\`\`\`

## Spec

A spec is needed.

### WidgetSpec

What a widget does.

| field | type | meaning | where it is not written | limits |
| --- | --- | --- | --- | --- |
| \`hosts\` | list of \`string\` | Where it goes. | **needed** | each item at most 9 characters; at most 2 items |
| \`color\` | [Color](#color) | How it looks. | \`RED\` |  |
| \`parts\` | map of [WidgetPart](#widgetpart) | What it is made of. | nothing |  |
| \`rate\` | \`number\` | How fast. Deprecated: use \`parts\`. | slow | a whole number, at most 9 |

What a cluster says of an object that breaks a rule:

- it must move
- \`has(self.color)\`
- \`hosts\`: no \\[stars\\]\\*

## Messages

[WidgetPart](#widgetpart) · [Size](#size)

### WidgetPart

A part: wood | stone.

At most one of these: \`WidgetPart.wood(…)\` and \`WidgetPart.stone(…)\`; \`WidgetPart.of(…)\` makes one without them.

| field | type | meaning | where it is not written | limits |
| --- | --- | --- | --- | --- |
| \`wood\` | \`string\` | Wood. | none |  |
| \`stone\` | \`string\` | Stone. | none |  |
| \`size\` | [Size](#size) | How large. | small |  |

### Size

A size.

Made by \`Size.of(…)\`.

| field | type | meaning | where it is not written | limits |
| --- | --- | --- | --- | --- |
| \`value\` | \`number\` | In metres. | 0 | a whole number |

## Words

[Color](#color)

### Color

Colours.

| word | meaning |
| --- | --- |
| \`RED\` | For danger. |
| \`GREEN\` |  |
`);
});

test.each<[Field, string, string]>([
  ['string', '`string`', ''],
  ['boolean[]', 'list of `boolean`', ''],
  [{ is: 'string{}', maxProperties: 3 }, 'map of `string`', 'at most 3 entries'],
  [{ is: 'WidgetPart[]', minItems: 1 }, 'list of [WidgetPart](#widgetpart)', 'at least 1 item'],
  [{ map: { is: 'Color', maxLength: 3 } }, 'map of [Color](#color)', 'each value at most 3 characters'],
  [{ is: 'string', as: 'host' }, '`Host`', ''],
  ['step', '`string`', 'of the pattern `^a|b$`'],
  [{ is: 'string', as: 'duration' }, '`ProtoDuration`', ''],
  ['object', 'any object', 'an object of any form'],
])('the field %j has a type and limits that do not repeat it', (field, type, limits) => {
  expect([typeOf(field, schema), limitsOf(field, schema)]).toEqual([type, limits]);
});

test('a cell of a table keeps its bars and stays on its line', () => {
  expect(table(['a', 'b'], [['`x|y`', 'one\ntwo']])).toBe('| a | b |\n| --- | --- |\n| `x\\|y` | one two |\n');
});

test('a kind without a program is refused', () => {
  const [module] = MODULES;
  expect(() => pageFiles([{ module, schema }])).toThrow(new Error(
    'docs/reference/examples/widget.ts is not there, and the page widget.md shows it. Write a short program that makes one.'));
});

const pages = Object.entries(generatedFiles()).filter(([file]) => file.endsWith('.md'));

test('each kind of the modules has a page, and one page leads to all', () => {
  const index = pages.find(([file]) => file === 'docs/reference/README.md')![1];
  const linked = [...index.matchAll(/^\| \[\w+\]\((.*?)\)/gm)].map(([, page]) => `docs/reference/${page}`);
  expect(linked.sort()).toEqual(pages.map(([file]) => file).filter((file) => file !== 'docs/reference/README.md').sort());
  expect(linked.length).toBe(24);
});

test.each(pages)('every link in %s leads somewhere', (file, text) => {
  const headings = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading)));
  const links = [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, 'code').matchAll(/(?<!\\)\]\((?!https:)(.*?)\)/g)].map(([, link]) => link);
  const isFile = (link: string): boolean => existsSync(path.join(ROOT, path.dirname(file), link.split('#')[0]))
    || pages.some(([page]) => page === path.posix.join(path.posix.dirname(file), link));
  expect(links.filter((link) => (link.startsWith('#') ? !headings.has(link) : !isFile(link)))).toEqual([]);
});
