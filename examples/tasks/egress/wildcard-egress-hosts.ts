import { EgressGateway, MeshPort, Posture } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

const WIKIPEDIA = { hosts: ['*.wikipedia.org'], ports: [MeshPort.https(443)] };

export const wildcardEgressHosts: Task = {
  page: 'tasks/traffic-management/egress/wildcard-egress-hosts',
  steps: {
    'all hosts of a domain, from the sidecar': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      curl(mesh).calls(mesh.addExternalService('wikipedia', WIKIPEDIA));
    },
    'all hosts of a domain, through the gateway': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      const wikipedia = mesh.addExternalService('wikipedia', WIKIPEDIA);
      curl(mesh).calls(wikipedia);
      new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(wikipedia, { wildcardServer: 'www.wikipedia.org' });
    },
  },
};
