import { asKubectl, yamlLibrary } from '../../src/yaml/library';
import { outlineOf } from '../../src/yaml/outline';
import { readPlainForm } from '../../src/yaml/plain-form';
import { fc } from '../properties';

/** What the library says of a text: its value and outline, or that it is wrong. */
function byLibrary(text: string): unknown {
  const document = yamlLibrary().parseDocument(text, { ...asKubectl(), prettyErrors: false });
  return document.errors.length > 0 ? document.errors[0].message : { value: document.toJS(), outline: outlineOf(document, text) };
}

const DEPLOYMENT = `# A shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web   # its name
  labels: {"app": web}
  annotations:
    "prometheus.io/scrape": 'true'
spec:
  replicas: 2
  template:
    spec:
      containers:
      - name: app
        image: example.com:5000/app:1.2
        command: ["sh", "-c"]
        args:
          - -v
          - --level=5
        resources:
          limits: { }
        emptyDir: {}
`;

describe('the plain form', () => {
  test('is that of most objects, with comments, quotes, lists of lists and empty values', () => {
    const text = DEPLOYMENT.replace('{"app": web}', '').replace('{ }', '{cpu}').replace('limits: {cpu}', 'limits:\n            cpu: 500m\n            memory: 10Mi');
    expect(readPlainForm(text)).toEqual(byLibrary(text));
    expect(readPlainForm(text)?.value).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', labels: null, annotations: { 'prometheus.io/scrape': 'true' } },
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [{
              name: 'app',
              image: 'example.com:5000/app:1.2',
              command: ['sh', '-c'],
              args: ['-v', '--level=5'],
              resources: { limits: { cpu: '500m', memory: '10Mi' } },
              emptyDir: {},
            }],
          },
        },
      },
    });
  });

  test.each([
    ['braces', 'a: {b: 1}\n'],
    ['text of several lines', 'a: |\n  b\n'],
    ['text that goes on in the next line', 'a: b\n  c\n'],
    ['an anchor', 'a: &b c\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a number in another form than the decimal', 'a: 0o17\n'],
    ['a word for a truth value', 'a: yes\n'],
    ['such a word as a key', 'on: a\n'],
    ['an escape', 'a: "\\n"\n'],
    ['a tab', 'a:\tb\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a line too far left', 'a:\n  b:\n c: 1\n'],
    ['a line too far right', 'a: 1\n  b: 1\n'],
    ['a colon in text', 'a: b: c\n'],
    ['nothing behind a dash', 'a:\n- \n'],
    ['a merge', 'a:\n  "<<": b\n'],
    ['a document that is a list', '- a\n'],
    ['a document without content', '# a\n'],
  ])('leaves %s to the library', (_, text) => {
    expect(readPlainForm(text)).toBeUndefined();
  });

  const word = fc.constantFrom(
    'a', 'b', 'name', 'app/v1', 'a.b/c', 'true', 'no', 'y', '1', '0', '-1', '1.5', '1e3', '0x1', '01', '1_0', '1.2.3', '10Mi', '12:30', '.5', './a', '-', '--', '-a',
    '---', '"a"', '\'a\'', '"a: b"', '\'it\'\'s\'', '""', '"a', '[]', '{}', '["a","b"]', '["a", "b" ]', '{a}', '#', '# c', ' # c', '|', '>-', '&a', '*a', '!t', '?', ':', 'a:', ': ',
    'null', '~', '', 'a b', 'a  ', '<<', '=', '@a', '%a', ',', 'é', '"é"', '.inf', '+1', '-0', '1.', '2001-01-01',
  );
  const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
  const line = fc.tuple(fc.nat(2), often('', '- ', '- - ', '-'), often('', '"e"', 'on', '1', 'a b'), often(': ', ':', ' ', ' : ', ':  '), word)
    .map(([indent, dash, key, colon, value]) => (place: number) => `${'  '.repeat(indent)}${dash}${key || `k${place}`}${colon}${value}`);
  const item = fc.tuple(fc.nat(5), often('- ', '-  ', '- - ', ''), word).map(([indent, dash, value]) => () => `${' '.repeat(indent)}${dash}${value}`);

  test('is read as the library reads it, whatever the lines', () => {
    let read = 0;
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 3, arbitrary: line }, item), { minLength: 1, maxLength: 5 }), fc.constantFrom('', '\n'), (lines, end) => {
      const text = lines.map((one, place) => one(place)).join('\n') + end;
      const plain = readPlainForm(text);
      if (plain === undefined) return;
      read++;
      expect({ text, ...plain }).toEqual({ text, ...byLibrary(text) as object });
    }), { numRuns: 10_000 });
    expect(read).toBeGreaterThan(200);
  });

  test('is read as the library reads it, also where an object loses or repeats a piece', () => {
    const lines = DEPLOYMENT.split('\n');
    const cut = fc.record({ line: fc.nat(lines.length - 1), at: fc.nat(40), length: fc.nat(4), put: fc.constantFrom('', ' ', ':', '-', '#', '\n', '  ', ' #', '"', ': ') });
    fc.assert(fc.property(fc.array(cut, { maxLength: 3 }), (cuts) => {
      const changed = [...lines.filter((one) => !one.includes('{ }') && !one.includes('{"app"'))];
      for (const { line: place, at, length, put } of cuts) {
        const one = changed[place % changed.length];
        changed[place % changed.length] = one.slice(0, at) + put + one.slice(at + length);
      }
      const text = changed.join('\n');
      const plain = readPlainForm(text);
      if (plain) expect({ text, ...plain }).toEqual({ text, ...byLibrary(text) as object });
    }), { numRuns: 1000 });
  });
});
