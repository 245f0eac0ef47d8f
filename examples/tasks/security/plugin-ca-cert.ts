import { CertificateAuthority, MutualTLSMode } from 'cdk8s-istio';
import { curlIn, httpbinIn } from '../samples';
import { meshOf, Task } from '../task';

export const pluginCaCert: Task = {
  page: 'tasks/security/cert-management/plugin-ca-cert',
  steps: {
    'istiod signs with an authority of yours': (app) => {
      const mesh = meshOf(app, undefined, { controlPlane: true, certificateAuthority: CertificateAuthority.pluggedIn() });
      const foo = mesh.addNamespace('foo', { mutualTls: MutualTLSMode.STRICT });
      httpbinIn(foo);
      curlIn(foo);
    },
  },
};
