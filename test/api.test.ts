import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What jsii found when it compiled the package; `npm test` compiles first. */
function assembly(): any {
  const file = path.join(__dirname, '..', '.jsii');
  if (!existsSync(file)) throw new Error('There is no .jsii file. Compile the package first: npx jsii --silence-warnings=reserved-word');
  const content = JSON.parse(readFileSync(file, 'utf8'));
  if (content.schema !== 'jsii/file-redirect') return content;
  return JSON.parse(gunzipSync(readFileSync(path.join(path.dirname(file), content.filename))).toString());
}

const types: any[] = Object.values(assembly().types);

/** The members that a type adds to what it extends, with the name of the type. */
function members(type: any): any[] {
  const made = type.initializer === undefined ? [] : [{ ...type.initializer, name: 'constructor' }];
  return [...(type.properties ?? []), ...(type.methods ?? []), ...(type.members ?? []), ...made]
    .map((member) => ({ ...member, place: `${type.name}.${member.name}` }));
}

test('the package has types to check', () => {
  expect(types.length).toBeGreaterThan(300);
  expect(types.flatMap(members).length).toBeGreaterThan(1000);
});

test('every name that is exported has at most 40 characters', () => {
  expect(types.map(({ name }) => name).filter((name) => name.length > 40)).toEqual([]);
});

test('every public type and member says what it is', () => {
  const silent = (thing: any): boolean => (thing.docs?.summary ?? '').length < 3;
  expect([...types.filter(silent).map(({ name }) => name), ...types.flatMap(members).filter(silent).map(({ place }) => place)]).toEqual([]);
});

test('every optional property says what holds where it is not given', () => {
  const properties = types.filter(({ datatype }) => datatype === true).flatMap((type) => type.properties ?? []);
  expect(properties.filter(({ optional, docs }) => optional === true && (docs?.default ?? '') === '').map(({ name }) => name)).toEqual([]);
});
