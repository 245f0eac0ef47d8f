import { App } from 'cdk8s';
import { MeshProps, RouteDialect } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { meshOf, Task } from '../task';

/** Version 1 of everything, and of the reviews version 3 for so many of a hundred requests. */
function shifted(app: App, percent: number, props: MeshProps = {}): void {
  const { productpage, reviews, ratings, details } = bookinfo(meshOf(app, undefined, props));
  const [v1, , v3] = reviews.versions;
  if (percent === 100) reviews.split(v3.weight(100));
  else reviews.split(v1.weight(100 - percent), v3.weight(percent));
  allToVersion1(productpage, ratings, details);
}

export const trafficShifting: Task = {
  page: 'traffic-management/traffic-shifting',
  steps: {
    'all requests see version 1': (app) => {
      const { productpage, reviews, ratings, details } = bookinfo(meshOf(app));
      allToVersion1(productpage, reviews, ratings, details);
    },
    'half of the requests see version 3': (app) => shifted(app, 50),
    'half of them, in the words of the Gateway API': (app) => shifted(app, 50, { routeDialect: RouteDialect.GATEWAY_API }),
    'all requests see version 3': (app) => shifted(app, 100),
  },
};
