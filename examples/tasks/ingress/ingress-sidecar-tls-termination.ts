import { MutualTLSMode, PortNumber, ServerTLSMode, Sidecar } from 'cdk8s-istio';
import { defaultNamespace, httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const ingressSidecarTlsTermination: Task = {
  page: 'traffic-management/ingress/ingress-sidecar-tls-termination',
  steps: {
    'the sidecar ends the TLS of clients outside the mesh': (app) => {
      const mesh = meshOf(app);
      const service = httpbin(mesh);
      service.useMutualTls(MutualTLSMode.DISABLE, { ports: service.ports });
      // What only a Sidecar can say is said with one.
      new Sidecar(defaultNamespace(mesh), 'ingress-sidecar', {
        metadata: { name: 'ingress-sidecar' },
        spec: {
          workloadSelector: { labels: service.selector },
          ingress: [{
            port: { number: PortNumber.of(9080), name: 'external', protocol: 'HTTPS' },
            defaultEndpoint: '0.0.0.0:8080',
            tls: { mode: ServerTLSMode.SIMPLE, privateKey: '/etc/istio/tls-certs/tls.key', serverCertificate: '/etc/istio/tls-certs/tls.crt' },
          }],
        },
      });
    },
  },
};
