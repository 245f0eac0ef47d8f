import { fields, list, Shape } from '../values/shape';

/** Fields of one network of a mesh that spans several. */
export const NETWORK: Shape = fields({
  endpoints: list(fields({ fromCidr: 'string', fromRegistry: 'string' })),
  gateways: list(fields({ address: 'string', locality: 'string', port: 'integer', registryServiceName: 'string' })),
});
