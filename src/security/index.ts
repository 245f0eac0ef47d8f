export { AccessLine, AccessPolicy } from './access-policy';
export { CallOptions } from './call-options';
export { Posture } from './posture';
