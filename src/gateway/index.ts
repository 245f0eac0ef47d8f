export { IExposable } from './exposable';
export { ExposeOptions, IngressGateway, IngressGatewayProps } from './ingress-gateway';
