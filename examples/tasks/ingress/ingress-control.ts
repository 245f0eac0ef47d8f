import { KubernetesGateway } from 'cdk8s-istio';
import { defaultNamespace, httpbin } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

const TWO_PATHS = { hosts: ['httpbin.example.com'], paths: ['/status', '/delay'] };
const ANY_HOST = { hosts: ['*'], paths: ['/headers'] };

export const ingressControl: Task = {
  page: 'tasks/traffic-management/ingress/ingress-control',
  steps: {
    'two paths of a host': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('httpbin-gateway').expose(httpbin(mesh), TWO_PATHS);
    },
    'the same in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      new KubernetesGateway(defaultNamespace(mesh), 'httpbin-gateway').expose(httpbin(mesh), TWO_PATHS);
    },
    'any host, for browsers': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('httpbin-gateway').expose(httpbin(mesh), ANY_HOST);
    },
    'any host, in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      new KubernetesGateway(defaultNamespace(mesh), 'httpbin-gateway').expose(httpbin(mesh), ANY_HOST);
    },
  },
};
