import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const authzDryRun: Task = {
  page: 'tasks/security/authorization/authz-dry-run',
  steps: {
    'a denial is tried out': (app) => {
      httpbin(meshOf(app)).deny('headers are private', { paths: ['/headers'], dryRun: true });
    },
  },
};
