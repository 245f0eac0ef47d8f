import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'a number of threads',
    { selector: { matchLabels: { app: 'web' } }, concurrency: 2 },
    [],
  ],
  [
    'all cores',
    { concurrency: 0 },
    [],
  ],
  [
    'a negative number of threads',
    { concurrency: -1 },
    [
      ['error', 'spec.concurrency', 'A proxy cannot have -1 threads', 'Give a number of threads, 0 for one a core, or leave it out'],
    ],
  ],
  [
    'a selector without labels',
    { selector: {} },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('ProxyConfig', spec)).toEqual(findings);
});
