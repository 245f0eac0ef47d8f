import { Case, said } from './said';

const CASES: readonly Case[] = [
  [
    'all of it',
    {
      selector: { matchLabels: { app: 'web' } },
      tracing: [
        {
          providers: [{ name: 'zipkin' }],
          randomSamplingPercentage: 100,
          customTags: {
            a: { literal: { value: 'b' } },
            c: { header: { name: 'd' } },
            e: { environment: { name: 'F' } },
            g: { formatter: { value: '%X%' } },
          },
        },
      ],
      metrics: [
        {
          providers: [{ name: 'prometheus' }],
          overrides: [
            {
              match: { metric: 'REQUEST_COUNT' },
              tagOverrides: { a: { value: 'b' }, c: { operation: 'REMOVE' } },
            },
          ],
        },
      ],
      accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: 'response.code >= 400' } }],
    },
    [],
  ],
  [
    'providers without a name',
    {
      tracing: [{ providers: [{}] }],
      metrics: [{ providers: [{ name: '' }] }],
      accessLogging: [{ providers: [{ name: 'a' }, {}] }],
    },
    [
      ['error', 'spec.metrics[0].providers[0].name', 'The provider has no name', 'Name one of meshConfig.extensionProviders'],
      ['error', 'spec.tracing[0].providers[0].name', 'The provider has no name', 'Name one of meshConfig.extensionProviders'],
      ['error', 'spec.accessLogging[0].providers[1].name', 'The provider has no name', 'Name one of meshConfig.extensionProviders'],
    ],
  ],
  [
    'two entries for tracing',
    { tracing: [{}, {}] },
    [
      ['warning', 'spec.tracing', 'Of 2 entries for tracing, Istio reads one', 'Keep one entry'],
    ],
  ],
  [
    'two providers of traces',
    { tracing: [{ providers: [{ name: 'a' }, { name: 'b' }] }] },
    [
      ['warning', 'spec.tracing[0].providers', 'Of 2 providers of traces, Istio uses one', 'Keep one provider'],
    ],
  ],
  [
    'percentages beyond the ends',
    { tracing: [{ randomSamplingPercentage: 100.5 }] },
    [
      ['error', 'spec.tracing[0].randomSamplingPercentage', '100.5 % of requests cannot be traced', 'Give a number from 0 to 100'],
    ],
  ],
  [
    'a negative percentage',
    { tracing: [{ randomSamplingPercentage: -1 }] },
    [
      ['error', 'spec.tracing[0].randomSamplingPercentage', '-1 % of requests cannot be traced', 'Give a number from 0 to 100'],
    ],
  ],
  [
    'a tag of spans without a name',
    { tracing: [{ customTags: { '': { literal: { value: 'a' } } } }] },
    [
      ['error', 'spec.tracing[0].customTags', 'A tag of the spans has no name', 'Name the tag'],
    ],
  ],
  [
    'tags of spans from nowhere',
    { tracing: [{ customTags: { a: { literal: {} }, b: { header: {} }, c: { environment: { name: '' } } } }] },
    [
      ['error', 'spec.tracing[0].customTags.a.literal.value', 'The tag "a" has a literal without a value', 'Give the value'],
      ['error', 'spec.tracing[0].customTags.b.header.name', 'The tag "b" has a header without a name', 'Give the name'],
      ['error', 'spec.tracing[0].customTags.c.environment.name', 'The tag "c" has a environment without a name', 'Give the name'],
    ],
  ],
  [
    'tags of spans that Istio does not look into',
    { tracing: [{ customTags: { a: {}, b: { formatter: {} } } }] },
    [],
  ],
  [
    'a custom metric without a name',
    { metrics: [{ overrides: [{ match: { customMetric: '' } }] }] },
    [
      ['error', 'spec.metrics[0].overrides[0].match.customMetric', 'The custom metric has no name', "Name it, or choose one of Istio's with metric"],
    ],
  ],
  [
    'a tag of metrics without a name',
    { metrics: [{ overrides: [{ tagOverrides: { '': { value: 'a' } } }] }] },
    [
      ['warning', 'spec.metrics[0].overrides[0].tagOverrides', 'A tag of the metric has no name', 'Name the tag'],
    ],
  ],
  [
    'a tag of metrics without a value',
    { metrics: [{ overrides: [{ tagOverrides: { a: {}, b: { operation: 'UPSERT', value: '' } } }] }] },
    [
      ['error', 'spec.metrics[0].overrides[0].tagOverrides.a.value', 'The tag "a" has no value to be set to', 'Give an expression as the value, or operation REMOVE'],
      ['error', 'spec.metrics[0].overrides[0].tagOverrides.b.value', 'The tag "b" has no value to be set to', 'Give an expression as the value, or operation REMOVE'],
    ],
  ],
  [
    'a tag of metrics that is removed and set',
    { metrics: [{ overrides: [{ tagOverrides: { a: { operation: 'REMOVE', value: 'b' } } }] }] },
    [
      ['error', 'spec.metrics[0].overrides[0].tagOverrides.a.value', 'The tag "a" is removed, and has the value "b"', 'Leave the value out, or use operation UPSERT'],
    ],
  ],
  [
    'a filter that is no expression',
    { accessLogging: [{ filter: { expression: 'response.code >' } }] },
    [
      ['error', 'spec.accessLogging[0].filter.expression', '"response.code >" is not an expression of CEL: it ends too soon', 'Write a condition such as "response.code >= 400", or leave the filter out'],
    ],
  ],
  [
    'a filter that says nothing',
    { accessLogging: [{ filter: {} }] },
    [
      ['error', 'spec.accessLogging[0].filter.expression', '"" is not an expression of CEL: it ends too soon', 'Write a condition such as "response.code >= 400", or leave the filter out'],
    ],
  ],
  [
    'a selector without labels, beside a target',
    { selector: {}, targetRef: { kind: 'Pod', name: 'a' } },
    [
      ['error', 'spec', 'selector and targetRef are given together', 'Keep one of them: each says what the object is for'],
      ['error', 'spec.targetRef.kind', 'Nothing can be attached to "/Pod"', 'Attach to a Service (group ""), a ServiceEntry (networking.istio.io), or a Gateway or GatewayClass (gateway.networking.k8s.io)'],
      ['warning', 'spec.selector.matchLabels', 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out'],
    ],
  ],
];

test.each(CASES)('%s', (_title, spec, findings) => {
  expect(said('Telemetry', spec)).toEqual(findings);
});
