import { Callers, Posture } from 'cdk8s-istio';
import { tcpEcho } from '../samples';
import { meshOf, Task } from '../task';

/** The task goes on to rules with methods on these ports: they mean the opposite of what they say, and are refused here. */
export const authzTcp: Task = {
  page: 'tasks/security/authorization/authz-tcp',
  steps: {
    'two ports are for everybody': (app) => {
      tcpEcho(meshOf(app, Posture.ZERO_TRUST)).allowFrom(Callers.everyone(), { ports: [9000, 9001] });
    },
  },
};
