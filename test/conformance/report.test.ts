import { Report } from '../../conformance/lib/report';

function reporting(use: (report: Report) => void): string[] {
  const lines: string[] = [];
  use(new Report('apply', (line) => lines.push(line)));
  return lines;
}

test('a check without complaints passes, one with complaints fails and shows them', () => {
  expect(reporting((report) => {
    report.check('good', []);
    report.check('bad', ['this', 'and\nthat']);
    report.total(1.25);
  })).toEqual([
    'ok    apply: good',
    'FAIL  apply: bad',
    '        this',
    '        and\n        that',
    'suite=apply passed=1 failed=1 seconds=1.3',
  ]);
});

test('a group counts each of its checks, and prints a line for each that failed', () => {
  expect(reporting((report) => {
    report.group('objects', [{ name: 'a', complaints: [] }, { name: 'b', complaints: ['lost'] }, { name: 'c', complaints: [] }]);
    report.total(0);
  })).toEqual([
    'FAIL  apply: objects: b',
    '        lost',
    'ok    apply: objects (2 checks)',
    'suite=apply passed=2 failed=1 seconds=0.0',
  ]);
});

test('a long list of complaints is cut, and says how many there are', () => {
  const lines = reporting((report) => report.fail('many', Array.from({ length: 45 }, (_, index) => `complaint ${index}`)));
  expect(lines).toHaveLength(42);
  expect(lines[41]).toBe('        … and 5 more');
});
