import { ApiObject } from 'cdk8s';
import { EgressGateway, ExternalService, KubernetesEgressGateway, Mesh, MeshPort } from 'cdk8s-istio';
import { curl, curlIn } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

function called(mesh: Mesh, port: MeshPort): ExternalService {
  const cnn = mesh.addExternalService('cnn', { hosts: ['edition.cnn.com'], ports: [port] });
  curl(mesh).calls(cnn);
  return cnn;
}

function classic(mesh: Mesh, port: MeshPort): ExternalService {
  const cnn = called(mesh, port);
  new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(cnn);
  return cnn;
}

function gatewayApi(mesh: Mesh, port: MeshPort): ExternalService {
  const cnn = called(mesh, port);
  new KubernetesEgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(cnn);
  return cnn;
}

/** Pods of these namespaces may be reached. */
function to(...names: string[]): object {
  const expression = { key: 'kubernetes.io/metadata.name', operator: 'In', values: names };
  return { namespaceSelector: { matchExpressions: [expression] } };
}

/** A namespace out of which no packet gets past the mesh. */
function shutIn(cnn: ExternalService): void {
  const namespace = cnn.mesh.addNamespace('test-egress');
  curlIn(namespace).calls(cnn);
  new ApiObject(namespace, 'network-policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'allow-egress-to-istio-and-kube-dns' },
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [to('kube-system')], ports: [{ protocol: 'UDP', port: 53 }] }, { to: [to('istio-system', 'istio-egress')] }],
    },
  });
}

/** All ports of an external service leave through its gateway; the task lets HTTPS pass it by in the first step. */
export const egressGateway: Task = {
  page: 'tasks/traffic-management/egress/egress-gateway',
  steps: {
    'HTTP leaves through the gateway': (app) => {
      classic(meshOf(app), MeshPort.http(80));
    },
    'HTTP leaves through one of the Gateway API': (app) => {
      gatewayApi(gatewayApiMeshOf(app), MeshPort.http(80));
    },
    'HTTPS does': (app) => {
      classic(meshOf(app), MeshPort.tls(443));
    },
    'HTTPS leaves through one of the Gateway API': (app) => {
      gatewayApi(gatewayApiMeshOf(app), MeshPort.tls(443));
    },
    'and nothing passes it by': (app) => shutIn(classic(meshOf(app), MeshPort.tls(443))),
    'nor that of the Gateway API': (app) => shutIn(gatewayApi(gatewayApiMeshOf(app), MeshPort.tls(443))),
  },
};
