import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'a policy of a namespace',
    { mtls: { mode: 'STRICT' } },
    [],
  ],
  [
    'ports of a workload',
    { selector: { matchLabels: { app: 'web' } }, portLevelMtls: { 80: { mode: 'DISABLE' }, 65535: {} } },
    [],
  ],
  [
    'ports without a workload',
    { portLevelMtls: { 80: { mode: 'DISABLE' } } },
    [
      ['error', 'spec.portLevelMtls', 'Ports have modes of their own, and no workload is picked', 'Pick workloads by labels in selector.matchLabels, or leave the ports out'],
    ],
  ],
  [
    'an empty map of ports',
    { selector: { matchLabels: { app: 'web' } }, portLevelMtls: {} },
    [
      ['error', 'spec.portLevelMtls', 'No port has a mode of its own', 'Name a port, or leave the field out'],
    ],
  ],
  [
    'numbers that are no ports',
    { selector: { matchLabels: { app: 'web' } }, portLevelMtls: { 0: {}, 65536: {} } },
    [
      ['error', 'spec.portLevelMtls.0', '0 is not a port', 'Give a number from 1 to 65535'],
      ['error', 'spec.portLevelMtls.65536', '65536 is not a port', 'Give a number from 1 to 65535'],
    ],
  ],
  [
    'a selector without labels',
    { selector: { matchLabels: {} } },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('PeerAuthentication', spec)).toEqual(findings);
});
