import { App, Duration } from 'cdk8s';
import { HttpFault, StringMatch } from 'cdk8s-istio';
import { allToVersion1, bookinfo } from '../samples';
import { meshOf, Task } from '../task';

const isJason = [{ headers: { 'end-user': StringMatch.exact('jason') } }];

/** Jason sees the version of the reviews that asks for ratings, and what goes wrong then. */
function forJason(app: App, fault: HttpFault): void {
  const { productpage, reviews, ratings, details } = bookinfo(meshOf(app));
  reviews.route({ match: isJason, to: [reviews.versions[1].weight(100)] });
  ratings.route({ match: isJason, to: [ratings.versions[0].weight(100)], fault });
  allToVersion1(productpage, reviews, ratings, details);
}

export const faultInjection: Task = {
  page: 'tasks/traffic-management/fault-injection',
  steps: {
    'ratings come seven seconds late for jason': (app) => forJason(app, HttpFault.delay(Duration.seconds(7), 100)),
    'ratings fail for jason': (app) => forJason(app, HttpFault.abort(500, 100)),
  },
};
