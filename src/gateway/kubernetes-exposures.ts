import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { writeCertificate } from './cert-manager-certificate';
import { ClientAddressProps, sourceOf } from './client-address';
import { checkCredentials } from './credential-checks';
import { Edge } from './edge-access';
import { EdgeContents } from './edge-gateway';
import { EdgePolicies } from './edge-policies';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { checkedExposure, ExposingGateway } from './exposing';
import { Exposure, ExposureProtocol } from './exposure';
import { Exposed } from './host-routes';
import { checkListeners, unsaidOfTls } from './kubernetes-checks';
import { GatewayPlace, renderListeners } from './kubernetes-listeners';
import { GROUP, redirectedHosts, renderRedirect, renderRoute, renderTcpRoute, renderTlsRoute } from './kubernetes-routes';
import { failure, finding } from '../reference/fail';
import { checks } from '../reference/suppressions';
import { Gateway, GatewayInfrastructure, HTTPRoute, ReferenceGrant, TCPRoute, TLSRoute } from '../resources/gateway-api';

/** What of a Gateway is known from the beginning. */
export interface GatewaySettings {
  readonly place: GatewayPlace;
  readonly gatewayClassName: string;
  readonly infrastructure: GatewayInfrastructure;
  readonly labels: { [name: string]: string };
  readonly annotations: { [name: string]: string };
  /** How the proxies know the addresses of clients. */
  readonly client: ClientAddressProps;
}

/** What a gateway of the Gateway API lets in: its Gateway and its policy, which are written with the first service, and a route each. */
export class KubernetesExposures implements EdgeContents {
  public readonly policies: EdgePolicies;
  private readonly exposed: Exposed[] = [];

  /**
   * @param gateway the construct that the objects belong to
   * @param settings what of its Gateway is known
   */
  constructor(private readonly gateway: ExposingGateway, private readonly settings: GatewaySettings) {
    this.policies = new EdgePolicies(gateway, () => this.edge);
    gateway.node.addValidation(checks(gateway, () => this.findings()));
  }

  public get all(): Exposure[] {
    return this.exposed.map(({ exposure }) => exposure);
  }

  public add(service: IExposable, options: ExposeOptions): void {
    const { gateway } = this;
    const exposure = checkedExposure(gateway, service, options, true);
    const unsaid = unsaidOfTls(exposure);
    if (unsaid !== undefined) throw failure(gateway, unsaid.what, unsaid.fix);
    if (this.exposed.length === 0) this.addGateway();
    this.policies.letIn(exposure);
    this.exposed.push({ exposure, service });
    if (options.certificate) writeCertificate(gateway, options.certificate, exposure.hosts);
    if (redirectedHosts(this.settings.place, [exposure]).length > 0) this.ensureRedirect();
    this.grant(exposure);
    service.allowFrom(gateway.identity, { ports: [exposure.port.number] });
    this.addRoute(exposure, service);
  }

  /** The Gateway is written with its first listener: without one it would be none. */
  private addGateway(): void {
    const { place, gatewayClassName, infrastructure, labels, annotations } = this.settings;
    new Gateway(this.gateway, 'Resource', {
      metadata: {
        name: this.gateway.gatewayName,
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
      spec: {
        gatewayClassName,
        ...(Object.keys(infrastructure).length > 0 && { infrastructure }),
        listeners: Lazy.any({ produce: () => renderListeners(place, this.all) }),
      },
    });
  }

  private get edge(): Edge {
    return {
      place: { targetRefs: [{ group: GROUP, kind: 'Gateway', name: this.gateway.gatewayName }] },
      listenerOf: (port) => port,
      sourceOf: (exposure) => sourceOf(this.settings.client, exposure),
    };
  }

  private ensureRedirect(): void {
    const { gateway } = this;
    if (gateway.node.tryFindChild('redirect')) return;
    new HTTPRoute(gateway, 'redirect', {
      metadata: { name: `${gateway.gatewayName}-redirect` },
      spec: Lazy.any({ produce: () => renderRedirect(this.settings.place, this.all) }),
    });
  }

  /** Lets the gateway read a credential of another namespace. */
  private grant({ credentialName, credentialNamespace }: Exposure): void {
    const { gateway, gateway: { gatewayName, namespaceName } } = this;
    if (credentialName === undefined || credentialNamespace === undefined || credentialNamespace === namespaceName) return;
    const id = `grant-${credentialNamespace}-${credentialName}`;
    if (gateway.node.tryFindChild(id)) return;
    new ReferenceGrant(gateway, id, {
      metadata: { name: `${namespaceName}-${gatewayName}-${credentialName}`, namespace: credentialNamespace },
      spec: {
        from: [{ group: GROUP, kind: 'Gateway', namespace: namespaceName }],
        to: [{ group: '', kind: 'Secret', name: credentialName }],
      },
    });
  }

  private addRoute(exposure: Exposure, service: IExposable): void {
    const { gateway, settings: { place } } = this;
    const same = this.all.filter((other) => other.service === exposure.service).length;
    const [name] = service.host.split('.');
    const id = `exposed-by-${gateway.node.path.replaceAll('/', '-')}-${same}`;
    const metadata = { name: `${name}-${gateway.gatewayName}${same > 1 ? `-${same}` : ''}` };
    const scope = service as Construct;
    switch (exposure.protocol) {
      case ExposureProtocol.HTTP:
        new HTTPRoute(scope, id, { metadata, spec: renderRoute(place, exposure, service.httpRouteRulesFor(exposure.port, exposure.paths)) });
        return;
      case ExposureProtocol.TLS:
        new TLSRoute(scope, id, { metadata, spec: renderTlsRoute(place, exposure, service.backendRefsFor(exposure.port)) });
        return;
      default:
        new TCPRoute(scope, id, { metadata, spec: renderTcpRoute(place, exposure, service.backendRefsFor(exposure.port)) });
    }
  }

  private findings(): string[] {
    const { gateway, exposed, settings: { place } } = this;
    if (exposed.length === 0) return [finding('The gateway exposes nothing', 'Call expose() with a service, or leave the gateway out')];
    const own = this.all.filter(({ credentialNamespace = gateway.namespaceName }) => credentialNamespace === gateway.namespaceName);
    return [
      ...checkListeners(gateway, place, exposed),
      ...checkCredentials(gateway, gateway.namespaceName, own),
      ...exposed.filter(({ exposure }) => exposure.protocol === ExposureProtocol.HTTP).flatMap(({ service, exposure: { port, paths } }) => (
        service.httpRouteFindings(port, paths).map((one) => `Service "${service.node.path}": ${one}`))),
    ];
  }
}
