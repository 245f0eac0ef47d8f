import { App } from 'cdk8s';
import { MeshProps, RouteDialect, StringMatch } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { meshOf, Task } from '../task';

function forJason(app: App, props: MeshProps = {}): void {
  const { productpage, reviews, ratings, details } = bookinfo(meshOf(app, undefined, props));
  const [, v2] = reviews.versions;
  reviews.route({ match: [{ headers: { 'end-user': StringMatch.exact('jason') } }], to: [v2.weight(100)] });
  allToVersion1(productpage, reviews, ratings, details);
}

export const requestRouting: Task = {
  page: 'traffic-management/request-routing',
  steps: {
    'everybody sees version 1 of everything': (app) => {
      const { productpage, reviews, ratings, details } = bookinfo(meshOf(app));
      allToVersion1(productpage, reviews, ratings, details);
    },
    'jason sees version 2 of the reviews': (app) => forJason(app),
    'the same in the words of the Gateway API': (app) => forJason(app, { routeDialect: RouteDialect.GATEWAY_API }),
  },
};
