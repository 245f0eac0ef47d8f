export { IngressGatewayRequest, renderIngressGateway } from './gateways/ingress';
export { injectionSettings, Installation, InstallRequest, resolveInstall } from './installation';
export { Component, renderControlPlane } from './render';
