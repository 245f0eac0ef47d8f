/** An end user, as a token says it. */
export interface User {
  readonly subject: string;
  /** Whom the token is for. */
  readonly audience: string;
  /** Values of claims, by the names by which limits ask for them. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
}

/** Who signs the tokens of the end users of all meshes. */
export const ISSUER = 'https://users.example.com';

export const USERS: Readonly<Record<'staff' | 'guest', User>> = {
  staff: { subject: 'ann', audience: 'shop', claims: { 'role': ['staff'], 'groups': ['ops', 'dev'], '[realm][roles]': ['admin'] } },
  guest: { subject: 'bob', audience: 'press', claims: { 'role': ['guest'], 'groups': ['dev'], '[realm][roles]': ['reader', 'writer'] } },
};

/** A token: of a user, signed by somebody else, or too old. */
export type Token = keyof typeof USERS | 'forged' | 'expired';

/** Whose token it is; undefined where it is none that counts. */
export function userOf(token: Token | undefined): User | undefined {
  return token === 'staff' || token === 'guest' ? USERS[token] : undefined;
}
