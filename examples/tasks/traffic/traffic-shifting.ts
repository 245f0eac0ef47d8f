import { Mesh } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** Version 1 of everything, and of the reviews version 3 for so many of a hundred requests. */
function shifted(mesh: Mesh, percent: number): void {
  const { productpage, reviews, ratings, details } = bookinfo(mesh);
  const [v1, , v3] = reviews.versions;
  if (percent === 0) reviews.split(v1.weight(100));
  else if (percent === 100) reviews.split(v3.weight(100));
  else reviews.split(v1.weight(100 - percent), v3.weight(percent));
  allToVersion1(productpage, ratings, details);
}

export const trafficShifting: Task = {
  page: 'tasks/traffic-management/traffic-shifting',
  steps: {
    'all requests see version 1': (app) => shifted(meshOf(app), 0),
    'all see version 1, in the words of the Gateway API': (app) => shifted(gatewayApiMeshOf(app), 0),
    'half of the requests see version 3': (app) => shifted(meshOf(app), 50),
    'half of them, in the words of the Gateway API': (app) => shifted(gatewayApiMeshOf(app), 50),
    'all requests see version 3': (app) => shifted(meshOf(app), 100),
    'all see version 3, in the words of the Gateway API': (app) => shifted(gatewayApiMeshOf(app), 100),
  },
};
