import { Duration } from 'cdk8s';
import { MeshPort, Posture } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

export const egressControl: Task = {
  page: 'traffic-management/egress/egress-control',
  steps: {
    'nothing leaves that is not registered': (app) => {
      curl(meshOf(app, Posture.ZERO_TRUST));
    },
    'an HTTP and an HTTPS service outside': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      const source = curl(mesh);
      source.calls(mesh.addExternalService('httpbin-ext', { hosts: ['httpbin.org'], ports: [MeshPort.http(80)] }));
      source.calls(mesh.addExternalService('google', { hosts: ['www.google.com'], ports: [MeshPort.https(443)] }));
    },
    'calls that leave time out after three seconds': (app) => {
      const mesh = meshOf(app, Posture.ZERO_TRUST);
      const outside = mesh.addExternalService('httpbin-ext', { hosts: ['httpbin.org'], ports: [MeshPort.http(80)] });
      outside.route({ timeout: Duration.seconds(3) });
      curl(mesh).calls(outside);
    },
  },
};
