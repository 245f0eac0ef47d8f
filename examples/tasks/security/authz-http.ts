import { Callers, Posture } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

export const authzHttp: Task = {
  page: 'tasks/security/authorization/authz-http',
  steps: {
    'nothing is allowed': (app) => {
      bookinfo(meshOf(app, Posture.ZERO_TRUST));
    },
    'the page is for everybody, and each service for those that need it': (app) => {
      const { productpage, details, reviews, ratings } = bookinfo(meshOf(app, Posture.ZERO_TRUST));
      productpage.allowFrom(Callers.everyone(), { methods: ['GET'] });
      productpage.calls(details, { methods: ['GET'] });
      productpage.calls(reviews, { methods: ['GET'] });
      reviews.calls(ratings, { methods: ['GET'] });
    },
  },
};
