import * as fc from 'fast-check';
import { canonicalQuantity } from '../../src/reference/quantity';

test.each([
  ['500m', '500m'], ['0.5', '500m'], ['1000m', '1'], ['2', '2'], ['1500', '1500'], ['2000', '2k'], ['.1', '100m'], ['0.0', '0'],
  ['1Gi', '1Gi'], ['1024Mi', '1Gi'], ['1.5Gi', '1536Mi'], ['0.5Ki', '512'], ['0.1Ki', '102400m'], ['1e3', '1e3'], ['1000e3', '1e6'], ['10e1', '100'],
  ['-1000m', '-1'], [' 1G ', '1G'], ['1000E3', '1e6'], ['1n', '1n'], ['0.1n', '1n'],
])('%s is spelled %s', (given, spelled) => {
  expect(canonicalQuantity(given)).toBe(spelled);
});

test.each(['1.', '1E6', '+500m', '007', '1.500', '1.234567', '+3Gi'])('%s is left as it is, as Kubernetes leaves it', (text) => {
  expect(canonicalQuantity(text)).toBe(text);
});

test.each(['', 'abc', '1 m', '1mi', '1KiB', '1e', '1e1.5', '0x10', '--1', '1_000'])('"%s" is no amount', (text) => {
  expect(canonicalQuantity(text)).toBeUndefined();
});

test('what has been spelled is spelled the same', () => {
  const amount = fc.tuple(fc.nat(), fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e2', 'e-3')).map(([digits, suffix]) => `${digits}${suffix}`);
  fc.assert(fc.property(amount, (text) => {
    const once = canonicalQuantity(text)!;
    expect(canonicalQuantity(once)).toBe(once);
  }));
});
