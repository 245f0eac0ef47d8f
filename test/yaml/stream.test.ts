import { JsonObject } from '../../src/reference/json';
import { printDocuments } from '../../src/yaml';
import { editStream, FieldError } from '../../src/yaml/stream';
import { fc } from '../properties';

const STREAM = `# The first comment.
apiVersion: v1
kind: ConfigMap   # odd  spacing
metadata: {name:  a}
---
# About the second.
kind: Other
metadata:
  # Its name.
  name: b
  labels: {}
spec:
- one # first
- two
...
---

---
kind: Last
`;

/** Edits the documents of one kind, by adding a label beside those of the template. */
function labelled(text: string): string {
  return editStream(text, 'f.yaml', (object) => (object.template === undefined
    ? object
    : { ...object, template: { ...object.template, labels: { ...object.template.labels, added: '0o17' } } }));
}

/** What a stream's objects are, as kubectl reads them. */
function read(text: string): JsonObject[] {
  const seen: JsonObject[] = [];
  editStream(text, 'f.yaml', (object) => {
    seen.push(object);
    return object;
  });
  return seen;
}

/** The message with which editing a stream fails. */
function failure(text: string, change: (object: JsonObject) => JsonObject = (object) => object): string {
  try {
    editStream(text, 'f.yaml', change);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing failed.');
}

describe('documents that nothing changes', () => {
  test.each([
    ['with comments and odd spacing', STREAM],
    ['with carriage returns', STREAM.replace(/\n/g, '\r\n')],
    ['without a last line break', 'kind: A\n---\nkind: B'],
    ['that begin on the line of dashes', 'kind: A\n--- {kind: B}\n--- # a comment\nkind: C\n---\t\nkind: D\n'],
    ['with a directive', '%YAML 1.1\n# Why.\n---\nkind: A\n'],
    ['with dashes in text', 'kind: A\ndata: |\n  ---\n  b\n'],
    ['that are no objects', '- 1\n---\ntext\n---\n# nothing\n---\n'],
    ['of an empty stream', ''],
  ])('come out letter for letter: %s', (_name, text) => {
    expect(editStream(text, 'f.yaml', (object) => object)).toBe(text);
  });

  test('come out letter for letter, whatever they hold', () => {
    fc.assert(fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 4 }), (values) => {
      const text = printDocuments(JSON.parse(JSON.stringify(values)));
      expect(editStream(text, 'f.yaml', (object) => object)).toBe(text);
    }), { numRuns: 200 });
  });
});

