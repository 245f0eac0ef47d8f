import { App } from 'cdk8s';
import { ClientAddressProps, ExposeOptions, ExternalTrafficPolicy, KubernetesGateway } from 'cdk8s-istio';
import { defaultNamespace, httpbin } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

/** Addresses are those that packets come from. */
const OF_PACKETS: ClientAddressProps = { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL };
/** Addresses are those that a proxy before the gateway tells. */
const TOLD: ClientAddressProps = { gatewayTopology: { numTrustedProxies: 1 } };

const TWO_RANGES = { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24'] };
const AND_A_CLIENT = { clientIpBlocks: ['1.2.3.4', '5.6.7.0/24', '192.0.2.15'] };
const BUT_A_CLIENT = { notClientIpBlocks: ['192.0.2.15'] };

function lettingIn(app: App, props: ClientAddressProps, clients: Partial<ExposeOptions> = {}): void {
  const mesh = meshOf(app);
  mesh.addIngressGateway('httpbin-gateway', props).expose(httpbin(mesh), { hosts: ['*'], ...clients });
}

function gatewayApiLettingIn(app: App, props: ClientAddressProps, clients: Partial<ExposeOptions> = {}): void {
  const mesh = gatewayApiMeshOf(app);
  new KubernetesGateway(defaultNamespace(mesh), 'httpbin-gateway', props).expose(httpbin(mesh), { hosts: ['*'], ...clients });
}

export const authzIngress: Task = {
  page: 'tasks/security/authorization/authz-ingress',
  steps: {
    'everybody is let in': (app) => lettingIn(app, OF_PACKETS),
    'everybody is, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS),
    'two ranges of addresses are let in': (app) => lettingIn(app, OF_PACKETS, TWO_RANGES),
    'two ranges are, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS, TWO_RANGES),
    'and a client': (app) => lettingIn(app, OF_PACKETS, AND_A_CLIENT),
    'and a client, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS, AND_A_CLIENT),
    'whose address a proxy before the gateway tells': (app) => lettingIn(app, TOLD, AND_A_CLIENT),
    'whose address one before the gateway of the Gateway API tells': (app) => gatewayApiLettingIn(app, TOLD, AND_A_CLIENT),
    'a client is shut out': (app) => lettingIn(app, OF_PACKETS, BUT_A_CLIENT),
    'a client is, by the Gateway API': (app) => gatewayApiLettingIn(app, OF_PACKETS, BUT_A_CLIENT),
    'a client whose address a proxy tells is': (app) => lettingIn(app, TOLD, BUT_A_CLIENT),
    'a client whose address a proxy tells is, by the Gateway API': (app) => gatewayApiLettingIn(app, TOLD, BUT_A_CLIENT),
  },
};
