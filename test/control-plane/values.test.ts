import { CompatibilityVersion, ControlPlaneProfile, Platform } from '../../src/control-plane';
import { profileBundle } from '../../src/install/profile-bundle';

/** The names that charts keep values under, without what they all begin with; sorted. */
function namesIn(prefix: string): string[] {
  return Object.keys(profileBundle().charts).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).sort();
}

test('a program can name each older release whose behaviour charts know, and no other', () => {
  expect(Object.values<string>(CompatibilityVersion).sort()).toEqual(namesIn('compatibility-version-'));
});

test('a program can name each platform that charts know, and no other', () => {
  expect(Object.values<string>(Platform).sort()).toEqual(namesIn('platform-'));
});

test('a program can name each profile that charts know, and no other', () => {
  expect(Object.values<string>(ControlPlaneProfile).sort()).toEqual(namesIn('').filter((name) => !/^(platform|compatibility-version)-/.test(name)));
});
