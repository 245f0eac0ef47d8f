import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'a program in Lua',
    { lua: { inlineCode: 'function envoy_on_request(handle) end' } },
    [],
  ],
  [
    'a module of WebAssembly',
    { wasm: { url: 'file:///a' } },
    [],
  ],
  [
    'neither',
    {},
    [
      ['error', 'spec', 'There is neither wasm nor lua', 'Give one of them'],
    ],
  ],
  [
    'an empty program',
    { lua: {} },
    [
      ['error', 'spec.lua.inlineCode', 'There is no program', 'Write functions such as envoy_on_request in Lua'],
    ],
  ],
  [
    'a module without a URL',
    { wasm: { sha256: 'a' } },
    [
      ['error', 'spec.wasm.url', 'There is no URL of a module', 'Give one, such as "oci://registry.example.com/filter:1.0"'],
      ['error', 'spec.wasm.sha256', '"a" is not the checksum of a module', 'Give 64 digits of 0-9 and a-f, in lower case'],
    ],
  ],
  [
    'numbers that are no ports',
    { lua: { inlineCode: 'a' }, match: [{ ports: [{ number: 0 }] }] },
    [
      ['error', 'spec.match[0].ports[0].number', '0 is not a port', 'Give a number from 1 to 65535'],
    ],
  ],
  [
    'a selector and targets at once',
    {
      lua: { inlineCode: 'a' },
      selector: { matchLabels: { app: 'web' } },
      targetRefs: [{ kind: 'Service', name: 'web' }],
    },
    [
      ['error', 'spec', 'selector and targetRefs are given together', 'Keep one of them: each says what the object is for'],
    ],
  ],
  [
    'a selector without labels',
    { lua: { inlineCode: 'a' }, selector: {} },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('TrafficExtension', spec)).toEqual(findings);
});

test('a program in Lua has at most 64 KiB', () => {
  expect(said('TrafficExtension', { lua: { inlineCode: 'a'.repeat(65536) } })).toEqual([]);
  expect(said('TrafficExtension', { lua: { inlineCode: 'é'.repeat(32769) } })).toEqual([
    ['error', 'spec.lua.inlineCode', 'The program has 65538 bytes', 'Shorten it to 65536, or use a module of WebAssembly'],
  ]);
});
