import { MeshPort, MutualTLSMode, PortNumber, ServerTLSMode, Sidecar } from 'cdk8s-istio';
import { versioned } from '../samples';
import { meshOf, Task } from '../task';

/** The pods must mount the certificates, by the annotations `sidecar.istio.io/userVolume` and `userVolumeMount` of their template. */
export const ingressSidecarTlsTermination: Task = {
  page: 'tasks/traffic-management/ingress/ingress-sidecar-tls-termination',
  steps: {
    'the sidecar ends the TLS of clients outside the mesh': (app) => {
      const namespace = meshOf(app).addNamespace('test', { mutualTls: MutualTLSMode.STRICT });
      const https = MeshPort.https(8443, { target: 9080 });
      const httpbin = versioned(namespace, 'httpbin', [https, MeshPort.http(8080, { target: 9081 })], []);
      httpbin.useMutualTls(MutualTLSMode.DISABLE, { ports: [https] });
      // What only a Sidecar can say is said with one.
      new Sidecar(namespace, 'ingress-sidecar', {
        metadata: { name: 'ingress-sidecar' },
        spec: {
          workloadSelector: { labels: httpbin.selector },
          ingress: [
            {
              port: { number: PortNumber.of(9080), name: 'external', protocol: 'HTTPS' },
              defaultEndpoint: '0.0.0.0:80',
              tls: {
                mode: ServerTLSMode.MUTUAL,
                privateKey: '/etc/istio/tls-certs/tls.key',
                serverCertificate: '/etc/istio/tls-certs/tls.crt',
                caCertificates: '/etc/istio/tls-ca-certs/ca.crt',
              },
            },
            { port: { number: PortNumber.of(9081), name: 'internal', protocol: 'HTTP' }, defaultEndpoint: '0.0.0.0:80' },
          ],
        },
      });
    },
  },
};
