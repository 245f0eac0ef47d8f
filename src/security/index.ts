export { AcceptJwtOptions, JwtProvider, JwtProviderProps } from './jwt-provider';
export { AccessLine, AccessPolicy } from './access-policy';
export { CallOptions } from './call-options';
export { CertificateAuthority, IstioCsrOptions, KubernetesCsrOptions, PluggedInAuthorityOptions, SpireOptions } from './certificate-authority';
export { ExternalAuthorizer, ExternalAuthorizerOptions, HttpAuthorizerOptions, IAuthorizationServer } from './external-authorizer';
export { Posture } from './posture';
export { RequestFilter } from './request-filter';
export { RequireJwtOptions } from './require-jwt';
