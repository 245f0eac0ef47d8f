import { AccessPolicy } from 'cdk8s-istio';
import { curl, httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const authzDeny: Task = {
  page: 'tasks/security/authorization/authz-deny',
  steps: {
    'nobody may GET': (app) => {
      const mesh = meshOf(app);
      curl(mesh);
      httpbin(mesh).deny('reading is over', { methods: ['GET'] });
    },
    'the administrator may': (app) => {
      const mesh = meshOf(app);
      curl(mesh);
      httpbin(mesh).deny('reading is for administrators', { methods: ['GET'], notHeaders: { 'x-token': ['admin'] } });
    },
    'and of what is left, one path is allowed': (app) => {
      const mesh = meshOf(app);
      curl(mesh);
      const service = httpbin(mesh);
      service.deny('reading is for administrators', { methods: ['GET'], notHeaders: { 'x-token': ['admin'] } });
      service.allow(AccessPolicy.these({ paths: ['/ip'] }));
    },
  },
};
