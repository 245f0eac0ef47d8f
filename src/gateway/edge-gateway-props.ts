import { Construct } from 'constructs';
import { ClientAddressProps } from './client-address';
import { meshContextOf } from './mesh-context';
import { gatewayFeatures } from '../injection/gateway-class';
import { failure } from '../reference/fail';

/** What is said of gateways that serve clients outside the mesh. */
export interface EdgeGatewayProps extends ClientAddressProps {
  /**
   * Whether HTTPS is offered over QUIC as well: the Service gets a port of UDP for each of HTTPS, and answers tell clients of it
   * (`alt-svc`). istiod must have `PILOT_ENABLE_QUIC_LISTENERS` in its environment: see `MeshProps.pilotEnv`.
   *
   * @default false
   */
  readonly http3?: boolean;
}

/** Refuses HTTP/3 where istiod would not configure it. */
export function checkHttp3(scope: Construct, { http3 }: EdgeGatewayProps): void {
  if (!http3 || gatewayFeatures(meshContextOf(scope).installation.values.env).quic) return;
  throw failure(scope, 'The gateway has http3, and istiod would not configure it: PILOT_ENABLE_QUIC_LISTENERS is not in its environment',
    'Give the mesh pilotEnv: { PILOT_ENABLE_QUIC_LISTENERS: "true" }');
}
