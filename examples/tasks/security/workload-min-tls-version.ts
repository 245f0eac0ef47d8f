import { curl, httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const workloadMinTlsVersion: Task = {
  page: 'tasks/security/tls-configuration/workload-min-tls-version',
  steps: {
    'workloads speak TLS 1.3 alone': (app) => {
      const mesh = meshOf(app, undefined, { controlPlane: true, meshConfig: { meshMTLS: { minProtocolVersion: 'TLSV1_3' } } });
      httpbin(mesh);
      curl(mesh);
    },
  },
};
