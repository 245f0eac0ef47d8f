// Generated from schema/ by `npx projen schema`. Do not edit.
export * from './backend-tls-policy.generated';
export * from './gateway-class.generated';
export * from './gateway.generated';
export * from './grpc-route.generated';
export * from './http-route.generated';
export * from './listener-set.generated';
export * from './object-reference.generated';
export * from './policy.generated';
export * from './reference-grant.generated';
export * from './shared.generated';
export * from './tcp-route.generated';
export * from './tls-route.generated';
export * from './types.generated';
