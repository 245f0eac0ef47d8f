import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'an image',
    { selector: { matchLabels: { app: 'web' } }, url: 'oci://registry.example.com/filter:1.0' },
    [],
  ],
  [
    'an image without a scheme',
    { url: 'registry.example.com:5000/filter:1.0' },
    [
      ['error', 'spec.url', '"registry.example.com:5000/filter:1.0" has the scheme "registry.example.com", by which no module is fetched', 'Use oci, https, http or file'],
    ],
  ],
  [
    'no URL',
    {},
    [
      ['error', 'spec.url', 'There is no URL of a module', 'Give one, such as "oci://registry.example.com/filter:1.0"'],
    ],
  ],
  [
    'a text that is no URL',
    { url: 'https://a b' },
    [],
  ],
  [
    'a scheme by which no module is fetched',
    { url: 'ftp://example.com/filter.wasm' },
    [
      ['error', 'spec.url', '"ftp://example.com/filter.wasm" has the scheme "ftp", by which no module is fetched', 'Use oci, https, http or file'],
    ],
  ],
  [
    'a checksum',
    { url: 'file:///a', sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' },
    [],
  ],
  [
    'texts that are no checksums',
    { url: 'file:///a', sha256: 'ABC' },
    [
      ['error', 'spec.sha256', '"ABC" is not the checksum of a module', 'Give 64 digits of 0-9 and a-f, in lower case'],
    ],
  ],
  [
    'variables',
    { url: 'file:///a', vmConfig: { env: [{ name: 'A', value: 'b' }, { name: 'B', valueFrom: 'HOST' }] } },
    [],
  ],
  [
    'variables without a name, or with the same one',
    { url: 'file:///a', vmConfig: { env: [{ value: 'b' }, { name: 'A' }, { name: 'A' }] } },
    [
      ['error', 'spec.vmConfig.env[0].name', 'A variable has no name', 'Name it'],
      ['error', 'spec.vmConfig.env[2].name', 'The variable "A" is given twice', 'Keep one of them'],
    ],
  ],
  [
    'a variable of the host with a value',
    { url: 'file:///a', vmConfig: { env: [{ name: 'A', valueFrom: 'HOST', value: 'b' }] } },
    [
      ['error', 'spec.vmConfig.env[0].value', 'The variable "A" comes from HOST, and has the value "b"', 'Leave the value out, or use valueFrom INLINE'],
    ],
  ],
  [
    'ports',
    { url: 'file:///a', match: [{ ports: [{ number: 80 }] }, { mode: 'SERVER' }] },
    [],
  ],
  [
    'numbers that are no ports',
    { url: 'file:///a', match: [{ ports: [{}, { number: 65536 }] }] },
    [
      ['error', 'spec.match[0].ports[0].number', '0 is not a port', 'Give a number from 1 to 65535'],
      ['error', 'spec.match[0].ports[1].number', '65536 is not a port', 'Give a number from 1 to 65535'],
    ],
  ],
  [
    'a target of another kind',
    { url: 'file:///a', targetRefs: [{ kind: 'Pod', name: 'a' }] },
    [
      ['error', 'spec.targetRefs[0].kind', 'Nothing can be attached to "/Pod"', 'Attach to a Service (group ""), a ServiceEntry (networking.istio.io), or a Gateway or GatewayClass (gateway.networking.k8s.io)'],
    ],
  ],
  [
    'a selector without labels',
    { url: 'file:///a', selector: {} },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('WasmPlugin', spec)).toEqual(findings);
});

test('names are limited in bytes', () => {
  const plugin = (more: any): any => ({ url: 'file:///a', ...more });
  expect(said('WasmPlugin', plugin({ imagePullSecret: 'a'.repeat(253), pluginName: 'a'.repeat(256), vmConfig: { env: [{ name: 'a'.repeat(256) }] } }))).toEqual([]);
  expect(said('WasmPlugin', plugin({ imagePullSecret: 'é'.repeat(127) }))).toEqual([
    ['error', 'spec.imagePullSecret', `The name of the secret "${'é'.repeat(76)}... has 254 bytes`, 'Give one of at most 253'],
  ]);
  expect(said('WasmPlugin', plugin({ pluginName: 'a'.repeat(257) }))).toEqual([
    ['error', 'spec.pluginName', `The name of the plugin "${'a'.repeat(76)}... has 257 bytes`, 'Give one of at most 256'],
  ]);
  expect(said('WasmPlugin', plugin({ vmConfig: { env: [{ name: 'a'.repeat(257) }] } }))).toEqual([
    ['error', 'spec.vmConfig.env[0].name', `The name of the variable "${'a'.repeat(76)}... has 257 bytes`, 'Give one of at most 256'],
  ]);
});
