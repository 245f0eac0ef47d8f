import { ApiObject, App } from 'cdk8s';
import { ClientTLSMode, DestinationRule, Enrollment, Host, MeshNamespace } from 'cdk8s-istio';
import { curl, curlIn, defaultNamespace } from '../samples';
import { meshOf, Task } from '../task';

/** A client with a proxy in the namespace of the samples, and one without a proxy in another. */
function twoClients(app: App): MeshNamespace {
  const mesh = meshOf(app);
  curl(mesh);
  curlIn(mesh.addNamespace('without-istio', { enrollment: Enrollment.NONE }));
  return defaultNamespace(mesh);
}

/** Services without workloads are no services of the mesh: they, and that no proxy answers there, are said as objects. */
function withoutMutualTls(namespace: MeshNamespace, name: string): void {
  new DestinationRule(namespace, `${name}-rule`, {
    metadata: { name }, spec: { host: Host.of(`${name}.default.svc.cluster.local`), trafficPolicy: { tls: { mode: ClientTLSMode.DISABLE } } },
  });
}

export const egressKubernetesServices: Task = {
  page: 'tasks/traffic-management/egress/egress-kubernetes-services',
  steps: {
    'a Service that is another name for a host outside': (app) => {
      const namespace = twoClients(app);
      new ApiObject(namespace, 'my-httpbin', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'my-httpbin' },
        spec: { type: 'ExternalName', externalName: 'httpbin.org', ports: [{ name: 'http', protocol: 'TCP', port: 80 }] },
      });
      withoutMutualTls(namespace, 'my-httpbin');
    },
    'a Service that has addresses outside': (app) => {
      const namespace = twoClients(app);
      const port = { name: 'tls', protocol: 'TCP', port: 443 };
      new ApiObject(namespace, 'my-wikipedia', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'my-wikipedia' }, spec: { ports: [port] } });
      new ApiObject(namespace, 'my-wikipedia-endpoints', {
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: { name: 'my-wikipedia' },
        subsets: [{ addresses: [{ ip: '198.51.100.1' }, { ip: '198.51.100.2' }], ports: [port] }],
      });
      withoutMutualTls(namespace, 'my-wikipedia');
    },
  },
};
