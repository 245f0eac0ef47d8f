import { App } from 'cdk8s';
import { EgressGateway, MeshPort, TlsOrigination } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

function atGateway(app: App, name: string, host: string, originateTls: TlsOrigination): void {
  const mesh = meshOf(app);
  const outside = mesh.addExternalService(name, { hosts: [host], ports: [MeshPort.http(80, { target: 443 })], originateTls });
  curl(mesh).calls(outside);
  new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(outside);
}

export const egressGatewayTlsOrigination: Task = {
  page: 'tasks/traffic-management/egress/egress-gateway-tls-origination',
  steps: {
    'the gateway adds TLS': (app) => atGateway(app, 'cnn', 'edition.cnn.com', TlsOrigination.simple()),
    'the gateway shows a certificate': (app) => atGateway(
      app, 'my-nginx', 'my-nginx.mesh-external.svc.cluster.local', TlsOrigination.mutual({ credentialName: 'client-credential' })),
  },
};
