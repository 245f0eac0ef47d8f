import { bundleOf } from '../../schema/tools/bundle';
import { classFiles } from '../../schema/tools/classes';
import { UNITS } from '../../schema/tools/classes/types';
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
    },
  });
  expect(text.slice(text.indexOf('/**\n * A toy.'))).toBe(`/**
 * A toy.
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

const CHOICE: Message = {
  proto: 'a.Toy',
  doc: 'A toy.',
  fields: { byHand: 'boolean', byMotor: { is: 'integer', doc: 'Its power.', deprecated: 'use byHand' }, red: 'string', green: 'string', name: 'string' },
  atMostOne: [['byHand', 'byMotor'], ['red', 'green']],
  groups: { color: 'ToyColor' },
};

test('a message with a choice is a class with a factory for each field of it; the rest are options, another choice among them', () => {
  const text = printed({ ToySpec: CHOICE });
  expect(text.slice(text.indexOf('/**\n * A toy.'), text.indexOf('/**\n * One part'))).toBe(`/**
 * A toy.
 *
 * At most one of \`byHand\` and \`byMotor\` is written.
 *
 * @see https://example.com/toys/
 */
export class ToySpec {
  /**
   * \`ToySpec.byHand\`: true or false.
   *
   * @param value true or false; true where it is not given
   * @param options the other fields
   */
  public static byHand(value: boolean = true, options?: ToySpecOptions): ToySpec {
    return new ToySpec({ ...options, byHand: value });
  }

  /**
   * Its power.
   *
   * Written as \`byMotor\`: a whole number.
   *
   * @param value a whole number
   * @param options the other fields
   * @deprecated use byHand
   */
  public static byMotor(value: number, options?: ToySpecOptions): ToySpec {
    return new ToySpec({ ...options, byMotor: value });
  }

  /**
   * None of \`byHand\` and \`byMotor\`: the other fields alone.
   *
   * @param options the other fields
   */
  public static of(options?: ToySpecOptions): ToySpec {
    return new ToySpec(options ?? {});
  }

  private readonly fields: any;

  private constructor(fields: any) {
    const { color, ...others } = fields;
    this.fields = copyOf({ ...others, ...color?.resolve() });
  }

  /** The fields as they are written; cdk8s asks for them when it writes the object. */
  public resolve(): any {
    return copyOf(this.fields);
  }
}

/**
 * The fields of \`ToySpec\` beside \`byHand\` and \`byMotor\`.
 *
 * @see https://example.com/toys/
 */
export interface ToySpecOptions {
  /**
   * \`ToySpec.name\`: a string.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * Which of \`red\` and \`green\` is written.
   *
   * @default - none of them
   */
  readonly color?: ToyColor;
}

`);
});

/** The lines of a class or a struct that declare something. */
function declared(text: string, name: string): string[] {
  const [body] = new RegExp(`export (class|interface) ${name} \\{[^]*?\\n\\}\\n`).exec(text)!;
  return body.split('\n').filter((line) => /^ {2}(public|readonly)/.test(line)).map((line) => line.trim());
}

test('options are required where one of their fields is; where one field must be chosen there is no factory for none', () => {
  const text = printed({ ToySpec: { ...CHOICE, required: ['name'], exactlyOne: true } });
  expect(declared(text, 'ToySpec')).toEqual([
    'public static byHand(value: boolean, options: ToySpecOptions): ToySpec {',
    'public static byMotor(value: number, options: ToySpecOptions): ToySpec {',
    'public resolve(): any {',
  ]);
  expect(declared(text, 'ToySpecOptions')).toEqual(['readonly name: string;', 'readonly color?: ToyColor;']);
  expect(declared(text, 'ToyColor')).toEqual([
    'public static red(value: string): ToyColor {', 'public static green(value: string): ToyColor {', 'public resolve(): any {',
  ]);
});

test('a choice without other fields has no options', () => {
  expect(declared(printed({ ToySpec: { proto: 'a.Toy', fields: { one: 'string', two: 'string' }, atMostOne: [['one', 'two']] } }), 'ToySpec')).toEqual([
    'public static one(value: string): ToySpec {', 'public static two(value: string): ToySpec {', 'public static of(): ToySpec {', 'public resolve(): any {',
  ]);
});

test('a field that must not be chosen with others is no choice by itself', () => {
  expect(declared(printed({ ToySpec: { proto: 'a.Toy', fields: { one: 'string', two: 'string' }, atMostOne: [['one']] } }), 'ToySpec')).toEqual(
    ['readonly one?: string;', 'readonly two?: string;']);
});

test('values with units have the types of their units, within whatever is around them', () => {
  const fields = {
    a: { is: 'string', as: 'duration' },
    b: { is: 'string[]', as: 'host' },
    c: { list: { is: 'string', maxLength: 3 }, as: 'host' },
    d: { is: 'integer{}?', as: 'port' },
    e: { map: { is: 'number', minimum: 0 }, as: 'percentage' },
  };
  const text = printed({ ToySpec: { proto: 'a.Toy', fields } });
  expect(declared(text, 'ToySpec')).toEqual([
    'readonly a?: ProtoDuration;', 'readonly b?: Host[];', 'readonly c?: Host[];', 'readonly d?: { readonly [key: string]: PortNumber };',
    'readonly e?: { readonly [key: string]: Percentage };',
  ]);
  expect([...text.matchAll(/\* `ToySpec\.(.*)/g)].map(([, line]) => line)).toEqual([
    'a`: a duration such as `5s`.', 'b`: a list, each item a host, such as `www.example.com`.', 'c`: a list, each item a host, such as `www.example.com`, at most 3 characters.',
    'd`: a map, each value a port, 1 to 65535.', 'e`: a map, each value a number from 0 to 100.',
  ]);
});

