import { ApiObject, App } from 'cdk8s';
import { EgressGateway, ExternalService, MeshPort } from 'cdk8s-istio';
import { curl, curlIn } from '../samples';
import { meshOf, Task } from '../task';

function throughGateway(app: App, port: MeshPort): ExternalService {
  const mesh = meshOf(app);
  const cnn = mesh.addExternalService('cnn', { hosts: ['edition.cnn.com'], ports: [port] });
  curl(mesh).calls(cnn);
  new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(cnn);
  return cnn;
}

/** Pods of these namespaces may be reached. */
function to(...names: string[]): object {
  const expression = { key: 'kubernetes.io/metadata.name', operator: 'In', values: names };
  return { namespaceSelector: { matchExpressions: [expression] } };
}

/** All ports of an external service leave through its gateway; the task lets HTTPS pass it by in the first step. */
export const egressGateway: Task = {
  page: 'tasks/traffic-management/egress/egress-gateway',
  steps: {
    'HTTP leaves through the gateway': (app) => {
      throughGateway(app, MeshPort.http(80));
    },
    'HTTPS does': (app) => {
      throughGateway(app, MeshPort.tls(443));
    },
    'and nothing passes it by': (app) => {
      const cnn = throughGateway(app, MeshPort.tls(443));
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
    },
  },
};
