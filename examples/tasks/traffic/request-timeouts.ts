import { Duration } from 'cdk8s';
import { HttpFault } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

export const requestTimeouts: Task = {
  page: 'traffic-management/request-timeouts',
  steps: {
    'reviews time out after half a second, and ratings are late': (app) => {
      const { reviews, ratings } = bookinfo(meshOf(app));
      const [, v2] = reviews.versions;
      const [v1] = ratings.versions;
      ratings.route({ to: [v1.weight(100)], fault: HttpFault.delay(Duration.seconds(2), 100) });
      reviews.route({ to: [v2.weight(100)], timeout: Duration.millis(500) });
    },
  },
};
