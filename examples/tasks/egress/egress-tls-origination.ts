import { MeshPort, Posture, TlsOrigination } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

export const egressTlsOrigination: Task = {
  page: 'traffic-management/egress/egress-tls-origination',
  steps: {
    'the application speaks HTTP, and its proxy HTTPS': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      curl(mesh).calls(mesh.addExternalService('edition-cnn-com', {
        hosts: ['edition.cnn.com'],
        ports: [MeshPort.http(80, { target: 443 }), MeshPort.https(443)],
        originateTls: TlsOrigination.simple(),
      }));
    },
    'with a certificate of the client': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      curl(mesh).calls(mesh.addExternalService('my-nginx', {
        hosts: ['my-nginx.mesh-external.svc.cluster.local'],
        ports: [MeshPort.http(80, { target: 443 })],
        originateTls: TlsOrigination.mutual({ credentialName: 'client-credential' }),
      }));
    },
  },
};
