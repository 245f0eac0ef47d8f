import { App, Duration } from 'cdk8s';
import { HttpFault } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** Version 2 of the reviews asks for ratings, which are two seconds late. */
function lateRatings(app: App, timeout?: Duration): void {
  const { productpage, reviews, ratings, details } = bookinfo(meshOf(app));
  ratings.route({ to: [ratings.versions[0].weight(100)], fault: HttpFault.delay(Duration.seconds(2), 100) });
  reviews.route({ to: [reviews.versions[1].weight(100)], timeout });
  allToVersion1(productpage, details);
}

export const requestTimeouts: Task = {
  page: 'tasks/traffic-management/request-timeouts',
  steps: {
    'reviews wait for ratings that are late': (app) => lateRatings(app),
    'reviews time out after half a second': (app) => lateRatings(app, Duration.millis(500)),
    'they do, in the words of the Gateway API, which has none for late answers': (app) => {
      const { productpage, reviews, ratings, details } = bookinfo(gatewayApiMeshOf(app));
      reviews.route({ to: [reviews.versions[1].weight(100)], timeout: Duration.millis(500) });
      allToVersion1(productpage, ratings, details);
    },
  },
};
