import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { formatDifferences } from '../../schema/tools/compare';
import { compareProfiles, profileBundle } from '../../schema/tools/profiles';
import { profileBundle as loadedBundle } from '../../src/install/profile-bundle';
import { JsonObject } from '../../src/reference/json';

const CHANGES = [
  { path: 'pilot.env.OLD', value: 'false', changed: '1.30', doc: 'An old way.' },
  { path: 'pilot.env.OLDER', value: 'true', changed: '1.29', also: ['1.30'], doc: 'An older way.' },
];

const files = (): Parameters<typeof profileBundle>[0] => ({
  charts: {
    profiles: { small: { doc: 'Little.', values: { 'pilot.cpu': 1, 'pilot.memory.max': 2 } } },
    platforms: { moon: { doc: 'Far.', values: { gravity: 0 } } },
  },
  compatibility: { versions: ['1.28', '1.29', '1.30'], changes: CHANGES },
  installer: { profiles: { default: { doc: 'All.', values: { 'components.base.enabled': true } } } },
});

test('ways become trees, under the names that charts know', () => {
  expect(profileBundle(files())).toEqual({
    charts: {
      'small': { pilot: { cpu: 1, memory: { max: 2 } } },
      'platform-moon': { gravity: 0 },
      'compatibility-version-1.28': { pilot: { env: { OLD: 'false', OLDER: 'true' } } },
      'compatibility-version-1.29': { pilot: { env: { OLD: 'false' } } },
      'compatibility-version-1.30': { pilot: { env: { OLDER: 'true' } } },
    },
    installer: { default: { components: { base: { enabled: true } } } },
  });
});

test('the library reads what schema/ says', () => {
  expect(loadedBundle()).toEqual(profileBundle());
});

describe('beside a release', () => {
  let folder: string;
  const write = (name: string, content: JsonObject): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), stringify(content));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'profiles-'));
    write('profiles/default.yaml', { spec: { hub: 'example.com/testing', tag: 'latest', components: { base: { enabled: true } } } });
    for (const [name, tree] of Object.entries(profileBundle(files()).charts)) write(`helm-profiles/${name}.yaml`, tree);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('profiles that say the same differ in nothing; images of test builds do not count', () => {
    expect(compareProfiles(folder, profileBundle(files()))).toEqual([]);
  });

  test('each value that differs is a line under the name of its profile', () => {
    write('helm-profiles/small.yaml', { pilot: { cpu: 2, memory: { max: 2 } } });
    write('helm-profiles/platform-sea.yaml', { depth: 1 });
    write('profiles/default.yaml', { spec: { components: { base: { enabled: true }, cni: { enabled: true } } } });
    expect(formatDifferences(compareProfiles(folder, profileBundle(files()))).split('\n')).toEqual([
      'profile default of the installer',
      '  + components.cni: {"enabled":true}',
      '',
      'profile platform-sea of charts',
      '  + {"depth":1}',
      '',
      'profile small of charts',
      '  ~ pilot.cpu: 1 -> 2',
      '',
      '+ the release has it   - only schema/ has it   ~ schema/ -> release',
      '3 differences in 3 kinds',
    ]);
  });

  test('a folder without profiles is refused', () => {
    expect(() => compareProfiles(path.join(folder, 'none'))).toThrow(new Error(
      `There are no profiles in "${path.join(folder, 'none', 'helm-profiles')}". Give the folder of Istio's manifests, which holds charts and profiles.`,
    ));
  });
});
