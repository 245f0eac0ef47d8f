import { App } from 'cdk8s';
import { ExposeOptions, ExternalTrafficPolicy } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

function lettingIn(app: App, access: Partial<ExposeOptions>): void {
  const mesh = meshOf(app);
  mesh.addIngressGateway('httpbin-gateway', { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL })
    .expose(httpbin(mesh), { hosts: ['*'], ...access });
}

export const authzIngress: Task = {
  page: 'security/authorization/authz-ingress',
  steps: {
    'two ranges of addresses are let in': (app) => lettingIn(app, { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24'] }),
  },
};
