import { Duration } from 'cdk8s';
import { ExternalService, Mesh, MeshPort, Posture } from 'cdk8s-istio';
import { curl, curlIn } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** An HTTP service and an HTTPS service outside; the first is returned. */
function twoOutside(mesh: Mesh): ExternalService {
  const source = curl(mesh);
  const httpbin = mesh.addExternalService('httpbin-ext', { hosts: ['httpbin.org'], ports: [MeshPort.http(80)] });
  source.calls(httpbin);
  source.calls(mesh.addExternalService('google', { hosts: ['www.google.com'], ports: [MeshPort.https(443)] }));
  return httpbin;
}

export const egressControl: Task = {
  page: 'tasks/traffic-management/egress/egress-control',
  steps: {
    'nothing leaves that is not registered': (app) => {
      curl(meshOf(app, Posture.ZERO_TRUST));
    },
    'an HTTP and an HTTPS service outside': (app) => {
      twoOutside(meshOf(app, Posture.ZERO_TRUST));
    },
    'calls that leave time out after three seconds': (app) => {
      twoOutside(meshOf(app, Posture.ZERO_TRUST)).route({ timeout: Duration.seconds(3) });
    },
    'they do, in the words of the Gateway API': (app) => {
      twoOutside(gatewayApiMeshOf(app, Posture.ZERO_TRUST)).route({ timeout: Duration.seconds(3) });
    },
    'what leaves the cluster passes the proxy by': (app) => {
      const annotations = { 'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.1/24' };
      curlIn(meshOf(app).addNamespace('default', { createNamespace: false, proxy: { annotations } }));
    },
  },
};
