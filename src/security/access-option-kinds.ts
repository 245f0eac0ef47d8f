import type { AccessLine } from './access-policy';
import { CallOptions } from './call-options';
import { RequestFilter } from './request-filter';
import { RequireJwtOptions } from './require-jwt';
import { flag, having, listOf, mapOf, numbers, OptionKinds, text, texts } from '../reference/option-kinds';

export const CALLER = having('callerAttributes', 'a caller, such as a service, a namespace, Identity.of(…) or Callers.of(…)');
const callers = listOf(CALLER);

export const REQUEST_FILTER: OptionKinds<RequestFilter> = {
  methods: texts,
  notMethods: texts,
  paths: texts,
  notPaths: texts,
  hosts: texts,
  notHosts: texts,
  ports: numbers,
  notPorts: numbers,
  headers: mapOf(texts),
  notHeaders: mapOf(texts),
};

export const CALL_OPTIONS: OptionKinds<CallOptions> = {
  ...REQUEST_FILTER,
  requestPrincipals: texts,
  notRequestPrincipals: texts,
  claims: mapOf(texts),
  notClaims: mapOf(texts),
  audiences: texts,
  presenters: texts,
  dryRun: flag,
};

export const ACCESS_LINE: OptionKinds<AccessLine> = { ...CALL_OPTIONS, callers, notCallers: callers };

export const REQUIRE_JWT: OptionKinds<RequireJwtOptions> = {
  ...REQUEST_FILTER, claims: mapOf(texts), claimsToHeaders: mapOf(text), forwardOriginalToken: flag, dryRun: flag,
};
