import { CertificateAuthority } from 'cdk8s-istio';
import { curl, httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const pluginCaCert: Task = {
  page: 'security/cert-management/plugin-ca-cert',
  steps: {
    'istiod signs with an authority of yours': (app) => {
      const mesh = meshOf(app, undefined, { controlPlane: true, certificateAuthority: CertificateAuthority.pluggedIn() });
      httpbin(mesh);
      curl(mesh);
    },
  },
};
