import { classFiles } from '../../schema/tools/classes';
import { Message } from '../../schema/tools/notation';
import { readSchema, schemaOf } from '../../schema/tools/source';

function printed(messages: Record<string, Message>): string {
  const kind = {
    kind: 'Toy',
    group: 'toys.istio.io',
    scope: 'Namespaced',
    plural: 'toys',
    versions: [{ name: 'v1', served: true, storage: true }],
    spec: 'ToySpec',
    status: 'object',
    see: 'https://example.com/toys/',
  };
  return classFiles(schemaOf({ 'toys/toy': { ...kind, messages } }, { struct: { is: 'object', preserveUnknownFields: true } }))['toy.generated.ts'];
}

test('a field has its type, its facts, our words, and what holds where it is not written', () => {
  const text = printed({
    ToySpec: {
      proto: 'a.Toy',
      doc: 'A toy.',
      fields: {
        hosts: { list: { is: 'string', maxLength: 64 }, maxItems: 16 },
        weights: 'integer{}',
        free: { is: 'struct', doc: 'Anything.', unset: 'nothing at all', deprecated: 'use hosts' },
        name: { is: 'string?', minLength: 1, pattern: '^a*/$' },
      },
      required: ['name'],
      atMostOne: [['hosts', 'weights', 'free']],
    },
  });
  expect(text.slice(text.indexOf('/**\n * A toy.'))).toBe(`/**
 * A toy.
 *
 * At most one of \`hosts\`, \`weights\` and \`free\` is written.
 *
 * @see https://example.com/toys/
 */
export interface ToySpec {
  /**
   * \`ToySpec.hosts\`: a list, each item a string, at most 64 characters, at most 16 items.
   *
   * @default - not set
   */
  readonly hosts?: string[];

  /**
   * \`ToySpec.weights\`: a map, each value a whole number.
   *
   * @default - not set
   */
  readonly weights?: { readonly [key: string]: number };

  /**
   * Anything.
   *
   * Written as \`free\`: an object of any form.
   *
   * @default - nothing at all
   * @deprecated use hosts
   */
  readonly free?: any;

  /**
   * \`ToySpec.name\`: a string, not empty, of the pattern \`^a*\\/$\`.
   */
  readonly name: string;
}
`);
});

test('a field whose name cannot be a property is refused', () => {
  expect(() => printed({ ToySpec: { proto: 'a.Toy', fields: { odd_name: 'string' } } })).toThrow(new Error(
    'schema/: ToySpec.odd_name is no name for a property. Where it is another spelling of a field, write it under "aliases".'));
});

test('a type that is not defined is refused', () => {
  expect(() => printed({ ToySpec: { proto: 'a.Toy', fields: { part: 'Part[]' } } })).toThrow(new Error(
    'schema/ has no type "Part". Define it, or correct the name.'));
});

test('old spellings and what only a status has get no types', () => {
  const text = Object.values(classFiles(readSchema())).join('');
  expect(['mirror_percent', 'jwks_uri', 'IstioStatus', 'AnalysisMessageLevel'].filter((name) => text.includes(name))).toEqual([]);
});
