import { addWorkloads } from './ambient/add-workloads';
import { agentgateway } from './ambient/agentgateway';
import { ambientEgressGateway } from './ambient/egress-gateway';
import { l4Policy } from './ambient/l4-policy';
import { l7Features } from './ambient/l7-features';
import { networkPolicy } from './ambient/networkpolicy';
import { serviceEntryVisibility } from './ambient/serviceentry-visibility';
import { trafficDistribution } from './ambient/traffic-distribution';
import { waypoint } from './ambient/waypoint';
import { egressControl } from './egress/egress-control';
import { egressGateway } from './egress/egress-gateway';
import { egressGatewayTlsOrigination } from './egress/egress-gateway-tls-origination';
import { egressKubernetesServices } from './egress/egress-kubernetes-services';
import { egressTlsOrigination } from './egress/egress-tls-origination';
import { httpProxy } from './egress/http-proxy';
import { wildcardEgressHosts } from './egress/wildcard-egress-hosts';
import { gatewayApi } from './ingress/gateway-api';
import { gatewayApiInferenceExtension } from './ingress/gateway-api-inference-extension';
import { ingressCertmgr } from './ingress/ingress-certmgr';
import { ingressControl } from './ingress/ingress-control';
import { ingressSidecarTlsTermination } from './ingress/ingress-sidecar-tls-termination';
import { ingressSniPassthrough } from './ingress/ingress-sni-passthrough';
import { kubernetesIngress } from './ingress/kubernetes-ingress';
import { secureIngress } from './ingress/secure-ingress';
import { rateLimit } from './policy/rate-limit';
import { authnPolicy } from './security/authn-policy';
import { authzCustom } from './security/authz-custom';
import { authzDeny } from './security/authz-deny';
import { authzDryRun } from './security/authz-dry-run';
import { authzHttp } from './security/authz-http';
import { authzIngress } from './security/authz-ingress';
import { authzJwt } from './security/authz-jwt';
import { authzTcp } from './security/authz-tcp';
import { authzTdMigration } from './security/authz-td-migration';
import { claimToHeader } from './security/claim-to-header';
import { customCaK8s } from './security/custom-ca-k8s';
import { jwtRoute } from './security/jwt-route';
import { mtlsMigration } from './security/mtls-migration';
import { pluginCaCert } from './security/plugin-ca-cert';
import { workloadMinTlsVersion } from './security/workload-min-tls-version';
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
  ingressControl, secureIngress, ingressSidecarTlsTermination, ingressSniPassthrough, kubernetesIngress,
  gatewayApi, gatewayApiInferenceExtension, ingressCertmgr,
  egressControl, egressTlsOrigination, egressGateway, egressGatewayTlsOrigination, wildcardEgressHosts,
  egressKubernetesServices, httpProxy,
  authnPolicy, jwtRoute, claimToHeader, mtlsMigration, authzHttp,
  authzTcp, authzJwt, authzCustom, authzDeny, authzIngress,
  authzDryRun, authzTdMigration, pluginCaCert, customCaK8s, workloadMinTlsVersion,
  rateLimit,
  addWorkloads, l4Policy, networkPolicy, waypoint, trafficDistribution, serviceEntryVisibility, ambientEgressGateway, agentgateway,
  l7Features,
];

/** The last word of a task's page, by which it is known; those of ambient mode say so. */
export function nameOf({ page }: Task): string {
  const last = page.slice(page.lastIndexOf('/') + 1);
  return page.startsWith('ambient/') ? `ambient-${last}` : last;
}
