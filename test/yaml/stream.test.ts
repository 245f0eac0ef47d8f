import { editStream } from '../../src/yaml/stream';

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

test('documents that nothing changes come out letter for letter', () => {
  expect(editStream(STREAM, 'f.yaml', (object) => object)).toBe(STREAM);
});

test('a changed document keeps its comments, and the others stay as they are', () => {
  const edited = editStream(STREAM, 'f.yaml', (object) => (object.kind === 'Other' ? { ...object, spec: [...object.spec, 'three'], added: true } : object));
  expect(edited).toBe(STREAM.replace('- one # first\n- two\n', '  - one # first\n  - two\n  - three\nadded: true\n'));
});

test('what is not YAML is refused with its file, line and column', () => {
  expect(() => editStream('a: 1\n---\nb: [1\nc: 2\n', 'f.yaml', (object) => object)).toThrow(
    /^f\.yaml:4:1: .+ Correct the YAML\.$/);
});

test('an error of the change names the file, the line and the object', () => {
  const fail = (): never => {
    throw new Error('It is wrong. Mend it.');
  };
  expect(() => editStream('\n\nkind: Pod\nmetadata:\n  name: web\n', 'f.yaml', fail)).toThrow(new Error('f.yaml:3: Pod "web": It is wrong. Mend it.'));
});

test('yes and no are read as kubectl reads them', () => {
  const seen: unknown[] = [];
  editStream('a: yes\nb: "no"\nc: 0777\n', 'f.yaml', (object) => {
    seen.push(object);
    return object;
  });
  expect(seen).toEqual([{ a: true, b: 'no', c: 511 }]);
});
