import { generateKeyPairSync } from 'node:crypto';
import { readKeySet } from '../../../../../src/resources/validation/admission/common/jwks';

const RSA = { kty: 'RSA', e: 'AQAB', n: 'AQAB' };
const keySet = (...keys: unknown[]): string => JSON.stringify({ keys });

test('public keys are told from secret ones', () => {
  const pairs = [
    generateKeyPairSync('rsa', { modulusLength: 1024 }), generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ed25519'),
  ].flatMap(({ publicKey, privateKey }) => [publicKey.export({ format: 'jwk' }), privateKey.export({ format: 'jwk' })]);
  expect(readKeySet(keySet(...pairs, { kty: 'oct', k: 'AQAB' }))).toEqual({ keys: [false, true, false, true, false, true, true].map((secret) => ({ secret })) });
});

test.each([
  ['a single key', JSON.stringify(RSA)],
  ['a set of no keys', '{"keys":null}'],
  ['something after the set', '{"keys":[]} {'],
  ['base64 of either alphabet, padded or not, with line breaks', keySet({ ...RSA, n: 'A-_A' }, { ...RSA, n: 'A+/A' }, { ...RSA, n: 'AA==' }, { ...RSA, n: 'AA\nA=' })],
  ['fields that are null', keySet({ ...RSA, e: null, kid: null, key_ops: [null], x5c: null })],
  ['fields that nobody knows', keySet({ ...RSA, K: 1, use: 'anything' })],
])('%s can be read', (_title, text) => {
  expect(readKeySet(text).flaw).toBeUndefined();
});

test.each([
  ['', 'it is no JSON'],
  ['{', 'it is no JSON'],
  ['null', 'it is no JSON object'],
  ['[]', 'it is no JSON object'],
  ['{"keys":{}}', 'its keys are no list'],
  ['{"keys":[],"a":1e999}', 'it has a number that is too large'],
  ['{}', 'the key is of the type "", which is none of RSA, EC, OKP and oct'],
  [keySet(null), 'key 0 is no JSON object'],
  [keySet(RSA, { kty: 'rsa' }), 'key 1 is of the type "rsa", which is none of RSA, EC, OKP and oct'],
  [keySet({ ...RSA, kty: null, KTY: 'RSA' }), 'key 0 is of two types'],
  [keySet({ kty: 'RSA', e: 'AQAB' }), 'key 0 has no n'],
  [keySet({ kty: 'EC', crv: 'P-256', x: 'AA' }), 'key 0 has no y'],
  [keySet({ ...RSA, D: 'AA' }), 'key 0 has no d'],
  [keySet({ kty: 'oct' }), 'key 0 has no k'],
  [keySet({ ...RSA, n: 1 }), 'the n of key 0 is not base64'],
  [keySet({ ...RSA, n: 'A' }), 'the n of key 0 is not base64'],
  [keySet({ ...RSA, n: 'AA=' }), 'the n of key 0 is not base64'],
  [keySet({ ...RSA, n: 'A+_A' }), 'the n of key 0 is not base64'],
  [keySet({ ...RSA, use: 1 }), 'the use of key 0 is no text'],
  [keySet({ ...RSA, key_ops: 'verify' }), 'the key_ops of key 0 are no list of texts'],
  [keySet({ ...RSA, x5c: ['AAAA'] }), 'the x5c of key 0 are no certificates'],
])('%s cannot', (text, flaw) => {
  expect(readKeySet(text)).toEqual({ flaw, keys: [] });
});
