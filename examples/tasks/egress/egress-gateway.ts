import { App } from 'cdk8s';
import { EgressGateway, MeshPort, Posture } from 'cdk8s-istio';
import { curl } from '../samples';
import { meshOf, Task } from '../task';

function throughGateway(app: App, ...ports: MeshPort[]): void {
  const mesh = meshOf(app, Posture.ZERO_TRUST);
  const cnn = mesh.addExternalService('cnn', { hosts: ['edition.cnn.com'], ports });
  curl(mesh).calls(cnn);
  new EgressGateway(mesh.addNamespace('istio-egress'), 'istio-egressgateway').forward(cnn);
}

export const egressGateway: Task = {
  page: 'traffic-management/egress/egress-gateway',
  steps: {
    'HTTP leaves through the gateway': (app) => throughGateway(app, MeshPort.http(80)),
    'HTTPS does': (app) => throughGateway(app, MeshPort.tls(443)),
  },
};
