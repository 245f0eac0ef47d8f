import { readBundle } from '../../../src/resources/bundle';
import { formatFinding } from '../../../src/resources/validation';
import { compileRule, runRules } from '../../../src/resources/validation/rules';
import { FIXES } from '../../../src/resources/validation/rules/fixes';
import { EXPRESSIONS } from '../../../src/resources/validation/rules/istio.generated';
import { Walk } from '../../../src/resources/validation/walk';

/** For each rule of Istio's CRDs: values that keep it, and values that break it. */
const CASES: Readonly<Record<string, readonly [keep: unknown[], broken: unknown[]]>> = {
  'port must be between 1-65535': [[1, 65535], [0, -1, 65536]],
  'must be a valid duration greater than 1ms': [['1ms', '5s', '1h30m', '0.5s'], ['0s', '999us', '-1s', '5', '', 'apple', '1d']],
  'only one of targetRefs or selector can be set': [[{}, { selector: {} }, { targetRefs: [] }, { selector: {}, targetRefs: null }], [{ selector: {}, targetRefs: [] }]],
  'exactly one of wasm or lua must be set': [[{ wasm: {} }, { lua: {} }], [{}, { wasm: {}, lua: {} }]],
  'url must have schema one of [http, https, file, oci]': [
    ['oci://a/b', 'https://a', 'file:///a', 'a.b/c:tag', '/opt/a.wasm'], ['ftp://a', 'a:5000/b', '#%blah$#@', 'a b'],
  ],
  'value may only be set when valueFrom is INLINE': [[{ value: 'x' }, { valueFrom: 'HOST' }, { valueFrom: 'INLINE', value: 'x' }], [{ valueFrom: 'HOST', value: '' }]],
  'only support waypointMatch when context is WAYPOINT': [
    [{}, { context: 'ANY' }, { context: 'WAYPOINT', waypoint: {} }], [{ context: 'WAYPOINT' }, { waypoint: {} }, { context: 'ANY', waypoint: {} }],
  ],
  'only one of targetRefs or workloadSelector can be set': [[{}, { workloadSelector: {} }], [{ workloadSelector: {}, targetRefs: [] }]],
  'only one of credentialNames or tlsCertificates can be set': [[{}, { credentialNames: [] }], [{ credentialNames: [], tlsCertificates: [] }]],
  'only one of credentialName or credentialNames can be set': [[{}, { credentialName: 'a' }], [{ credentialName: 'a', credentialNames: [] }]],
  'only one of credentialName or tlsCertificates can be set': [[{}, { tlsCertificates: [] }], [{ credentialNames: [], tlsCertificates: [] }]],
  'Address is required': [[{ address: '' }, { network: 'n' }], [{}, { address: null }]],
  'hostname cannot be wildcard': [['a.b', '*.a'], ['*']],
  'port number cannot be duplicated': [[[], [{ number: 1 }, { number: 2 }]], [[{ number: 1 }, { number: 1 }], [{}]]],
  'only one of WorkloadSelector or Endpoints can be set': [[{}, { endpoints: [] }], [{ endpoints: [], workloadSelector: {} }]],
  'CIDR addresses are allowed only for NONE/STATIC resolution types': [
    [{}, { addresses: ['1.2.3.0/24'] }, { addresses: ['1.2.3.0/24'], resolution: 'STATIC' }, { addresses: ['1.2.3.4'], resolution: 'DNS' }],
    [{ addresses: ['1.2.3.4', '1.2.3.0/24'], resolution: 'DNS' }],
  ],
  'NONE mode cannot set endpoints': [[{}, { endpoints: [], resolution: 'STATIC' }], [{ endpoints: [] }, { endpoints: [], resolution: 'NONE' }]],
  'DNS_ROUND_ROBIN mode cannot have multiple endpoints': [
    [{ resolution: 'DNS_ROUND_ROBIN', endpoints: [{}] }, { endpoints: [{}, {}] }], [{ resolution: 'DNS_ROUND_ROBIN', endpoints: [{}, {}] }],
  ],
  'wildcard is not supported in selector': [['a'], ['a*']],
  'UDS must be an absolute path or abstract socket': [['unix:///a', 'unix://@a', '1.2.3.4'], ['unix://a', 'unix://']],
  'UDS may not be a dir': [['unix:///a', 'a/'], ['unix:///a/']],
  'port name must be valid': [[{}, { 'http': 1, 'a-b': 1 }], [{ '-a': 1 }, { '@': 1 }, { ['a'.repeat(63)]: 1 }]],
  'UDS may not include ports': [
    [{ address: 'unix:///a' }, { address: '1.2.3.4', ports: {} }, { ports: {} }], [{ address: 'unix:///a', ports: {} }],
  ],
  'scheme must be one of [HTTP, HTTPS]': [['', 'HTTP', 'HTTPS'], ['http']],
  'Cannot set serviceAccounts with namespaces or principals': [
    [{ serviceAccounts: [] }, { principals: [], namespaces: [] }],
    [{ serviceAccounts: [], principals: [] }, { notServiceAccounts: [], notNamespaces: [] }],
  ],
  'portLevelMtls requires selector': [
    [{}, { portLevelMtls: {}, selector: { matchLabels: { a: 'b' } } }], [{ portLevelMtls: {} }, { portLevelMtls: {}, selector: { matchLabels: {} } }],
  ],
  'url must have scheme http:// or https://': [['http://a', 'https://a/b'], ['ftp://a', 'a']],
  'only one of jwks or jwksUri can be set': [[{}, { jwks_uri: 'a' }], [{ jwksUri: 'a', jwks: 'b' }, { jwksUri: 'a', jwks_uri: 'a' }]],
  'value must be set when operation is UPSERT': [[{}, { operation: 'UPSERT', value: 'a' }], [{ operation: 'UPSERT' }, { operation: 'UPSERT', value: '' }]],
  'value must not be set when operation is REMOVE': [[{ operation: 'REMOVE' }], [{ operation: 'REMOVE', value: 'a' }]],
  'cross namespace referencing is not currently supported': [[''], ['a']],
  'wildcard not allowed in label value match': [['a'], ['*']],
  'wildcard not allowed in label key match': [[{ a: 'b' }], [{ 'a*': 'b' }]],
  'key must not be empty': [[{ a: 'b' }], [{ '': 'b' }]],
};

