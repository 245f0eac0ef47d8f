import { MutualTLSMode, Posture } from 'cdk8s-istio';
import { curl, defaultNamespace, httpbin } from '../samples';
import { ambientMeshOf, Task } from '../task';

export const l4Policy: Task = {
  page: 'ambient/usage/l4-policy',
  steps: {
    'one client may connect': (app) => {
      const mesh = ambientMeshOf(app, Posture.ZERO_TRUST);
      curl(mesh).calls(httpbin(mesh));
    },
    // Without the waypoint this is refused: the proxy of a node sees no methods, and would let nothing through.
    'and only read, for which it takes a waypoint': (app) => {
      const mesh = ambientMeshOf(app, Posture.ZERO_TRUST);
      const namespace = defaultNamespace(mesh);
      namespace.useWaypoint(namespace.addWaypoint('waypoint'));
      curl(mesh).calls(httpbin(mesh), { methods: ['GET'] });
    },
    'one workload takes mutual TLS alone': (app) => {
      httpbin(ambientMeshOf(app)).useMutualTls(MutualTLSMode.STRICT);
    },
  },
};
