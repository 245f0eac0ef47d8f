import { isDnsLabel, isWildcardLabel } from '../../../../../src/resources/validation/admission/common/labels';
import { said } from '../said';

test('a label of a DNS name has 63 characters at most', () => {
  expect(isDnsLabel('a'.repeat(63))).toBe(true);
  expect(isDnsLabel('a'.repeat(64))).toBe(false);
  expect(isWildcardLabel(`*${'a'.repeat(62)}`)).toBe(true);
  expect(isWildcardLabel(`*${'a'.repeat(63)}`)).toBe(false);
});

test.each(['*', '*a', '*-a', 'a-b', 'A1'])('%s is a label with a wildcard or without', (label) => {
  expect(isWildcardLabel(label)).toBe(true);
});

test.each(['', '-', 'a-', '-a', 'a.b', 'a*', '**', '*-', 'a\n'])('%j is none', (label) => {
  expect(isWildcardLabel(label)).toBe(false);
});

test('keys have 63 characters after the slash and 253 before it at most; values have any number', () => {
  const entry = (labels: object) => said('WorkloadEntry', { address: '10.0.0.1', labels });
  expect(entry({ [`${'a'.repeat(253)}/${'b'.repeat(63)}`]: 'c'.repeat(1000) })).toEqual([]);
  expect(entry({ ['a'.repeat(64)]: '' })).toHaveLength(1);
  expect(entry({ [`${'a'.repeat(254)}/b`]: '' })).toHaveLength(1);
  expect(entry({ '/b': '' })).toHaveLength(1);
});
