import { App } from 'cdk8s';
import { KubernetesGateway, MeshService } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { gatewayApiMeshOf, Task } from '../task';

function behindGateway(app: App, ...paths: string[]): MeshService {
  const mesh = gatewayApiMeshOf(app);
  const service = httpbin(mesh);
  new KubernetesGateway(mesh.addNamespace('istio-ingress'), 'gateway', { listenerHosts: ['*.example.com'] })
    .expose(service, { hosts: ['httpbin.example.com'], paths });
  return service;
}

export const gatewayApi: Task = {
  page: 'tasks/traffic-management/ingress/gateway-api',
  steps: {
    'a gateway of the Gateway API, and a path behind it': (app) => {
      behindGateway(app, '/get');
    },
    'a second path, and a header that is added': (app) => {
      // Routes are the service's: callers in the mesh send the header as well.
      behindGateway(app, '/get', '/headers').route({ headers: { request: { add: { 'my-added-header': 'added-value' } } } });
    },
  },
};
