import { canonicalQuantity } from '../../src/injection/quantity';

test.each([
  ['0', '0'], ['0.1', '100m'], ['2000m', '2'], ['1000', '1k'], ['1.5', '1500m'], ['2048Mi', '2Gi'], ['1.5Gi', '1536Mi'], ['512Mi', '512Mi'],
  ['1e3', '1e3'], ['1E6', '1e6'], ['100', '100'], ['.5', '500m'], ['5.', '5'], ['-1', '-1'], ['0.0000000001', '1n'], ['1G', '1G'], ['many', 'many'], ['', ''],
])('"%s" is written %s', (text, expected) => {
  expect(canonicalQuantity(text)).toBe(expected);
});
