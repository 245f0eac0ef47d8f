import { App } from 'cdk8s';
import { ExternalTrafficPolicy, GatewayTls, IngressGateway, InjectedGateway, KubernetesGateway, Mesh, MeshPort, MeshService } from 'cdk8s-istio';
import { deployment } from './deployment';

/** Hosts of the gateways, by what is asked of their clients. */
export const HOSTS = {
  shop: 'shop.example.com',
  partners: 'partners.example.com',
  maybe: 'maybe.example.com',
  vault: 'vault.example.com',
  inside: 'inside.example.com',
};

/** Names of the Secrets that the gateways show. */
export const CREDENTIALS = ['shop-tls', 'partners-tls', 'maybe-tls'];

/** The port at which the mesh itself is served, and that of bytes. */
export const PORTS = { inside: 15443, bytes: 5432 };

/** Addresses of clients that may come to the administration. */
export const OFFICE = '192.0.2.0/24';

/** Synthesizes a mesh whose services are exposed in all ways, alike at an injected gateway and at one of the Gateway API. */
export function synthesizeIngress(outdir: string): void {
  const app = new App({ outdir });
  const mesh = new Mesh(app, 'ingress');
  const edge = mesh.addNamespace('edge');
  const [shop, team] = [mesh.addNamespace('shop'), mesh.addNamespace('team')];
  const http = [MeshPort.http(80, { target: 3000 })];
  const services = {
    web: shop.addService('web', { ports: http, workload: deployment(shop, 'web', 3000) }),
    api: team.addService('api', { ports: http, workload: deployment(team, 'api', 3000) }),
    admin: team.addService('admin', { ports: http, workload: deployment(team, 'admin', 3000) }),
    vault: shop.addService('vault', { ports: [MeshPort.tls(8443)], workload: deployment(shop, 'vault', 8443) }),
    db: shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', 5432) }),
  };
  const client = { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, gatewayTopology: { numTrustedProxies: 1 } };
  const injected = new InjectedGateway(edge, 'in', client);
  exposeAll(injected, services);
  // istiod hands a gateway of the Gateway API no authorities for these.
  injected.expose(services.web, { hosts: [HOSTS.maybe], credentialName: CREDENTIALS[2], tls: GatewayTls.optionalMutual() });
  exposeAll(new KubernetesGateway(edge, 'modern', client), services);
  app.synth();
}

function exposeAll(gateway: Pick<IngressGateway, 'expose'>, { web, api, admin, vault, db }: Record<string, MeshService>): void {
  const [credentialName, partners] = CREDENTIALS;
  gateway.expose(web, { hosts: [HOSTS.shop], credentialName });
  gateway.expose(api, { hosts: [HOSTS.shop], credentialName, paths: ['/api'] });
  gateway.expose(admin, { hosts: [HOSTS.shop], credentialName, paths: ['/admin'], clientIpBlocks: [OFFICE] });
  gateway.expose(web, { hosts: [HOSTS.partners], credentialName: partners, tls: GatewayTls.mutual() });
  gateway.expose(web, { hosts: [HOSTS.inside], tls: GatewayTls.istioMutual(), gatewayPort: PORTS.inside });
  gateway.expose(vault, { hosts: [HOSTS.vault] });
  gateway.expose(db, { gatewayPort: PORTS.bytes });
}
