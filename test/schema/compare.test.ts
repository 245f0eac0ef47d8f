import { compareKinds, formatDifference, formatDifferences } from '../../schema/tools/compare';
import { ownKinds } from '../../schema/tools/kinds';

const own = ownKinds();

test('nothing differs from itself, in whatever order its sets are', () => {
  const release = structuredClone(own);
  (release['peerauthentications.security.istio.io'].schema as any).fields.spec.fields.mtls.fields.mode.enum.reverse();
  expect(compareKinds(own, release)).toEqual([]);
});

test('kinds, fields, words and limits are listed that are lacking, too many or different', () => {
  const release = structuredClone(own);
  delete release['wasmplugins.extensions.istio.io'];
  const { fields } = (release['peerauthentications.security.istio.io'].schema as any).fields.spec;
  fields.mtls.fields.mode.enum = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT', 'STRICTER'];
  fields.news = 'string';
  fields.selector.fields.list = { list: { fields: { name: 'string', port: 'integer' } } };
  delete fields.portLevelMtls;
  (release['sidecars.networking.istio.io'].schema as any).fields.spec.fields.egress.list.fields.hosts.list = 'integer';
  expect(formatDifferences(compareKinds(own, release)).split('\n')).toEqual([
    'peerauthentications.security.istio.io',
    '  + spec.mtls.mode.enum: "STRICTER"',
    '  + spec.news: "string"',
    '  - spec.portLevelMtls: a map, each value a message of mode',
    '  + spec.selector.list: a list, each item a message of name, port',
    '',
    'sidecars.networking.istio.io',
    '  ~ spec.egress[].hosts[]: "string" -> "integer"',
    '',
    'wasmplugins.extensions.istio.io',
    '  - the kind WasmPlugin, v1alpha1',
    '',
    '+ the release has it   - only schema/ has it   ~ schema/ -> release',
    '6 differences in 3 kinds',
  ]);
});

test('a rule of a shared message that changes is listed at every place of use', () => {
  const release = structuredClone(own);
  const at = (name: string) => (release[name].schema as any).fields.spec.fields;
  at('serviceentries.networking.istio.io').endpoints.list.rules.pop();
  expect(compareKinds(own, release).map(formatDifference).map((line) => line.slice(0, 41))).toEqual([
    '- spec.endpoints[].rules: ["(has(self.add',
  ]);
});

test('a version that looks otherwise is compared by itself, and only it', () => {
  const routes = ownKinds('gateway-api');
  expect(Object.keys(routes['tlsroutes.gateway.networking.k8s.io'].schemas!)).toEqual(['v1alpha2']);
  const release = structuredClone(routes);
  (release['tlsroutes.gateway.networking.k8s.io'].schemas!.v1alpha2 as any).fields.spec.fields.rules.maxItems = 3;
  const { schema } = structuredClone(release['httproutes.gateway.networking.k8s.io']) as any;
  schema.fields.spec.fields.rules.maxItems = 4;
  (release as any)['httproutes.gateway.networking.k8s.io'].schemas = { v1beta1: schema };
  expect(formatDifferences(compareKinds(routes, release)).split('\n')).toEqual([
    'httproutes.gateway.networking.k8s.io',
    '  ~ (v1beta1).spec.rules.maxItems: 16 -> 4',
    '',
    'tlsroutes.gateway.networking.k8s.io',
    '  ~ (v1alpha2).spec.rules.maxItems: 16 -> 3',
    '',
    '+ the release has it   - only schema/ has it   ~ schema/ -> release',
    '2 differences in 2 kinds',
  ]);
});

test('the order in which a release writes the members of a map says nothing', () => {
  const release = structuredClone(own);
  const [column] = (release['destinationrules.networking.istio.io'] as any).versions[0].columns;
  (release['destinationrules.networking.istio.io'] as any).versions[0].columns[0] = Object.fromEntries(Object.entries(column).reverse());
  expect(compareKinds(own, release)).toEqual([]);
});

test('a version is compared with the one of its name', () => {
  const release: any = structuredClone(own);
  const { versions } = release['destinationrules.networking.istio.io'];
  Object.assign(versions[0], { served: false });
  versions.pop();
  versions.reverse();
  expect(compareKinds(own, release).map(({ what, path }) => `${what} ${path}`)).toEqual([
    `different versions.${versions.at(-1).name}.served`, 'too many versions.v1beta1',
  ]);
});
