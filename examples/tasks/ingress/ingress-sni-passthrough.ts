import { MeshPort } from 'cdk8s-istio';
import { defaultNamespace, versioned } from '../samples';
import { meshOf, Task } from '../task';

export const ingressSniPassthrough: Task = {
  page: 'traffic-management/ingress/ingress-sni-passthrough',
  steps: {
    'nginx ends the TLS of its clients itself': (app) => {
      const mesh = meshOf(app);
      const nginx = versioned(defaultNamespace(mesh), 'my-nginx', [MeshPort.https(443)], []);
      mesh.addIngressGateway('mygateway').expose(nginx, { hosts: ['nginx.example.com'] });
    },
  },
};
