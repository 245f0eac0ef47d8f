import { Duration } from 'cdk8s';
import { HttpFault, StringMatch } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

const isJason = [{ headers: { 'end-user': StringMatch.exact('jason') } }];

export const faultInjection: Task = {
  page: 'traffic-management/fault-injection',
  steps: {
    'ratings come seven seconds late for jason': (app) => {
      const { ratings } = bookinfo(meshOf(app));
      const [v1] = ratings.versions;
      ratings.route({ match: isJason, to: [v1.weight(100)], fault: HttpFault.delay(Duration.seconds(7), 100) });
      ratings.split(v1.weight(100));
    },
    'ratings fail for jason': (app) => {
      const { ratings } = bookinfo(meshOf(app));
      const [v1] = ratings.versions;
      ratings.route({ match: isJason, to: [v1.weight(100)], fault: HttpFault.abort(500, 100) });
      ratings.split(v1.weight(100));
    },
  },
};
