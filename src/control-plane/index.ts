export * from './control-plane';
export * from './istio-cni';
export * from './revision';
export * from './revision-tag';
export * from './standalone-gateway';
export { CompatibilityVersion, ControlPlaneProfile, Platform } from './values';
export * from './ztunnel';
