import { EgressGateway, ExternalService, KubernetesEgressGateway, Mesh, MeshPort, Posture } from 'cdk8s-istio';
import { curl } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

const SERVER = { wildcardServer: 'www.wikipedia.org' };

/** All hosts of a domain. */
function wikipedia(mesh: Mesh): ExternalService {
  const outside = mesh.addExternalService('wikipedia', { hosts: ['*.wikipedia.org'], ports: [MeshPort.https(443)] });
  curl(mesh).calls(outside);
  return outside;
}

export const wildcardEgressHosts: Task = {
  page: 'tasks/traffic-management/egress/wildcard-egress-hosts',
  steps: {
    'all hosts of a domain, from the sidecar': (app) => {
      wikipedia(meshOf(app, Posture.ZERO_TRUST));
    },
    'all hosts of a domain, through the gateway': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(wikipedia(mesh), SERVER);
    },
    'through one of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app, Posture.ZERO_TRUST);
      new KubernetesEgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(wikipedia(mesh), SERVER);
    },
  },
};
