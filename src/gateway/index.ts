export { EastWestGateway, EastWestGatewayProps } from './east-west-gateway';
export { EgressGateway, EgressGatewayProps } from './egress-gateway';
export { IExposable } from './exposable';
export { IForwardable } from './forwardable';
export { GatewayAutoscaling, GatewayDisruptionBudget, GatewayWorkloadProps } from './gateway-workload';
export { ExposeOptions, IngressGateway, IngressGatewayProps } from './ingress-gateway';
export { InjectedGateway, InjectedGatewayProps } from './injected-gateway';
export { KubernetesGateway, KubernetesGatewayClass, KubernetesGatewayProps } from './kubernetes-gateway';
export { IWaypoint, Waypoint, WaypointAttributes, WaypointFor, WaypointProps } from './waypoint';
