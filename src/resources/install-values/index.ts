export * from './kinds.generated';
