import { App } from 'cdk8s';
import { EgressGateway, HTTPRedirect, InjectedGateway, KubernetesEgressGateway, Mesh, MeshPort, RouteDialect, StringMatch } from 'cdk8s-istio';
import { deployment } from './deployment';

/** Host of what is outside the mesh, and reached through the egress gateway alone. */
export const OUTSIDE = 'api.example.com';

/** A virtual address of a database outside, which is reached in the same way. */
export const DATABASE = '10.96.250.251';

/** A second one on the same port, which is behind another address. */
export const ARCHIVE = '10.96.250.252';

/** A second host outside on the same port, which somebody else calls. */
export const OTHER = 'other.example.com';

/** A host outside that is reached without a gateway, and whose requests for one path are answered before they leave. */
export const MOVED = 'moved.example.com';

/** Host under which the injected gateway lets requests in. */
export const PUBLIC = 'shop.example.com';

/** The way out: a gateway of Istio's own kind, or one of the Gateway API. */
export type WayOut = 'istio' | 'gateway-api';

/** Synthesizes a mesh with an injected gateway and an egress gateway, a service that calls out, and one that does not. */
export function synthesizeGateways(outdir: string, wayOut: WayOut, outsideAddress: string, archiveAddress: string): void {
  const app = new App({ outdir });
  const mesh = new Mesh(app, 'gateways');
  const edge = mesh.addNamespace('edge');
  const shop = mesh.addNamespace('shop');
  const api = mesh.addExternalService('api', { hosts: [OUTSIDE], ports: [MeshPort.http(80), MeshPort.tls(443)], endpoints: [outsideAddress] });
  const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 3000 })], workload: deployment(shop, 'web', 3000) });
  shop.addService('quiet', { ports: [MeshPort.http(80, { target: 3000 })], workload: deployment(shop, 'quiet', 3000) });
  const database = mesh.addExternalService('db', { hosts: ['db.example.com'], ports: [MeshPort.tcp(5432)], endpoints: [outsideAddress], addresses: [DATABASE] });
  const archive = mesh.addExternalService('archive', {
    hosts: ['archive.example.com'], ports: [MeshPort.tcp(5432)], endpoints: [archiveAddress], addresses: [ARCHIVE],
  });
  const other = mesh.addExternalService('other', { hosts: [OTHER], ports: [MeshPort.http(80)], endpoints: [archiveAddress] });
  const moved = mesh.addExternalService('moved', {
    hosts: [MOVED], ports: [MeshPort.http(80)], endpoints: [archiveAddress], routeDialect: wayOut === 'istio' ? RouteDialect.ISTIO : RouteDialect.GATEWAY_API,
  });
  moved.route({ match: [{ path: StringMatch.exact('/old') }], redirect: HTTPRedirect.of({ authority: 'new.example.com' }) });
  web.calls(moved);
  web.calls(api);
  web.calls(database);
  web.calls(archive);
  shop.addService('else', { ports: [MeshPort.http(80, { target: 3000 })], workload: deployment(shop, 'else', 3000) }).calls(other);
  const out = wayOut === 'istio' ? new EgressGateway(edge, 'out', { ports: [80, 443, 5432] }) : new KubernetesEgressGateway(edge, 'out');
  out.forward(api);
  out.forward(database);
  out.forward(archive);
  out.forward(other);
  new InjectedGateway(edge, 'in').expose(web, { hosts: [PUBLIC] });
  app.synth();
}
