export { Host } from './host-name';
export { Identity, IdentityOptions } from './identity';
export { Percentage } from './percentage';
export { MeshPort, MeshPortOptions, PortProtocol } from './port';
export { PortNumber } from './port-number';
export { ProtoDuration } from './proto-duration';
export { Suppressions } from './suppressions';
export { WeightedDestination } from './weighted-destination';
