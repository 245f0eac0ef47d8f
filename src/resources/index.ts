export { IstioCrds, IstioCrdsProps } from './istio-crds';
export * from './kinds.generated';
export { ObjectReference } from './object-reference';
export { FindingSeverity, ManifestValidator, ValidationFinding } from './validation/manifest-validator';
