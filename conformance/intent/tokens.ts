import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { Token } from './request';

/** Who signs the tokens of the end users of all meshes. */
export const ISSUER = 'https://users.example.com';

const KEY_ID = 'own';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The public keys of the issuer, as a JSON Web Key Set. */
export const JWKS = JSON.stringify({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] });

/** The token itself. */
export function tokenText(token: Token): string {
  return TOKENS[token];
}

const TOKENS: Readonly<Record<Token, string>> = {
  staff: signed('staff', own.privateKey),
  guest: signed('guest', own.privateKey),
  forged: signed('staff', foreign.privateKey),
};

function signed(role: string, key: KeyObject): string {
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const expiry = Math.floor(Date.now() / 1000) + 24 * 3600;
  const content = `${encoded({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encoded({ iss: ISSUER, sub: 'somebody', role, exp: expiry })}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}
