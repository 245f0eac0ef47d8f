import { App } from 'cdk8s';
import { CertificateAuthority } from 'cdk8s-istio';
import { bookinfo } from '../samples';
import { meshOf, Task } from '../task';

function signedBy(app: App, certificateAuthority: CertificateAuthority): void {
  bookinfo(meshOf(app, undefined, { controlPlane: true, certificateAuthority }));
}

export const customCaK8s: Task = {
  page: 'tasks/security/cert-management/custom-ca-k8s',
  steps: {
    'the authority of the cluster signs': (app) => signedBy(app, CertificateAuthority.kubernetesCsr('kubernetes.io/legacy-unknown')),
    'an authority behind the API of Kubernetes does': (app) => signedBy(app, CertificateAuthority.kubernetesCsr('example.com/foo')),
  },
};
