import { Chart, Testing } from 'cdk8s';
import { checkName, checkNameOfValue, isDnsLabel } from '../../src/reference/label-name';

test.each([
  ['web', true],
  ['7', true],
  ['web-2', true],
  ['a'.repeat(63), true],
  ['', false],
  ['-web', false],
  ['web-', false],
  ['Web', false],
  ['web.shop', false],
  ['web_2', false],
  ['a'.repeat(64), false],
])('whether "%s" can be the name of a Service: %s', (name, isOne) => {
  expect(isDnsLabel(name)).toBe(isOne);
});

test('a name that is none is refused with the construct that it is given to, and with names that would do', () => {
  const chart = new Chart(Testing.app(), 'chart');
  checkName(chart, 'v2', 'a version', '"v2"');
  expect(() => checkName(chart, 'V2', 'a version', '"v2"')).toThrow(new Error(
    '[chart] "V2" is not a name for a version. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "v2".'));
});

test('that of a value is refused without one', () => {
  checkNameOfValue('opa', 'an authorizer');
  expect(() => checkNameOfValue('Opa', 'an authorizer')).toThrow(new Error(
    '"Opa" is not a name for an authorizer. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'));
});
