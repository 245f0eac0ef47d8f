import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'an item of from without a source',
    { rules: [{ from: [{}] }] },
    [
      ['error', 'spec.rules[0].from[0].source', 'There is no source', 'Name what the caller must be, or leave the item out'],
    ],
  ],
  [
    'a source that says nothing',
    { rules: [{ from: [{ source: {} }] }] },
    [
      ['error', 'spec.rules[0].from[0].source', 'The source says nothing', 'Name what is to match, or leave the item out'],
    ],
  ],
  [
    'a source whose lists are empty',
    { rules: [{ from: [{ source: { principals: [] } }] }] },
    [
      ['error', 'spec.rules[0].from[0].source', 'The source says nothing', 'Name what is to match, or leave the item out'],
    ],
  ],
  [
    'an item of to without an operation',
    { rules: [{ to: [{}] }] },
    [
      ['error', 'spec.rules[0].to[0].operation', 'There is no operation', 'Name what the request must be, or leave the item out'],
    ],
  ],
  [
    'an operation that says nothing',
    { rules: [{ to: [{ operation: {} }] }] },
    [
      ['error', 'spec.rules[0].to[0].operation', 'The operation says nothing', 'Name what is to match, or leave the item out'],
    ],
  ],
  [
    'service accounts together with principals',
    { rules: [{ from: [{ source: { serviceAccounts: ['web'], notPrincipals: ['a'] } }] }] },
    [
      ['error', 'spec.rules[0].from[0].source', 'Service accounts are asked for together with principals or namespaces', 'Keep one way to name the callers'],
    ],
  ],
  [
    'service accounts together with trust domains',
    { rules: [{ from: [{ source: { serviceAccounts: ['web'], trustDomains: ['cluster.local'] } }] }] },
    [],
  ],
  [
    'empty texts',
    {
      rules: [{ from: [{ source: { principals: [''], requestPrincipals: [''], notNamespaces: ['a', ''] } }] }],
    },
    [
      ['error', 'spec.rules[0].from[0].source.principals[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].from[0].source.requestPrincipals[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].from[0].source.notNamespaces[1]', 'The value is empty', 'Give a value, or leave the item out'],
    ],
  ],
  [
    'service accounts',
    { rules: [{ from: [{ source: { serviceAccounts: ['web', 'shop/web'] } }] }] },
    [],
  ],
  [
    'texts that are no service accounts',
    { rules: [{ from: [{ source: { serviceAccounts: ['', 'a/b/c', '/web', 'shop/', 'web*'] } }] }] },
    [
      ['error', 'spec.rules[0].from[0].source.serviceAccounts[0]', '"" is not a service account', 'Write "account", or "namespace/account"'],
      ['error', 'spec.rules[0].from[0].source.serviceAccounts[1]', '"a/b/c" is not a service account', 'Write "account", or "namespace/account"'],
      ['error', 'spec.rules[0].from[0].source.serviceAccounts[2]', '"/web" is not a service account', 'Write "account", or "namespace/account"'],
      ['error', 'spec.rules[0].from[0].source.serviceAccounts[3]', '"shop/" is not a service account', 'Write "account", or "namespace/account"'],
      ['error', 'spec.rules[0].from[0].source.serviceAccounts[4]', 'The service account "web*" has a wildcard', 'Name the account; for patterns, use principals'],
    ],
  ],
  [
    'trust domains',
    { rules: [{ from: [{ source: { trustDomains: ['cluster.local', '*', '*.corp', 'east*'] } }] }] },
    [],
  ],
  [
    'texts that are no trust domains',
    { rules: [{ from: [{ source: { trustDomains: ['', 'a*b', '*a*', 'a/b'] } }] }] },
    [
      ['error', 'spec.rules[0].from[0].source.trustDomains[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].from[0].source.trustDomains[1]', 'The wildcard in "a*b" is not at one end', 'Write "*", "*end", "start*", or the whole value'],
      ['error', 'spec.rules[0].from[0].source.trustDomains[2]', 'The wildcard in "*a*" is not at one end', 'Write "*", "*end", "start*", or the whole value'],
      ['error', 'spec.rules[0].from[0].source.trustDomains[3]', 'The trust domain "a/b" has a slash', 'Name the domain alone, such as "cluster.local"'],
    ],
  ],
  [
    'addresses and ranges',
    {
      rules: [
        {
          from: [
            {
              source: {
                ipBlocks: ['10.0.0.1', '10.0.0.0/8', '2001:db8::1', 'fe80::1%eth0'],
                notRemoteIpBlocks: ['2001:db8::/32'],
              },
            },
          ],
        },
      ],
    },
    [],
  ],
  [
    'texts that are no addresses',
    {
      rules: [{ from: [{ source: { ipBlocks: ['', '10.0.0', '010.0.0.1', '10.0.0.0/33', '10.0.0.0/08'] } }] }],
    },
    [
      ['error', 'spec.rules[0].from[0].source.ipBlocks[0]', '"" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.rules[0].from[0].source.ipBlocks[1]', '"10.0.0" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.rules[0].from[0].source.ipBlocks[2]', '"010.0.0.1" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.rules[0].from[0].source.ipBlocks[3]', '"10.0.0.0/33" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.rules[0].from[0].source.ipBlocks[4]', '"10.0.0.0/08" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
    ],
  ],
  [
    'ports',
    { rules: [{ to: [{ operation: { ports: ['0', '80', '65535'] } }] }] },
    [],
  ],
  [
    'texts that are no ports',
    { rules: [{ to: [{ operation: { notPorts: ['', '65536', '-1', '+1', 'http'] } }] }] },
    [
      ['error', 'spec.rules[0].to[0].operation.notPorts[0]', '"" is not a port', 'Give a number from 0 to 65535, as text'],
      ['error', 'spec.rules[0].to[0].operation.notPorts[1]', '"65536" is not a port', 'Give a number from 0 to 65535, as text'],
      ['error', 'spec.rules[0].to[0].operation.notPorts[2]', '"-1" is not a port', 'Give a number from 0 to 65535, as text'],
      ['error', 'spec.rules[0].to[0].operation.notPorts[3]', '"+1" is not a port', 'Give a number from 0 to 65535, as text'],
      ['error', 'spec.rules[0].to[0].operation.notPorts[4]', '"http" is not a port', 'Give a number from 0 to 65535, as text'],
    ],
  ],
  [
    'empty methods, hosts and paths',
    { rules: [{ to: [{ operation: { methods: [''], notHosts: [''], paths: [''] } }] }] },
    [
      ['error', 'spec.rules[0].to[0].operation.methods[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].to[0].operation.notHosts[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].to[0].operation.paths[0]', 'The value is empty', 'Give a value, or leave the item out'],
    ],
  ],
  [
    'paths',
    { rules: [{ to: [{ operation: { paths: ['/', '/a*', '*/b', '/{*}/b', '/a/{*}/b/{**}'] } }] }] },
    [],
  ],
  [
    'paths with templates in the wrong place',
    {
      rules: [{ to: [{ operation: { paths: ['/{**}/{*}', '/a{*}', '/{name}', '/{*}/b c', '/{*}/a*'] } }] }],
    },
    [
      ['error', 'spec.rules[0].to[0].operation.paths[0]', 'The path "/{**}/{*}" goes on with {*} after {**}', 'Use {*} for one part between slashes, and {**} for all at the end'],
      ['error', 'spec.rules[0].to[0].operation.paths[1]', 'The path "/a{*}" has braces in "a{*}" that are no template', 'Use {*} for one part between slashes, and {**} for all at the end'],
      ['error', 'spec.rules[0].to[0].operation.paths[2]', 'The path "/{name}" has braces in "{name}" that are no template', 'Use {*} for one part between slashes, and {**} for all at the end'],
      ['error', 'spec.rules[0].to[0].operation.paths[3]', 'The path "/{*}/b c" has templates, beside which "b c" cannot stand', 'Use {*} for one part between slashes, and {**} for all at the end'],
      ['error', 'spec.rules[0].to[0].operation.paths[4]', 'The path "/{*}/a*" has templates, beside which "a*" cannot stand', 'Use {*} for one part between slashes, and {**} for all at the end'],
    ],
  ],
  [
    'conditions',
    {
      rules: [
        {
          when: [
            { key: 'request.headers[x-tenant]', values: ['a'] },
            { key: 'source.ip', notValues: ['10.0.0.0/8'] },
            { key: 'destination.port', values: ['80'] },
            { key: 'request.auth.claims[iss]', values: ['*'] },
            { key: 'experimental.envoy.filters.a.b[c]', values: ['d'] },
          ],
        },
      ],
    },
    [],
  ],
  [
    'a condition without a key',
    { rules: [{ when: [{ values: ['a'] }] }] },
    [
      ['error', 'spec.rules[0].when[0].key', 'The condition has no key', 'Name an attribute, such as "source.ip" or "request.headers[x-tenant]"'],
    ],
  ],
  [
    'a condition without values',
    { rules: [{ when: [{ key: 'source.namespace' }] }] },
    [
      ['error', 'spec.rules[0].when[0].values', 'There is no value to compare source.namespace with', 'Give values or notValues'],
    ],
  ],
  [
    'a condition on what is no attribute',
    { rules: [{ when: [{ key: 'source.color', values: ['red'] }] }] },
    [
      ['error', 'spec.rules[0].when[0].key', '"source.color" is not an attribute', 'Use one of source.ip, remote.ip, source.namespace, source.serviceAccount, source.principal, source.trustDomain, request.auth.principal, request.auth.audiences, request.auth.presenter, destination.ip, destination.port, connection.sni, request.headers[name] or request.auth.claims[name]'],
    ],
  ],
  [
    'a condition on what is gone',
    {
      rules: [
        {
          when: [
            { key: 'destination.name', values: ['a'] },
            { key: 'destination.namespace', values: ['a'] },
            { key: 'destination.labels[app]', values: ['a'] },
          ],
        },
      ],
    },
    [
      ['error', 'spec.rules[0].when[0].key', 'The attribute destination.name is gone', 'Pick the workload in selector or targetRefs'],
      ['error', 'spec.rules[0].when[1].key', 'The attribute destination.namespace is gone', 'Put the policy into that namespace'],
      ['error', 'spec.rules[0].when[2].key', 'The attribute destination.labels[app] is gone', 'Pick the workload by its labels in selector'],
    ],
  ],
  [
    'a map without a name in brackets',
    {
      rules: [
        {
          when: [{ key: 'request.headers', values: ['a'] }, { key: 'request.auth.claims[]', values: ['a'] }],
        },
      ],
    },
    [
      ['error', 'spec.rules[0].when[0].key', '"request.headers" names nothing in brackets', 'Write request.headers[name]'],
      ['error', 'spec.rules[0].when[1].key', '"request.auth.claims[]" names nothing in brackets', 'Write request.auth.claims[name]'],
    ],
  ],
  [
    'values that the attribute cannot have',
    {
      rules: [
        {
          when: [
            { key: 'source.ip', values: ['web'] },
            { key: 'destination.port', notValues: ['http'] },
            { key: 'source.namespace', values: [''] },
            { key: 'source.serviceAccount', values: ['a/b/c'] },
            { key: 'source.trustDomain', values: ['a*b'] },
          ],
        },
      ],
    },
    [
      ['error', 'spec.rules[0].when[0].values[0]', '"web" is neither an IP address nor a range of them', 'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"'],
      ['error', 'spec.rules[0].when[1].notValues[0]', '"http" is not a port', 'Give a number from 0 to 65535, as text'],
      ['error', 'spec.rules[0].when[2].values[0]', 'The value is empty', 'Give a value, or leave the item out'],
      ['error', 'spec.rules[0].when[3].values[0]', '"a/b/c" is not a service account', 'Write "account", or "namespace/account"'],
      ['error', 'spec.rules[0].when[4].values[0]', 'The wildcard in "a*b" is not at one end', 'Write "*", "*end", "start*", or the whole value'],
    ],
  ],
  [
    'a DENY rule about what only HTTP has',
    { rules: [{ to: [{ operation: { methods: ['POST'] } }] }], action: 'DENY' },
    [
      ['warning', 'spec.rules[0]', 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports', 'Say in to.operation.ports which ports it is for'],
    ],
  ],
  [
    'a DENY rule about what only HTTP has, on a port',
    { rules: [{ to: [{ operation: { methods: ['POST'], ports: ['80'] } }] }], action: 'DENY' },
    [],
  ],
  [
    'a DENY rule about tokens',
    { rules: [{ from: [{ source: { requestPrincipals: ['*'] } }] }], action: 'DENY' },
    [
      ['warning', 'spec.rules[0]', 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports', 'Say in to.operation.ports which ports it is for'],
    ],
  ],
  [
    'a DENY rule about callers',
    { rules: [{ from: [{ source: { principals: ['*'] } }] }], action: 'DENY' },
    [],
  ],
  [
    'a DENY rule about trust domains, which is taken for one about HTTP',
    { rules: [{ from: [{ source: { trustDomains: ['corp'] } }] }], action: 'DENY' },
    [
      ['warning', 'spec.rules[0]', 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports', 'Say in to.operation.ports which ports it is for'],
    ],
  ],
  [
    'a DENY rule about callers and methods',
    {
      action: 'DENY',
      rules: [{ from: [{ source: { principals: ['*'] } }], to: [{ operation: { methods: ['GET'] } }] }],
    },
    [
      ['warning', 'spec.rules[0]', 'A DENY rule that asks only for what HTTP has denies all traffic to TCP ports', 'Say in to.operation.ports which ports it is for'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('AuthorizationPolicy', spec)).toEqual(findings);
});

test('a list holds 16 service accounts of 320 bytes each', () => {
  const accounts = (count: number, letter: string, length: number): any =>
    ({ rules: [{ from: [{ source: { serviceAccounts: Array(count).fill(letter.repeat(length)) } }] }] });
  expect(said('AuthorizationPolicy', accounts(16, 'a', 320))).toEqual([]);
  expect(said('AuthorizationPolicy', accounts(17, 'a', 1))).toEqual([
    ['error', 'spec.rules[0].from[0].source.serviceAccounts', 'There are 17 service accounts', 'Name at most 16 here, and others in an item of their own'],
  ]);
  expect(said('AuthorizationPolicy', accounts(1, 'é', 161))).toEqual([
    ['error', 'spec.rules[0].from[0].source.serviceAccounts[0]', `The service account "${'é'.repeat(76)}... has 322 bytes`, 'Give one of at most 320'],
  ]);
});
