export { CallOptions } from './access';
export { Posture } from './posture';
