import { StringMatch } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

export const requestRouting: Task = {
  page: 'traffic-management/request-routing',
  steps: {
    'everybody sees version 1 of everything': (app) => {
      const { productpage, reviews, ratings, details } = bookinfo(meshOf(app));
      for (const service of [productpage, reviews, ratings, details]) service.split(service.versions[0].weight(100));
    },
    'jason sees version 2 of the reviews': (app) => {
      const { reviews } = bookinfo(meshOf(app));
      const [v1, v2] = reviews.versions;
      reviews.route({ match: [{ headers: { 'end-user': StringMatch.exact('jason') } }], to: [v2.weight(100)] });
      reviews.split(v1.weight(100));
    },
  },
};
