import { MeshPort } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

export const httpProxy: Task = {
  page: 'tasks/traffic-management/egress/http-proxy',
  steps: {
    'a proxy outside the mesh, to which clients send CONNECT': (app) => {
      const mesh = meshOf(app);
      curl(mesh).calls(mesh.addExternalService('proxy', {
        hosts: ['my-company-proxy.com'], ports: [MeshPort.tcp(3128)], addresses: ['192.0.2.8/32'],
      }));
    },
  },
};
