import { Mesh, StringMatch } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

function forEverybody(mesh: Mesh): void {
  const { productpage, reviews, ratings, details } = bookinfo(mesh);
  allToVersion1(productpage, reviews, ratings, details);
}

function forJason(mesh: Mesh): void {
  const { productpage, reviews, ratings, details } = bookinfo(mesh);
  const [, v2] = reviews.versions;
  reviews.route({ match: [{ headers: { 'end-user': StringMatch.exact('jason') } }], to: [v2.weight(100)] });
  allToVersion1(productpage, reviews, ratings, details);
}

export const requestRouting: Task = {
  page: 'tasks/traffic-management/request-routing',
  steps: {
    'everybody sees version 1 of everything': (app) => forEverybody(meshOf(app)),
    'everybody does, in the words of the Gateway API': (app) => forEverybody(gatewayApiMeshOf(app)),
    'jason sees version 2 of the reviews': (app) => forJason(meshOf(app)),
    'jason does, in the words of the Gateway API': (app) => forJason(gatewayApiMeshOf(app)),
  },
};
