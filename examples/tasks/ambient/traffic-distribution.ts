import { ApiObject } from 'cdk8s';
import { bookinfo } from '../samples';
import { ambientMeshOf, Task } from '../task';

const DISTRIBUTION = 'networking.istio.io/traffic-distribution';

export const trafficDistribution: Task = {
  page: 'ambient/usage/traffic-distribution',
  steps: {
    'callers prefer pods of their own zone': (app) => {
      const { reviews } = bookinfo(ambientMeshOf(app));
      ApiObject.of(reviews).metadata.addAnnotation(DISTRIBUTION, 'PreferSameZone');
    },
    'in a whole namespace, and for one service those of their own node': (app) => {
      const { namespace, reviews } = bookinfo(ambientMeshOf(app));
      ApiObject.of(namespace.node.findChild('namespace')).metadata.addAnnotation(DISTRIBUTION, 'PreferSameZone');
      ApiObject.of(reviews).metadata.addAnnotation(DISTRIBUTION, 'PreferSameNode');
    },
  },
};
