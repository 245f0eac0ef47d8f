import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const ingressControl: Task = {
  page: 'traffic-management/ingress/ingress-control',
  steps: {
    'two paths of a host': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('httpbin-gateway').expose(httpbin(mesh), { hosts: ['httpbin.example.com'], paths: ['/status', '/delay'] });
    },
    'any host, for browsers': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('httpbin-gateway').expose(httpbin(mesh), { hosts: ['*'], paths: ['/headers'] });
    },
  },
};
