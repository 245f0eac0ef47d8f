// Generated from schema/ by `npx projen schema`. Do not edit.
export * from './authorization-policy.generated';
export * from './destination-rule.generated';
export * from './envoy-filter.generated';
export * from './gateway.generated';
export * from './peer-authentication.generated';
export * from './proxy-config.generated';
export * from './request-authentication.generated';
export * from './selector.generated';
export * from './service-entry.generated';
export * from './sidecar.generated';
export * from './telemetry.generated';
export * from './traffic-extension.generated';
export * from './virtual-service.generated';
export * from './wasm-plugin.generated';
export * from './workload-entry.generated';
export * from './workload-group.generated';
