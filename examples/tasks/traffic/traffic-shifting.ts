import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

export const trafficShifting: Task = {
  page: 'traffic-management/traffic-shifting',
  steps: {
    'half of the requests see version 3': (app) => {
      const { reviews } = bookinfo(meshOf(app));
      const [v1, , v3] = reviews.versions;
      reviews.split(v1.weight(50), v3.weight(50));
    },
    'all requests see version 3': (app) => {
      const { reviews } = bookinfo(meshOf(app));
      const [, , v3] = reviews.versions;
      reviews.split(v3.weight(100));
    },
  },
};
