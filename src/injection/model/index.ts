import { agentgateway } from './agentgateway';
import { agentgatewayWaypoint } from './agentgateway-waypoint';
import { gateway } from './gateway';
import { grpcAgent, grpcSimple } from './grpc';
import { kubeGateway } from './kube-gateway';
import { sidecar } from './sidecar';
import { waypoint } from './waypoint';
import { Node } from '../node';

/** What a pod can get, by the names that the annotation `inject.istio.io/templates` gives. */
export const TEMPLATES: Readonly<Record<string, Node>> = {
  'sidecar': sidecar,
  'gateway': gateway,
  'grpc-simple': grpcSimple,
  'grpc-agent': grpcAgent,
};

/** The objects that are made of a Gateway of the Gateway API, by the names of the templates from which istiod makes them. */
export const GATEWAY_TEMPLATES: Readonly<Record<string, readonly Node[]>> = {
  'kube-gateway': kubeGateway,
  'waypoint': waypoint,
  'agentgateway': agentgateway,
  'agentgateway-waypoint': agentgatewayWaypoint,
};
