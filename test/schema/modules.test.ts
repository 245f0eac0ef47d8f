import { bundleOf } from '../../schema/tools/bundle';
import { classFiles } from '../../schema/tools/classes';
import { SchemaFile } from '../../schema/tools/notation';
import { Schema, schemaOf } from '../../schema/tools/source';

const BASE: Record<string, SchemaFile> = {
  'mesh/config': {
    roots: ['Config'],
    messages: {
      Config: { proto: 'a.Config', fields: { part: 'Part', mode: 'Mode' } },
      Part: { proto: 'a.Part', fields: { name: 'string' } },
      Forgotten: { proto: 'a.Forgotten', fields: {} },
    },
    enums: { Mode: { proto: 'a.Mode', values: { ON: null } } },
  },
};

function user(fields: Record<string, string>, others: NonNullable<SchemaFile['messages']> = {}): Schema {
  const base = schemaOf(BASE, {}, { classes: 'src/resources' });
  return schemaOf(
    { values: { roots: ['Values'], messages: { Values: { proto: 'b.Values', fields }, ...others } } }, {}, { classes: 'src/install/typed', uses: [base] });
}

test('a root has a struct though no spec reaches it, and what nothing reaches has none', () => {
  const text = classFiles(schemaOf(BASE, {}))['config.generated.ts'];
  expect([...text.matchAll(/export \w+ (\w+)/g)].map(([, name]) => name)).toEqual(['Config', 'Part', 'Mode']);
});

test('a message of a module that is used is imported from its folder', () => {
  const text = classFiles(user({ config: 'Config', modes: 'Mode[]' }))['values.generated.ts'];
  expect(text.split('\n').filter((line) => /^import|readonly/.test(line))).toEqual([
    'import { Config, Mode } from \'../../resources/config.generated\';',
    '  readonly config?: Config;',
    '  readonly modes?: Mode[];',
  ]);
});

test('a name of its own goes before one of a module that is used', () => {
  const text = classFiles(user({ part: 'Part' }, { Part: { proto: 'b.Part', fields: {} } }))['values.generated.ts'];
  expect([...text.matchAll(/^(?:import|export interface) .*$/gm)].map(([line]) => line)).toEqual(['export interface Values {', 'export interface Part {']);
});

test('a bundle can be read alone: it has what its module uses of others, and no more', () => {
  expect(bundleOf(user({ config: 'Config' }))).toEqual({
    scalars: {},
    enums: { Mode: ['ON'] },
    messages: { Values: { fields: { config: 'Config' } }, Config: { fields: { part: 'Part', mode: 'Mode' } }, Part: { fields: { name: 'string' } } },
    kinds: {},
  });
});

test('a name that means one thing here and another in what is used is refused', () => {
  expect(() => bundleOf(user({ config: 'Config' }, { Part: { proto: 'b.Part', fields: {} } }))).toThrow(new Error(
    'schema/: the name Part means something else in a module that is used. Give the one of this module another name.'));
});

test('a message that has no struct where it is defined cannot be used', () => {
  expect(() => classFiles(user({ forgotten: 'Forgotten' }))).toThrow(new Error(
    'schema/: Forgotten has no type in the module that defines it. Name it there under "roots".'));
});

test('a root that is no message is refused', () => {
  expect(() => classFiles(schemaOf({ 'mesh/config': { roots: ['Confog'], messages: {} } }, {}))).toThrow(new Error(
    'schema/: mesh/config.yaml names the root Confog, which is no message of the module. Correct the name.'));
});

test('two files of one name have two generated files', () => {
  const message = { proto: 'a', fields: {} };
  const files = { 'mesh/proxy': { roots: ['A'], messages: { A: message } }, 'net/proxy': { kind: 'Proxy', spec: 'B', messages: { B: message } } as any };
  files['net/proxy'].versions = [{ name: 'v1' }];
  expect(Object.keys(classFiles(schemaOf(files, {})))).toEqual(['mesh-proxy.generated.ts', 'proxy.generated.ts', 'kinds.generated.ts']);
});
