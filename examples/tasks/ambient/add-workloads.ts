import { Enrollment, MutualTLSMode } from 'cdk8s-istio';
import { bookinfo, curlIn, httpbinIn } from '../samples';
import { ambientMeshOf, Task } from '../task';

export const addWorkloads: Task = {
  page: 'ambient/usage/add-workloads',
  steps: {
    'all workloads of a namespace': (app) => {
      bookinfo(ambientMeshOf(app));
    },
    'one workload of a namespace that is not in the mesh': (app) => {
      curlIn(ambientMeshOf(app).addNamespace('legacy', { enrollment: Enrollment.NONE }), Enrollment.AMBIENT);
    },
    'clients outside the mesh are shut out': (app) => {
      const mesh = ambientMeshOf(app);
      httpbinIn(mesh.addNamespace('strict', { enrollment: Enrollment.AMBIENT, mutualTls: MutualTLSMode.STRICT }));
      curlIn(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }));
    },
  },
};
