import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'a policy that says nothing',
    {},
    [],
  ],
  [
    'an ALLOW policy without rules allows nothing, which one may want',
    { action: 'ALLOW' },
    [],
  ],
  [
    'a DENY policy without rules',
    { action: 'DENY' },
    [
      ['error', 'spec.rules', 'A policy with action DENY and no rules never takes effect', 'Add a rule; {} is one for all requests'],
    ],
  ],
  [
    'a CUSTOM policy without rules',
    { action: 'CUSTOM', provider: { name: 'opa' } },
    [
      ['error', 'spec.rules', 'A policy with action CUSTOM and no rules never takes effect', 'Add a rule; {} is one for all requests'],
    ],
  ],
  [
    'a CUSTOM policy with a provider',
    { action: 'CUSTOM', provider: { name: 'opa' }, rules: [{}] },
    [],
  ],
  [
    'a CUSTOM policy without a provider',
    { action: 'CUSTOM', rules: [{}] },
    [
      ['error', 'spec.provider.name', 'There is no provider to ask', 'Name one of meshConfig.extensionProviders'],
    ],
  ],
  [
    'a CUSTOM policy whose provider has no name',
    { action: 'CUSTOM', provider: {}, rules: [{}] },
    [
      ['error', 'spec.provider.name', 'There is no provider to ask', 'Name one of meshConfig.extensionProviders'],
    ],
  ],
  [
    'another policy with a provider',
    { provider: { name: 'opa' }, rules: [{}] },
    [
      ['error', 'spec.provider', 'A policy with action ALLOW asks no provider', 'Remove it, or use action CUSTOM'],
    ],
  ],
  [
    'a CUSTOM policy that asks who is calling',
    {
      rules: [{ from: [{ source: { principals: ['a'], notNamespaces: ['b'] } }] }],
      action: 'CUSTOM',
      provider: { name: 'opa' },
    },
    [
      ['error', 'spec.rules[0].from[0].source.notNamespaces', 'A policy with action CUSTOM cannot ask for notNamespaces (["b"])', 'Leave it to the provider, or use a policy with another action'],
      ['error', 'spec.rules[0].from[0].source.principals', 'A policy with action CUSTOM cannot ask for principals (["a"])', 'Leave it to the provider, or use a policy with another action'],
    ],
  ],
  [
    'a CUSTOM policy that asks from where the call comes',
    {
      rules: [{ from: [{ source: { ipBlocks: ['10.0.0.1'] } }] }],
      action: 'CUSTOM',
      provider: { name: 'opa' },
    },
    [],
  ],
  [
    'a CUSTOM policy with conditions that the provider must ask for itself',
    {
      action: 'CUSTOM',
      provider: { name: 'opa' },
      rules: [
        {
          when: [
            { key: 'source.principal', values: ['a'] },
            { key: 'request.auth.claims[iss]', values: ['a'] },
            { key: 'source.ip', values: ['10.0.0.1'] },
          ],
        },
      ],
    },
    [
      ['error', 'spec.rules[0].when[0].key', 'A policy with action CUSTOM cannot ask for source.principal', 'Leave it to the provider, or use a policy with another action'],
      ['error', 'spec.rules[0].when[1].key', 'A policy with action CUSTOM cannot ask for request.auth.claims[iss]', 'Leave it to the provider, or use a policy with another action'],
    ],
  ],
  [
    'a selector with labels',
    { selector: { matchLabels: { app: 'web' } } },
    [],
  ],
  [
    'a selector without labels',
    { selector: {} },
    [
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
  [
    'a selector with wildcards',
    { selector: { matchLabels: { 'app': 'w*', 'a*': 'b', '': 'c' } } },
    [
      ['error', 'spec.selector.matchLabels.app', 'The label "app=w*" of the selector has a wildcard', 'Write the label as the workloads have it; a selector has no patterns'],
      ['error', 'spec.selector.matchLabels["a*"]', 'The label "a*=b" of the selector has a wildcard', 'Write the label as the workloads have it; a selector has no patterns'],
      ['error', 'spec.selector.matchLabels', 'The value "c" of the selector has no key', 'Write the key of the label before it'],
    ],
  ],
  [
    'a target',
    {
      targetRefs: [
        { kind: 'Service', name: 'web' },
        { group: 'core', kind: 'Service', name: 'web' },
        { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' },
        { group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: 'istio-waypoint' },
        { group: 'networking.istio.io', kind: 'ServiceEntry', name: 'db' },
      ],
    },
    [],
  ],
  [
    'a target of another kind',
    { targetRef: { group: 'apps', kind: 'Deployment', name: 'web' } },
    [
      ['error', 'spec.targetRef.kind', 'Nothing can be attached to "apps/Deployment"', 'Attach to a Service (group ""), a ServiceEntry (networking.istio.io), or a Gateway or GatewayClass (gateway.networking.k8s.io)'],
    ],
  ],
  [
    'a target without a name, in a namespace',
    { targetRefs: [{ kind: 'Service', namespace: 'shop' }] },
    [
      ['error', 'spec.targetRefs[0].name', 'The target has no name', 'Name the object to attach to'],
      ['error', 'spec.targetRefs[0].namespace', 'The target is looked for in the namespace "shop"', 'Leave the namespace out, and put this object into the namespace of its target'],
    ],
  ],
  [
    'a selector and targets at once',
    { selector: { matchLabels: { app: 'web' } }, targetRefs: [{ kind: 'Service', name: 'web' }] },
    [
      ['error', 'spec', 'selector and targetRefs are given together', 'Keep one of them: each says what the object is for'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('AuthorizationPolicy', spec)).toEqual(findings);
});

test('a policy on trial is ALLOW or DENY', () => {
  const metadata = { name: 'a', annotations: { 'istio.io/dry-run': 'true' } };
  expect(said('AuthorizationPolicy', { action: 'DENY', rules: [{}] }, metadata)).toEqual([]);
  expect(said('AuthorizationPolicy', { action: 'AUDIT', selector: {} }, metadata)).toEqual([
    ['error', 'metadata.annotations["istio.io/dry-run"]', 'A policy with action AUDIT cannot be tried without effect', 'Remove the annotation, or use action ALLOW or DENY'],
  ]);
});
