export { Identity, IdentityOptions } from './identity';
export { MeshPort, MeshPortOptions, PortProtocol } from './port';
export { StringMatch } from './string-match';
export { WeightedDestination } from './weighted-destination';