test('a message that wraps a value is a class which is made from it', () => {
  const text = printed({ ToySpec: { proto: 'a.Toy', fields: { port: 'Port' } }, Port: { proto: 'a.Port', fields: { number: { is: 'integer', as: 'port' } }, wrapper: true } });
  expect(declared(text, 'Port')).toEqual(['public static of(value: number): Port {', 'public resolve(): any {']);
  expect(text).toContain('return new Port({ number: PortNumber.of(value) });');
});

test.each<[string, Partial<Message>, string]>([
  ['a second choice without a name', { groups: {} },
    'schema/: ToySpec has 1 more groups in atMostOne than the first, and 0 under "groups". Name each: a member, and its class.'],
  ['a second choice with the name of a kind', { groups: { color: 'Toy' } }, 'schema/: ToySpec needs a type Toy, and Toy has that name. Give one of them another.'],
  ['a choice of a name that no factory can have', { fields: { of: 'string', other: 'string' }, atMostOne: [['of', 'other']], groups: undefined },
    'schema/: ToySpec.of cannot be the name of a static method. Leave it out of atMostOne, or change the generator.'],
  ['a wrapper of two values', { wrapper: true, fields: { a: 'string', b: 'string' } }, 'schema/: ToySpec is no wrapper, since it has 2 fields. Take the word away.'],
  ['a unit that there is not', { fields: { a: { is: 'string', as: 'miles' } }, atMostOne: [], groups: undefined },
    `schema/ has no unit "miles". Choose from: ${Object.keys(UNITS).join(', ')}.`],
])('%s is refused', (_title, change, message) => {
  expect(() => printed({ ToySpec: { ...CHOICE, ...change } })).toThrow(new Error(message));
});

test('words for classes are in no bundle', () => {
  const { messages } = bundleOf(schemaOf({
    'toys/toy': {
      messages: {
        ToySpec: { ...CHOICE, exactlyOne: true, fields: { ...CHOICE.fields, name: { is: 'string', as: 'host' }, ports: { list: { is: 'integer', as: 'port' } } } },
        Port: { proto: 'a.Port', fields: {}, wrapper: true },
      },
    },
  }, {}));
  expect(messages).toEqual({
    ToySpec: {
      fields: { byHand: 'boolean', byMotor: 'integer', red: 'string', green: 'string', name: 'string', ports: { list: 'integer' } },
      atMostOne: [['byHand', 'byMotor'], ['red', 'green']],
    },
    Port: { fields: {} },
  });
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
