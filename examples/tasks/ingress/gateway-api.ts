import { KubernetesGateway, RouteDialect } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const gatewayApi: Task = {
  page: 'traffic-management/ingress/gateway-api',
  steps: {
    'a gateway of the Gateway API, and two paths behind it': (app) => {
      const mesh = meshOf(app, undefined, { routeDialect: RouteDialect.GATEWAY_API });
      new KubernetesGateway(mesh.addNamespace('istio-ingress'), 'gateway')
        .expose(httpbin(mesh), { hosts: ['httpbin.example.com'], paths: ['/get', '/status'] });
    },
  },
};
