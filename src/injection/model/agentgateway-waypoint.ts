import { agentgatewayContainer, agentgatewayPod, agentgatewaySecurity } from './agentgateway';
import { gatewayObjects, seccompProfile } from './gateway-objects';
import { notCaptured, waypointResources } from './waypoint';
import { Node } from '../node';

/** The gateway of the class "istio-agentgateway-waypoint": an agentgateway between workloads of the ambient mesh. */
export const agentgatewayWaypoint: readonly Node[] = gatewayObjects({
  controller: 'istio.io-agentgateway-waypoint-controller',
  podLabels: notCaptured,
  podSpec: {
    ...agentgatewayPod,
    containers: [{ ...agentgatewayContainer, resources: waypointResources, securityContext: { ...agentgatewaySecurity, seccompProfile } }],
  },
});
