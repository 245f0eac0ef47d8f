import { gatewayapi, KubernetesGateway, KubernetesGatewayClass, PortNumber, Waypoint } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { ambientMeshOf, Task } from '../task';

const ENABLED = { pilotEnv: { PILOT_ENABLE_AGENTGATEWAY: 'true' } };

/** istiod hands an agentgateway routes of the Gateway API, and no policies of its own. */
export const agentgateway: Task = {
  page: 'ambient/usage/agentgateway',
  steps: {
    'as a way in': (app) => {
      const { namespace, productpage } = bookinfo(ambientMeshOf(app, undefined, ENABLED));
      new KubernetesGateway(namespace, 'bookinfo-gateway', { gatewayClass: KubernetesGatewayClass.AGENTGATEWAY, serviceType: 'ClusterIP' })
        .expose(productpage, { hosts: ['*'], paths: ['/productpage', '/static', '/login', '/api/v1/products'] });
    },
    'as a waypoint': (app) => {
      const { namespace, reviews } = bookinfo(ambientMeshOf(app, undefined, ENABLED));
      const [v1, v2] = reviews.versions;
      new gatewayapi.Gateway(namespace, 'waypoint', {
        metadata: { name: 'agentgateway-waypoint', labels: { 'istio.io/waypoint-for': 'service' } },
        spec: {
          gatewayClassName: 'istio-agentgateway-waypoint', listeners: [{ name: 'mesh', port: PortNumber.of(15008), protocol: 'HBONE' }],
        },
      });
      reviews.useWaypoint(Waypoint.fromWaypointName(namespace, 'agentgateway-waypoint', { namespace: namespace.namespaceName }));
      reviews.split(v1.weight(90), v2.weight(10));
    },
  },
};
