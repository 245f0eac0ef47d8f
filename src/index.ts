export * from './gateway';
export * as gatewayapi from './resources/gateway-api';
export * as installvalues from './resources/install-values';
export * from './mesh';
export * from './reference';
export * from './resources';
export * from './security';
export * from './telemetry';
export * from './traffic';
