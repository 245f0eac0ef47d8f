import { CertManagerCertificate, CertManagerIssuer } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const ingressCertmgr: Task = {
  page: 'tasks/traffic-management/ingress/ingress-certmgr',
  steps: {
    'cert-manager brings the certificate of a gateway': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('gateway').expose(httpbin(mesh), {
        hosts: ['my.example.com'],
        certificate: CertManagerCertificate.of('ingress-cert', { issuerRef: CertManagerIssuer.issuer('ca-issuer') }),
      });
    },
  },
};
