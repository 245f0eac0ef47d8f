export * from './gateway-duration';
export * from './kinds.generated';
