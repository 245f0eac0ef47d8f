import { EgressGateway, ExternalService, KubernetesEgressGateway, Mesh, MeshPort, TlsOrigination } from 'cdk8s-istio';
import { curl } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

function cnn(mesh: Mesh): ExternalService {
  return calledBy(mesh, 'cnn', 'edition.cnn.com', TlsOrigination.simple());
}

function nginx(mesh: Mesh): ExternalService {
  return calledBy(mesh, 'my-nginx', 'my-nginx.mesh-external.svc.cluster.local', TlsOrigination.mutual({ credentialName: 'client-credential' }));
}

/** Something outside that is called in plain text, and speaks TLS. */
function calledBy(mesh: Mesh, name: string, host: string, originateTls: TlsOrigination): ExternalService {
  const outside = mesh.addExternalService(name, { hosts: [host], ports: [MeshPort.http(80, { target: 443 })], originateTls });
  curl(mesh).calls(outside);
  return outside;
}

function classic(outside: ExternalService): void {
  new EgressGateway(outside.mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(outside);
}

function gatewayApi(outside: ExternalService): void {
  new KubernetesEgressGateway(outside.mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(outside);
}

export const egressGatewayTlsOrigination: Task = {
  page: 'tasks/traffic-management/egress/egress-gateway-tls-origination',
  steps: {
    'the gateway adds TLS': (app) => classic(cnn(meshOf(app))),
    'one of the Gateway API does': (app) => gatewayApi(cnn(gatewayApiMeshOf(app))),
    'the gateway shows a certificate': (app) => classic(nginx(meshOf(app))),
    'one of the Gateway API does, too': (app) => gatewayApi(nginx(gatewayApiMeshOf(app))),
  },
};
