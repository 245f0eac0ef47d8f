import { KubernetesGateway, Mesh, MeshPort, MeshService } from 'cdk8s-istio';
import { defaultNamespace, versioned } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** A server that ends the TLS of its clients itself. */
function nginx(mesh: Mesh): MeshService {
  return versioned(defaultNamespace(mesh), 'my-nginx', [MeshPort.https(443)], []);
}

export const ingressSniPassthrough: Task = {
  page: 'tasks/traffic-management/ingress/ingress-sni-passthrough',
  steps: {
    'the gateway passes TLS on by its server name': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('mygateway').expose(nginx(mesh), { hosts: ['nginx.example.com'] });
    },
    'the same in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      new KubernetesGateway(defaultNamespace(mesh), 'mygateway').expose(nginx(mesh), { hosts: ['nginx.example.com'] });
    },
  },
};
