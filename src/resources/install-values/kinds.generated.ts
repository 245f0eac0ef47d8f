// Generated from schema/ by `npx projen schema`. Do not edit.
export * from './base.generated';
export * from './cni.generated';
export * from './common.generated';
export * from './gateway.generated';
export * from './global.generated';
export * from './istiod.generated';
export * from './legacy-gateways.generated';
export * from './operator.generated';
export * from './proxy.generated';
export * from './values.generated';
export * from './ztunnel.generated';
