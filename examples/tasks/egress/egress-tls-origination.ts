import { App } from 'cdk8s';
import { MeshPort, TlsOrigination } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

/** Something outside that is called over HTTP and over HTTPS; what leaves as HTTP gets the TLS that is given. */
function calling(app: App, name: string, host: string, originateTls?: TlsOrigination): void {
  const mesh = meshOf(app);
  const ports = [originateTls ? MeshPort.http(80, { target: 443 }) : MeshPort.http(80), MeshPort.https(443)];
  curl(mesh).calls(mesh.addExternalService(name, { hosts: [host], ports, originateTls }));
}

export const egressTlsOrigination: Task = {
  page: 'tasks/traffic-management/egress/egress-tls-origination',
  steps: {
    'the application speaks HTTP or HTTPS': (app) => calling(app, 'edition-cnn-com', 'edition.cnn.com'),
    'the application speaks HTTP, and its proxy HTTPS': (app) => calling(app, 'edition-cnn-com', 'edition.cnn.com', TlsOrigination.simple()),
    'with a certificate of the client': (app) => calling(
      app, 'originate-mtls-for-nginx', 'my-nginx.mesh-external.svc.cluster.local', TlsOrigination.mutual({ credentialName: 'client-credential' })),
  },
};
