import { ApiObject } from 'cdk8s';
import { MeshPort, Posture } from 'cdk8s-istio';
import { curl, defaultNamespace } from '../samples';
import { meshOf, Task } from '../task';

export const egressKubernetesServices: Task = {
  page: 'traffic-management/egress/egress-kubernetes-services',
  steps: {
    'a Service that is another name for a host outside': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      new ApiObject(defaultNamespace(mesh), 'my-httpbin', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'my-httpbin' },
        spec: { type: 'ExternalName', externalName: 'httpbin.org', ports: [{ name: 'http', protocol: 'TCP', port: 80 }] },
      });
      curl(mesh).calls(mesh.addExternalService('httpbin', { hosts: ['httpbin.org'], ports: [MeshPort.http(80)] }));
    },
  },
};
