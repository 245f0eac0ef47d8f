import { App } from 'cdk8s';
import { Posture } from 'cdk8s-istio';
import { Bookinfo, bookinfo } from '../samples';
import { ambientMeshOf, Task } from '../task';

/** bookinfo behind a waypoint. */
function behindWaypoint(app: App, posture?: Posture): Bookinfo {
  const samples = bookinfo(ambientMeshOf(app, posture));
  samples.namespace.useWaypoint(samples.namespace.addWaypoint('waypoint'));
  return samples;
}

export const l7Features: Task = {
  page: 'ambient/usage/l7-features',
  steps: {
    'one request in ten sees version 2 of the reviews': (app) => {
      const { reviews } = behindWaypoint(app);
      const [v1, v2] = reviews.versions;
      reviews.split(v1.weight(90), v2.weight(10));
    },
    'requests are let in by their method': (app) => {
      const { productpage, reviews } = behindWaypoint(app, Posture.ZERO_TRUST);
      productpage.calls(reviews, { methods: ['GET'] });
    },
  },
};