describe('a changed document', () => {
  test('keeps its comments, its lists where they stood, and the documents around it', () => {
    const edited = editStream(STREAM, 'f.yaml', (object) => (object.kind === 'Other' ? { ...object, spec: [...object.spec, 'three'], added: true } : object));
    expect(edited).toBe(STREAM.replace('- two\n', '- two\n- three\nadded: true\n'));
  });

  test('stays as it is around what is added, which has its width of indentation', () => {
    const change = (object: JsonObject): JsonObject => ({ ...object, template: { ...object.template, volumes: [{ name: 'a', emptyDir: { medium: 'Memory' } }] } });
    expect(editStream('template:\n    labels:   {app: web} # mine\n    args:\n      - --a\n      - "b"\n\n# end\n', 'f.yaml', change)).toBe(
      'template:\n    labels:   {app: web} # mine\n    args:\n      - --a\n      - "b"\n'
      + '    volumes:\n        - name: a\n          emptyDir:\n              medium: Memory\n\n# end\n');
  });

  test('gets new items of a list where they belong, before, between and behind the others', () => {
    const change = (object: JsonObject): JsonObject => ({ ...object, items: [{ name: 'z' }, object.items[0], { name: 'm' }, object.items[1], { name: 'x' }] });
    expect(editStream('items:\n# first\n- name: a # A\n# second\n- name: b\n# end\n', 'f.yaml', change)).toBe(
      'items:\n# first\n- name: z\n- name: a # A\n- name: m\n# second\n- name: b\n- name: x\n# end\n');
  });

  test('loses the line of a field that goes, and no comment around it', () => {
    const change = ({ b: _, ...rest }: JsonObject): JsonObject => rest as JsonObject;
    expect(editStream('a: 1 # A\n# about b\nb:\n  c: 2\n  # in b\n  d: 3\n# about e\ne: |\n  x\n', 'f.yaml', change)).toBe(
      'a: 1 # A\n# about b\n# about e\ne: |\n  x\n');
  });

  test.each([
    ['a text of several lines with blank ones at its end', 'kind: A\ndata: |+\n  x\n\n', 'kind: A\ndata: |+\n  x\n\nadded: 1\n'],
    ['a field without a value', 'kind: A\ndata:\n', 'kind: A\ndata:\nadded: 1\n'],
    ['a field without a value, and a comment', 'kind: A\ndata: # none\n', 'kind: A\ndata: # none\nadded: 1\n'],
    ['no line end', 'kind: A', 'kind: A\nadded: 1'],
    ['a key with a question mark, which becomes a usual one', '? kind\n: A\n', 'kind: A\nadded: 1\n'],
    ['a folded text', 'kind: >-\n  A\n  B\n\n', 'kind: >-\n  A\n  B\nadded: 1\n\n'],
  ])('gets a field behind %s', (_name, text, expected) => {
    expect(editStream(text, 'f.yaml', (object) => ({ ...object, added: 1 }))).toBe(expected);
  });

  test('keeps its carriage returns', () => {
    expect(labelled('template:\r\n  labels:\r\n    app: web\r\n')).toBe('template:\r\n  labels:\r\n    app: web\r\n    added: "0o17"\r\n');
  });

  test('is JSON where it was JSON', () => {
    expect(labelled('{"template":{"labels":{}}}')).toBe('{\n  "template": {\n    "labels": {\n      "added": "0o17"\n    }\n  }\n}\n');
  });

  test('does not change what an alias repeats elsewhere', () => {
    expect(labelled('template:\n  labels: &l\n    app: web # mine\nselector: *l\n')).toBe(
      'template:\n  labels:\n    app: web # mine\n    added: "0o17"\nselector:\n  app: web # mine\n');
  });

  test('keeps an alias that still repeats the same', () => {
    expect(labelled('selector: &l\n  app: web\ntemplate:\n  labels: *l\n')).toBe(
      'selector: &l\n  app: web\ntemplate:\n  labels:\n    app: web\n    added: "0o17"\n');
  });

  test('writes out what a merge key brought, and takes the text of one for text', () => {
    expect(labelled('all: &l\n  app: web\ntemplate:\n  labels:\n    <<: *l # merged\n    tier: a # mine\n    "<<": b\n')).toBe(
      'all: &l\n  app: web\ntemplate:\n  labels:\n    tier: a # mine\n    "<<": b\n    app: web\n    added: "0o17"\n');
  });

  test('finds keys that YAML does not read as text', () => {
    expect(labelled('template:\n  labels:\n    on: a\n    1: b\n')).toBe('template:\n  labels:\n    on: a\n    1: b\n    added: "0o17"\n');
  });

  test('keeps the comments of items without a name, where as many come out as went in', () => {
    const change = (object: JsonObject): JsonObject => ({ ...object, items: object.items.map((item: JsonObject) => ({ ...item, seen: true })) });
    expect(editStream('items:\n- kind: A # first\n- kind: B # second\n', 'f.yaml', change)).toBe(
      'items:\n- kind: A # first\n  seen: true\n- kind: B # second\n  seen: true\n');
  });

  test('has the value that it was given, whatever it was and becomes', () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(fc.property(value, value, (before, after) => {
      const given = JSON.parse(JSON.stringify({ ...before, kind: 'Before' }));
      const wanted = JSON.parse(JSON.stringify({ ...before, ...after }));
      expect(read(editStream(printDocuments([given]), 'f.yaml', () => wanted))).toEqual([wanted]);
    }), { numRuns: 200 });
  });
});

