import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import { ISSUER, Token, User, USERS } from './users';

const KEY_ID = 'own';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The public keys of the issuer, as a JSON Web Key Set. */
export const JWKS = JSON.stringify({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] });

/** The token itself. */
export function tokenText(token: Token): string {
  return TOKENS[token];
}

const DAY = 24 * 3600;

const TOKENS: Readonly<Record<Token, string>> = {
  staff: signed(USERS.staff, own.privateKey, DAY),
  guest: signed(USERS.guest, own.privateKey, DAY),
  forged: signed(USERS.staff, foreign.privateKey, DAY),
  expired: signed(USERS.staff, own.privateKey, -DAY),
};

/** A token that ends so many seconds from now. */
function signed({ subject, audience, claims }: User, key: KeyObject, seconds: number): string {
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { role: [role], groups } = claims;
  const payload = {
    iss: ISSUER, sub: subject, aud: audience, exp: Math.floor(Date.now() / 1000) + seconds, role, groups, realm: { roles: claims['[realm][roles]'] },
  };
  const content = `${encoded({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encoded(payload)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}
