import { egressControl } from './egress/egress-control';
import { egressGateway } from './egress/egress-gateway';
import { egressGatewayTlsOrigination } from './egress/egress-gateway-tls-origination';
import { egressTlsOrigination } from './egress/egress-tls-origination';
import { wildcardEgressHosts } from './egress/wildcard-egress-hosts';
import { ingressControl } from './ingress/ingress-control';
import { ingressSniPassthrough } from './ingress/ingress-sni-passthrough';
import { secureIngress } from './ingress/secure-ingress';
import { authzDeny } from './security/authz-deny';
import { authzHttp } from './security/authz-http';
import { authzTcp } from './security/authz-tcp';
import { mtlsMigration } from './security/mtls-migration';
import { Task } from './task';
import { circuitBreaking } from './traffic/circuit-breaking';
import { faultInjection } from './traffic/fault-injection';
import { localityDistribute } from './traffic/locality-distribute';
import { localityFailover } from './traffic/locality-failover';
import { mirroring } from './traffic/mirroring';
import { requestRouting } from './traffic/request-routing';
import { requestTimeouts } from './traffic/request-timeouts';
import { tcpTrafficShifting } from './traffic/tcp-traffic-shifting';
import { trafficShifting } from './traffic/traffic-shifting';

/** The tasks, in the order of the documentation. */
export const TASKS: readonly Task[] = [
  requestRouting, faultInjection, trafficShifting, tcpTrafficShifting, requestTimeouts,
  circuitBreaking, mirroring, localityFailover, localityDistribute,
  ingressControl, secureIngress, ingressSniPassthrough,
  egressControl, egressTlsOrigination, egressGateway, egressGatewayTlsOrigination, wildcardEgressHosts,
  mtlsMigration, authzHttp, authzTcp, authzDeny,
];

/** The last word of a task's page, by which it is known. */
export function nameOf({ page }: Task): string {
  return page.slice(page.lastIndexOf('/') + 1);
}
