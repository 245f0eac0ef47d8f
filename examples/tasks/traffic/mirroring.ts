import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const mirroring: Task = {
  page: 'traffic-management/mirroring',
  steps: {
    'version 1 answers, and version 2 gets a copy of each request': (app) => {
      const service = httpbin(meshOf(app), ['v1', 'v2']);
      const [v1, v2] = service.versions;
      service.split(v1.weight(100));
      service.mirror(v2);
    },
  },
};
