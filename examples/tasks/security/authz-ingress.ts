import { App } from 'cdk8s';
import { ClientAddressProps, ExternalTrafficPolicy, KubernetesGateway } from 'cdk8s-istio';
import { defaultNamespace, httpbin } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** Addresses are those that packets come from. */
const OF_PACKETS: ClientAddressProps = { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL };
/** Addresses are those that a proxy before the gateway tells. */
const TOLD: ClientAddressProps = { gatewayTopology: { numTrustedProxies: 1 } };

function lettingIn(app: App, props: ClientAddressProps, clientIpBlocks?: string[]): void {
  const mesh = meshOf(app);
  mesh.addIngressGateway('httpbin-gateway', props).expose(httpbin(mesh), { hosts: ['*'], clientIpBlocks });
}

function gatewayApiLettingIn(app: App, props: ClientAddressProps, clientIpBlocks?: string[]): void {
  const mesh = gatewayApiMeshOf(app);
  new KubernetesGateway(defaultNamespace(mesh), 'httpbin-gateway', props).expose(httpbin(mesh), { hosts: ['*'], clientIpBlocks });
}

/** The task goes on to addresses that are shut out; a gateway says here which ones are let in. */
export const authzIngress: Task = {
  page: 'tasks/security/authorization/authz-ingress',
  steps: {
    'everybody is let in': (app) => lettingIn(app, OF_PACKETS),
    'everybody is, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS),
    'two ranges of addresses are let in': (app) => lettingIn(app, OF_PACKETS, ['1.2.3.4', '5.6.7.0/24']),
    'two ranges are, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS, ['1.2.3.4', '5.6.7.0/24']),
    'and a client': (app) => lettingIn(app, OF_PACKETS, ['1.2.3.4', '5.6.7.0/24', '192.0.2.15']),
    'and a client, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS, ['1.2.3.4', '5.6.7.0/24', '192.0.2.15']),
    'whose address a proxy before the gateway tells': (app) => lettingIn(app, TOLD, ['1.2.3.4', '5.6.7.0/24', '192.0.2.15']),
    'whose address one before the gateway of the Gateway API tells': (app) => (
      gatewayApiLettingIn(app, TOLD, ['1.2.3.4', '5.6.7.0/24', '192.0.2.15'])),
  },
};
