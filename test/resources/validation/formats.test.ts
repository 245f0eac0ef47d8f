import { readBundle } from '../../../src/resources/bundle';
import { formatOf } from '../../../src/resources/validation/formats';

test.each<[string, string[], string[]]>([
  ['byte', ['YQ==', 'YWI=', 'YWJj'], ['', 'YQ', 'a b=', 'YQ=']],
  ['date-time', ['2026-01-31T12:00:00Z', '2026-01-31t12:00:00.5+01:00', '2024-02-29T00:00:00Z'], ['', '2026-02-29T00:00:00Z', '2026-01-31', '2026-01-31T24:00:00Z', '2026-01-31T12:00:00']],
  ['date', ['2026-01-31'], ['2026-02-30', '2026-13-01', '26-01-01']],
  ['duration', ['5s', '1h30m', '22 ns', '3 days'], ['', '5', 'x']],
  ['ipv4', ['1.2.3.4', '01.2.3.4', '::ffff:1.2.3.4'], ['1.2.3', '::1', '1.2.3.256']],
  ['ipv6', ['::1', 'fe80::1'], ['1.2.3.4', '::g']],
  ['cidr', ['10.0.0.0/8', '::/0'], ['10.0.0.0', '10.0.0.0/33', '::/129']],
  ['mac', ['00:11:22:33:44:55', '0011.2233.4455'], ['00:11:22', 'x'].slice(1)],
  ['uri', ['http://a', '/a'], ['a', '']],
  ['hostname', ['a.b', 'a-b'], ['-a', 'a..b', 'a'.repeat(64)]],
  ['email', ['a@b'], ['a', 'a@']],
  ['uuid', ['12345678-1234-1234-1234-123456789012'], ['12345678']],
  ['uuid4', ['12345678-1234-4234-9234-123456789012'], ['12345678-1234-1234-1234-123456789012']],
  ['password', ['', 'x'], []],
])('Texts of the format %s', (name, good, bad) => {
  const format = formatOf(name)!;
  expect({ good: good.filter((text) => !format.isValid(text)), bad: bad.filter((text) => format.isValid(text)) }).toEqual({ good: [], bad: [] });
});

test('Formats of numbers, and those that nobody knows, count for nothing', () => {
  expect(['int32', 'int64', 'double', 'float', 'x', 'constructor'].map(formatOf)).toEqual(Array(6).fill(undefined));
});

test('Each format of the modules is one that is checked, or one of numbers', () => {
  const found = new Set<string>();
  const visit = (value: any): void => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.format === 'string') found.add(value.format);
    Object.values(value).forEach(visit);
  };
  ['istio', 'gateway-api'].forEach((module) => visit(readBundle(module).messages));
  expect([...found].filter((name) => formatOf(name) === undefined && !['int32', 'int64', 'double'].includes(name))).toEqual([]);
});
