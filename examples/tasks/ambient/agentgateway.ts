import { KubernetesGateway, KubernetesGatewayClass } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { ambientMeshOf, Task } from '../task';

const ENABLED = { pilotEnv: { PILOT_ENABLE_AGENTGATEWAY: 'true' } };

export const agentgateway: Task = {
  page: 'ambient/usage/agentgateway',
  steps: {
    'as a way in': (app) => {
      const { namespace, productpage } = bookinfo(ambientMeshOf(app, undefined, ENABLED));
      new KubernetesGateway(namespace, 'bookinfo-gateway', { gatewayClass: KubernetesGatewayClass.AGENTGATEWAY, serviceType: 'ClusterIP' })
        .expose(productpage, { hosts: ['*'], paths: ['/productpage', '/static', '/login', '/api/v1/products'] });
    },
  },
};
