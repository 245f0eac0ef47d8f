import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Difference } from '../../conformance/lib/compare';
import { formatKnownDifference, KnownDifference, KnownDifferences } from '../../conformance/lib/known-differences';

const LABEL: Difference = { path: ['metadata', 'labels', 'helm.sh/chart'], kind: 'missing', expected: 'base-1.0.0' };
const NESTED: Difference = { path: ['spec', 'versions', '[name=v1]', 'schema', 'description'], kind: 'changed', expected: 'a', actual: 'b' };

function known(entry: Partial<KnownDifference>): KnownDifferences {
  return new KnownDifferences([{ suite: 'manifest', object: '*', path: '**', reason: 'because', ...entry }]);
}

describe('the list of known differences', () => {
  test('a line explains the field that it names on the object that it names', () => {
    const list = known({ object: 'Deployment/istio-system/istiod', path: 'metadata.labels["helm.sh/chart"]' });
    expect(list.unexplained('Deployment/istio-system/istiod', [LABEL, NESTED])).toEqual([NESTED]);
    expect(list.unexplained('Deployment/istio-system/other', [LABEL])).toEqual([LABEL]);
  });

  test('a line for a field does not explain what lies below it', () => {
    expect(known({ path: 'spec.versions' }).unexplained('x', [NESTED])).toEqual([NESTED]);
  });

  test('* stands for any characters within one step', () => {
    expect(known({ object: 'Deployment/*', path: 'spec.versions[name=*].schema.*' }).unexplained('Deployment/a/b', [NESTED])).toEqual([]);
    expect(known({ path: 'spec.*.description' }).unexplained('x', [NESTED])).toEqual([NESTED]);
  });

  test('** stands for any number of steps', () => {
    expect(known({ path: '**.description' }).unexplained('x', [NESTED, { ...NESTED, path: ['description'] }])).toEqual([]);
    expect(known({ path: 'spec.**' }).unexplained('x', [NESTED, LABEL])).toEqual([LABEL]);
  });

  test('a dot in a name stands for a dot', () => {
    expect(known({ object: 'CustomResourceDefinition/a.b' }).unexplained('CustomResourceDefinition/aXb', [LABEL])).toEqual([LABEL]);
  });

  test('a line can be limited to what the real program says', () => {
    const list = () => known({ message: 'bad * in*' });
    expect(list().unexplained('x', [{ ...LABEL, message: 'bad host in\nspec' }])).toEqual([]);
    expect(list().unexplained('x', [{ ...LABEL, message: 'bad port' }, LABEL])).toEqual([{ ...LABEL, message: 'bad port' }, LABEL]);
  });

  test('a line can be limited to one kind of difference', () => {
    expect(known({ kind: 'extra' }).unexplained('x', [LABEL])).toEqual([LABEL]);
    expect(known({ kind: 'missing' }).unexplained('x', [LABEL])).toEqual([]);
  });

  test('a line can be limited to one value of the real program', () => {
    const empty: Difference = { path: ['status'], kind: 'missing', expected: {} };
    expect(known({ expected: {} }).unexplained('x', [empty, { ...empty, expected: { replicas: 1 } }])).toEqual([{ ...empty, expected: { replicas: 1 } }]);
  });

  test('a line can be limited to one value of ours', () => {
    const zero: Difference = { path: ['delay'], kind: 'extra', actual: 0 };
    expect(known({ actual: 0 }).unexplained('x', [zero, { ...zero, actual: 1 }])).toEqual([{ ...zero, actual: 1 }]);
  });

  test('a line that explained nothing is reported', () => {
    const list = known({ path: 'spec.replicas', kind: 'changed' });
    list.unexplained('x', [LABEL]);
    expect(list.unneeded.map(formatKnownDifference)).toEqual(['* spec.replicas (changed)']);
    expect(list.neededCount).toBe(0);
  });

  test('a line that explained something is not reported', () => {
    const list = known({});
    list.unexplained('x', [LABEL]);
    expect(list.unneeded).toEqual([]);
    expect(list.neededCount).toBe(1);
  });
});

describe('reading the list from a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'known-differences-'));
  const file = path.join(folder, 'list.yaml');

  afterAll(() => rmSync(folder, { recursive: true }));

  test('each suite gets its own lines', () => {
    writeFileSync(file, [
      "- { suite: manifest, object: '*', path: a, reason: one }",
      "- { suite: inject, object: '*', path: b, reason: two }",
    ].join('\n'));
    expect(KnownDifferences.read(file, 'inject').unneeded).toEqual([{ suite: 'inject', object: '*', path: 'b', reason: 'two' }]);
  });

  test('a line without a reason is refused', () => {
    writeFileSync(file, "- { suite: manifest, object: '*', path: a }");
    expect(() => KnownDifferences.read(file, 'manifest')).toThrow(
      `${file}, entry 1: "reason" is missing. Every known difference has a suite, an object, a path and a reason.`);
  });
});
