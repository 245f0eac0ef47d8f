export * from './kinds.generated';
export { ObjectReference } from './object-reference';
