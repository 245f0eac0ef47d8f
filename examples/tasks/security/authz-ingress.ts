import { App } from 'cdk8s';
import { ExposeOptions, ExternalTrafficPolicy, MeshIngressGatewayOptions } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { meshOf, Task } from '../task';

/** Addresses are those that packets come from, as long as nothing else is said of the gateway. */
function lettingIn(
  app: App, access: Partial<ExposeOptions>, props: MeshIngressGatewayOptions = { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL },
): void {
  const mesh = meshOf(app);
  mesh.addIngressGateway('httpbin-gateway', props).expose(httpbin(mesh), { hosts: ['*'], ...access });
}

/** The task goes on to addresses that are shut out; a gateway says here which ones are let in. */
export const authzIngress: Task = {
  page: 'security/authorization/authz-ingress',
  steps: {
    'everybody is let in': (app) => lettingIn(app, {}),
    'two ranges of addresses are let in': (app) => lettingIn(app, { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24'] }),
    'and a client': (app) => lettingIn(app, { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24', '192.0.2.15'] }),
    'whose address a proxy before the gateway tells': (app) => lettingIn(
      app, { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24', '192.0.2.15'] }, { gatewayTopology: { numTrustedProxies: 1 } }),
  },
};
