import { compareKinds, formatDifference } from '../../schema/tools/compare';
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
  delete fields.portLevelMtls;
  (release['sidecars.networking.istio.io'].schema as any).fields.spec.fields.egress.list.fields.hosts.list = 'integer';
  expect(compareKinds(own, release).map(formatDifference).map((line) => line.slice(0, 90))).toEqual([
    '+ peerauthentications.security.istio.io.spec.mtls.mode.enum: "STRICTER"',
    '+ peerauthentications.security.istio.io.spec.news: "string"',
    '- peerauthentications.security.istio.io.spec.portLevelMtls: {"map":{"fields":{"mode":{"is"',
    '~ sidecars.networking.istio.io.spec.egress[].hosts[]: "string" -> "integer"',
    '- wasmplugins.extensions.istio.io: {"group":"extensions.istio.io","names":{"categories":["',
  ]);
});

test('a rule of a shared message that changes is listed at every place of use', () => {
  const release = structuredClone(own);
  const at = (name: string) => (release[name].schema as any).fields.spec.fields;
  at('serviceentries.networking.istio.io').endpoints.list.rules.pop();
  expect(compareKinds(own, release).map(formatDifference).map((line) => line.slice(0, 70))).toEqual([
    '- serviceentries.networking.istio.io.spec.endpoints[].rules: ["(has(se',
  ]);
});
