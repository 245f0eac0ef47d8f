import { Findings, Place, shown } from '../../../src/resources/validation/findings';

test('A place is written as one would write it', () => {
  const place = Place.ROOT.at('spec').at('http').at(0).at('headers').at('x/y');
  expect(String(place)).toBe('spec.http[0].headers["x/y"]');
  expect(place.steps).toEqual(['spec', 'http', 0, 'headers', 'x/y']);
  expect(String(Place.ROOT)).toBe('');
});

test('Findings keep their order, and know whether one of them is an error', () => {
  const findings = new Findings('admission');
  findings.warning(Place.ROOT.at('a'), 1, 'odd', 'Look');
  expect(findings.hasErrors).toBe(false);
  findings.error(Place.ROOT, undefined, 'bad', 'Mend');
  expect(findings.hasErrors).toBe(true);
  expect(findings.all).toEqual([
    { severity: 'warning', source: 'admission', path: 'a', steps: ['a'], value: 1, problem: 'odd', fix: 'Look' },
    { severity: 'error', source: 'admission', path: '', steps: [], problem: 'bad', fix: 'Mend' },
  ]);
});

test.each<[unknown, string]>([
  ['a', '"a"'], [undefined, 'nothing'], [null, 'null'], [{ a: 1 }, '{"a":1}'], [5n, '5'], [Symbol('x'), 'Symbol(x)'], [{ a: 5n }, 'an object that is no JSON'],
  ['x'.repeat(100), `"${'x'.repeat(76)}...`],
])('A value is shown in short', (value, text) => {
  expect(shown(value)).toBe(text);
});
