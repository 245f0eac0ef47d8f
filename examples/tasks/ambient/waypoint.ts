import { Enrollment, WaypointFor } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { ambientMeshOf, Task } from '../task';

export const waypoint: Task = {
  page: 'ambient/usage/waypoint',
  steps: {
    'for all services of a namespace': (app) => {
      const { namespace } = bookinfo(ambientMeshOf(app));
      namespace.useWaypoint(namespace.addWaypoint('waypoint'));
    },
    'for one service': (app) => {
      const { namespace, reviews } = bookinfo(ambientMeshOf(app));
      reviews.useWaypoint(namespace.addWaypoint('reviews-svc-waypoint'));
    },
    'for the pods of one': (app) => {
      const { namespace, reviews } = bookinfo(ambientMeshOf(app));
      reviews.useWaypoint(namespace.addWaypoint('reviews-pod-waypoint', { waypointFor: WaypointFor.WORKLOAD }));
    },
    'from another namespace': (app) => {
      const mesh = ambientMeshOf(app);
      const { namespace } = bookinfo(mesh);
      namespace.useWaypoint(mesh.addNamespace('infra', { enrollment: Enrollment.AMBIENT }).addWaypoint('shared-waypoint'));
    },
  },
};
