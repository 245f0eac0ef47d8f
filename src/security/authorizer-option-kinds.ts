import type { ExternalAuthorizerOptions, HttpAuthorizerOptions } from './external-authorizer';
import { duration, flag, mapOf, number, OptionKinds, struct, text, texts } from '../reference/option-kinds';

export const EXTERNAL_AUTHORIZER: OptionKinds<ExternalAuthorizerOptions> = {
  port: number, timeout: duration, failOpen: flag, clearRouteCache: flag, statusOnError: number, includeRequestBodyInCheck: struct,
};

export const HTTP_AUTHORIZER: OptionKinds<HttpAuthorizerOptions> = {
  ...EXTERNAL_AUTHORIZER,
  pathPrefix: text,
  includeRequestHeadersInCheck: texts,
  includeAdditionalHeadersInCheck: mapOf(text),
  headersToUpstreamOnAllow: texts,
  headersToDownstreamOnAllow: texts,
  headersToDownstreamOnDeny: texts,
};
