export * from './gateway';
export * from './mesh';
export * from './reference';
export * from './resources';
export * from './security';
export * from './telemetry';
export * from './traffic';
