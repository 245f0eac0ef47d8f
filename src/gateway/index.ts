export { IExposable } from './exposable';
export { ExposeOptions, IngressGateway, IngressGatewayProps } from './ingress-gateway';
export { GatewayAutoscaling, GatewayDisruptionBudget, InjectedGateway, InjectedGatewayProps } from './injected-gateway';