describe('a document that is changed in a few places', () => {
  /** A value with some of its parts changed, taken away or added. */
  const changed = (value: any, random: () => number): any => {
    if (typeof value !== 'object' || value === null) return random() < 0.3 ? 'new\ntext' : value;
    if (Array.isArray(value)) {
      const kept = value.filter(() => random() < 0.9).map((item) => changed(item, random));
      return [...(random() < 0.2 ? [{ name: 'first' }] : []), ...kept, ...(random() < 0.3 ? [{ name: 'last', list: [1] }] : [])];
    }
    const kept = Object.entries(value).filter(() => random() < 0.9).map(([key, inner]) => [key, random() < 0.5 ? inner : changed(inner, random)]);
    return { ...Object.fromEntries(kept), ...(random() < 0.4 && { added: { deep: ['0o17', { a: null }] } }) };
  };

  test('has the value that it was given, and keeps every comment beside what stays', () => {
    const numbersBelowOne = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), numbersBelowOne, (before, numbers) => {
      const given = JSON.parse(JSON.stringify({ ...before, kind: 'Before' }));
      const wanted = { ...changed(given, () => numbers.next().value as number), kind: 'Before' };
      const text = printDocuments([given]).replace(/^kind: Before$/m, 'kind: Before # kept');
      const edited = editStream(text, 'f.yaml', () => wanted);
      expect(read(edited)).toEqual([JSON.parse(JSON.stringify(wanted))]);
      expect(edited).toContain('kind: Before # kept');
    }), { numRuns: 500 });
  });
});

test.each(['valueOf', 'constructor', '__proto__'])('a field "%s" is a field like any other: it comes, changes and goes', (name) => {
  const object = (value?: string): JsonObject => JSON.parse(value === undefined ? '{"kind":"A"}' : `{"kind":"A","${name}":"${value}"}`);
  const text = `kind: A # kept\n${name}: old\n`;
  expect(editStream('kind: A # kept\n', 'f.yaml', () => object('new'))).toBe(`kind: A # kept\n${name}: new\n`);
  expect(editStream(text, 'f.yaml', () => object('new'))).toBe(`kind: A # kept\n${name}: new\n`);
  expect(editStream(text, 'f.yaml', () => object())).toBe('kind: A # kept\n');
  expect(editStream(`${text}list: &l\n  - 1\nsame: *l\n`, 'f.yaml', () => ({ ...object(), list: [1], same: [1] }))).toBe('kind: A # kept\nlist: &l\n  - 1\nsame: *l\n');
});

describe('bad input', () => {
  test('that is not YAML is refused with its file, line and column', () => {
    expect(failure('a: 1\n---\nb: [1\nc: 2\n')).toBe(
      'f.yaml:4:1: Flow sequence in block collection must be sufficiently indented and end with a ]. Correct the YAML.');
  });

  test('of a key given twice is refused at the second', () => {
    expect(failure('a: 1\n---\nkind: A\nkind: B\n')).toBe('f.yaml:4:1: Map keys must be unique. Correct the YAML.');
  });

  test('of an alias of nothing is refused', () => {
    expect(failure('a: 1\n---\nb: *c\n')).toBe('f.yaml:3: Unresolved alias (the anchor must be set before the alias): c. Correct the YAML.');
  });

  test('that the change refuses is named with its file, its line and the object', () => {
    expect(failure('\n\nkind: Pod\nmetadata:\n  name: web\n', () => {
      throw new Error('It is wrong. Mend it.');
    })).toBe('f.yaml:3: Pod "web": It is wrong. Mend it.');
  });

  test.each([
    ['the line of the field', ['metadata', 'labels', 'app'], 5],
    ['the line of what is around a field that is not there', ['metadata', 'labels', 'other'], 5],
    ['the line of an item', ['spec', 1], 8],
  ])('in one field is named with %s', (_name, path, line) => {
    expect(failure('kind: Pod\n---\nmetadata:\n  labels:\n    app: 1\nspec:\n- a\n- b\n', (object) => {
      if (object.kind) return object;
      throw new FieldError(path, 'It is wrong. Mend it.');
    })).toBe(`f.yaml:${line}: object "": It is wrong. Mend it.`);
  });
});

test('words are read as kubectl reads them', () => {
  expect(read('a: yes\nb: "no"\nc: 0777\nd: 0o17\ne: 2020-01-01\nf: 12:30\ng: e3\nh: 1e3\ni: y\nj: 1_000\n')).toEqual(
    [{ a: true, b: 'no', c: 511, d: 15, e: '2020-01-01', f: '12:30', g: 'e3', h: 1000, i: true, j: 1000 }]);
});