/** The rules of the kinds, each once: its text with its message. Two may have one text, and messages of their own. */
function rules(): [string, string][] {
  const found = new Map<string, [string, string]>();
  const visit = (value: any): void => {
    if (typeof value !== 'object' || value === null) return;
    const own: [string, string][] = Array.isArray(value.rules) ? value.rules : [];
    own.forEach(([text, message]) => found.set(JSON.stringify([text, message]), [text, message]));
    Object.values(value).forEach(visit);
  };
  visit(readBundle());
  return [...found.values()];
}

function keeps(text: string, self: unknown): boolean {
  try {
    return compileRule({ rule: text }, EXPRESSIONS)!.holds(self) === true;
  } catch {
    return false;
  }
}

test.each(rules())('%s', (text, message) => {
  const [keep, broken] = text.includes('int(key)') ? [[{ 80: {} }, {}], [{ 0: {} }, { 65536: {} }, { acd: {} }]] : CASES[message];
  expect({ keep: keep.filter((self) => !keeps(text, self)), broken: broken.filter((self) => keeps(text, self)) }).toEqual({ keep: [], broken: [] });
});

test('A rule that was not compiled says how to compile it', () => {
  expect(() => compileRule({ rule: 'self.new' }, EXPRESSIONS))
    .toThrow(new Error('The CEL rule "self.new" of schema/ was not compiled. Run: npx projen schema'));
});

test('For each rule it is said what to do, and of no other', () => {
  expect(Object.keys(FIXES).sort()).toEqual([...new Set(rules().map(([, message]) => message))].sort());
});

test('A rule that is broken says its message, at the field that it names, and what to do', () => {
  const said = (facts: object, expressions: any, value: unknown): string[] => {
    const walk = new Walk();
    runRules([compileRule(facts, expressions)!], value, walk);
    return walk.rules.all.map(formatFinding);
  };
  const never = { rule: () => false, text: () => 'made', fails: () => { throw new Error('no text'); } };
  expect(said({ rule: 'rule', message: 'UDS may not be a dir' }, never, 'x')).toEqual(['"x" breaks a rule: UDS may not be a dir. Name the socket, without a slash at its end.']);
  expect(said({ rule: 'rule', messageExpression: 'text', fieldPath: '.a[\'b.c\'].d' }, never, 1)).toEqual(['a["b.c"].d: 1 breaks a rule: made. Change it so that this holds: rule.']);
  expect(said({ rule: 'rule', messageExpression: 'fails' }, never, 1)).toEqual(['1 breaks a rule: failed rule: rule. Change it so that this holds: rule.']);
  expect(said({ rule: 'fails', message: 'm' }, never, 1)).toEqual(['1 cannot be held to a rule: no text. Change it so that this holds: fails.']);
});

test('A rule about what was before is not asked', () => {
  expect(compileRule({ rule: 'self == oldSelf' }, { 'self == oldSelf': null })).toBeUndefined();
});
