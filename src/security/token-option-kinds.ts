import type { AcceptJwtOptions, JwtProviderProps } from './jwt-provider';
import { duration, flag, listOf, mapOf, OptionKinds, struct, text, texts } from '../reference/option-kinds';

export const JWT_PROVIDER: OptionKinds<JwtProviderProps> = {
  issuer: text,
  jwksUri: text,
  jwks: text,
  audiences: texts,
  fromHeaders: listOf(struct),
  fromParams: texts,
  fromCookies: texts,
  forwardOriginalToken: flag,
  outputPayloadToHeader: text,
  spaceDelimitedClaims: texts,
  timeout: duration,
};

export const ACCEPT_JWT: OptionKinds<AcceptJwtOptions> = { claimsToHeaders: mapOf(text), forwardOriginalToken: flag };
