import { Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Edge, renderEdgeAccess } from './edge-access';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { checkedExposure } from './exposing';
import { Exposure, ExposureProtocol } from './exposure';
import { GatewayPlace, GROUP, redirectedHosts, renderListeners, renderRedirect, renderRoute } from './kubernetes-routes';
import { meshContextOf } from './mesh-context';
import { gatewayFeatures, gatewayKind } from '../injection/gateway-class';
import { failure, finding, listed } from '../reference/fail';
import { isDnsLabel } from '../reference/host';
import { Identity } from '../reference/identity';
import { MeshPort } from '../reference/port';
import { checks } from '../reference/suppressions';
import { AuthorizationPolicy } from '../resources';
import { Gateway, GatewayInfrastructure, HTTPRoute } from '../resources/gateway-api';
import { DRY_RUN } from '../security/access';

/** Classes of Gateways that istiod deploys for what comes in. */
export enum KubernetesGatewayClass {
  /** Envoy, as everywhere in the mesh. */
  ISTIO = 'istio',
  /** The agentgateway; istiod runs it with `PILOT_ENABLE_AGENTGATEWAY` in its environment. */
  AGENTGATEWAY = 'istio-agentgateway',
}

/** How a gateway of the Gateway API is run. */
export interface KubernetesGatewayProps {
  /**
   * Its class, and with it what proxies are made for it (`spec.gatewayClassName`).
   *
   * @default KubernetesGatewayClass.ISTIO
   */
  readonly gatewayClass?: KubernetesGatewayClass;
  /**
   * The revision, or a tag of it, whose istiod runs it (the label `istio.io/rev`). It must be one of the mesh.
   *
   * @default - that of the mesh
   */
  readonly revision?: string;
  /**
   * How its Service is reached (the annotation `networking.istio.io/service-type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
  /**
   * Labels of the objects that istiod makes for it (`spec.infrastructure.labels`).
   *
   * @default - none
   */
  readonly infrastructureLabels?: { readonly [name: string]: string };
  /**
   * Annotations of the objects that istiod makes for it (`spec.infrastructure.annotations`).
   *
   * @default - none
   */
  readonly infrastructureAnnotations?: { readonly [name: string]: string };
  /**
   * Name of a ConfigMap in its namespace, with what is laid over the objects that istiod makes for it, by kind: `deployment`,
   * `service`, `horizontalPodAutoscaler` and so on (`spec.infrastructure.parametersRef`).
   *
   * @default - none
   */
  readonly parametersConfigMap?: string;
}

const SERVICE_TYPES: readonly string[] = ['LoadBalancer', 'NodePort', 'ClusterIP'];
const SERVICE_TYPE = 'networking.istio.io/service-type';

/** What of its Gateway is known from the beginning. */
interface GatewaySettings {
  readonly gatewayClassName: KubernetesGatewayClass;
  readonly infrastructure: GatewayInfrastructure;
  readonly labels: { [name: string]: string };
  readonly annotations: { [name: string]: string };
}

/**
 * A way into the mesh by the Gateway API: a Gateway with a listener a host, for which istiod runs the proxies, and an HTTPRoute for
 * each service that is exposed. The CRDs of the Gateway API must be in the cluster.
 *
 * The routes of a service hold at the gateway, too, in the words of an HTTPRoute, whichever dialect they have in the mesh: each of its
 * versions that gets traffic then has a Service of its own. What an HTTPRoute cannot say is found at synthesis; such a service is
 * exposed by an `InjectedGateway`.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export class KubernetesGateway extends Construct {
  /** Name of the gateway: of its Gateway. What istiod makes for it has the name of the class behind. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly place: GatewayPlace;
  private readonly settings: GatewaySettings;
  private readonly exposures: { readonly exposure: Exposure; readonly service: IExposable; readonly port: MeshPort }[] = [];

  /**
   * Adds a gateway.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   */
  constructor(scope: Construct, id: string, props: KubernetesGatewayProps = {}) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it in a namespace of a mesh: mesh.addNamespace("…")');
    }
    if (!isDnsLabel(id)) {
      throw failure(this, `"${id}" is not a name for a gateway`, 'Use at most 63 lower-case letters, digits and dashes');
    }
    if (props.serviceType !== undefined && !SERVICE_TYPES.includes(props.serviceType)) {
      throw failure(this, `"${props.serviceType}" is not a type of Service`, `Use one of ${SERVICE_TYPES.join(', ')}`);
    }
    const gatewayClassName = props.gatewayClass ?? KubernetesGatewayClass.ISTIO;
    const revision = this.revision(props.revision);
    this.gatewayName = id;
    this.namespaceName = namespace;
    this.place = { name: id, namespace };
    this.identity = Identity.of(namespace, this.accountName(gatewayClassName), { trustDomain: meshContextOf(this).trustDomain });
    this.settings = {
      gatewayClassName,
      infrastructure: infrastructureOf(props),
      labels: revision === 'default' ? {} : { 'istio.io/rev': revision },
      annotations: props.serviceType === undefined ? {} : { [SERVICE_TYPE]: props.serviceType },
    };
    this.node.addValidation(checks(this, () => this.findings()));
  }

  /**
   * Lets requests from outside reach a service: listeners for the hosts, a route in the service's namespace, and, where calls need to
   * be allowed, rules that let these hosts in and let the gateway call the service.
   *
   * @param service the service
   * @param options under which names, and with which certificate
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    const exposure = checkedExposure(this, service, options);
    const { port } = exposure;
    if (exposure.protocol !== ExposureProtocol.HTTP || options.tls !== undefined || options.gatewayPort !== undefined) {
      throw failure(this, `Service "${service.node.id}" is exposed in a form that this gateway does not write yet`, 'Expose it with an InjectedGateway');
    }
    this.checkCredential(exposure);
    if (this.exposures.length === 0) {
      this.addGateway();
      this.addAccess();
    }
    this.exposures.push({ exposure, service, port });
    if (exposure.credentialName !== undefined && exposure.httpsRedirect) this.ensureRedirect();
    service.allowFrom(this.identity, { ports: [port.number] });
    const same = this.exposures.filter((other) => other.exposure.service === exposure.service).length;
    const [name] = service.host.split('.');
    new HTTPRoute(service as Construct, `exposed-by-${this.node.path.replaceAll('/', '-')}-${same}`, {
      metadata: { name: `${name}-${this.gatewayName}${same > 1 ? `-${same}` : ''}` },
      spec: renderRoute(this.place, exposure, service.httpRouteRulesFor(port, exposure.paths)),
    });
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.map(({ exposure }) => exposure);
  }

  /** The Gateway is written with its first listener: without one it would be none. */
  private addGateway(): void {
    const { gatewayClassName, infrastructure, labels, annotations } = this.settings;
    new Gateway(this, 'Resource', {
      metadata: {
        name: this.gatewayName,
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
      spec: {
        gatewayClassName,
        ...(Object.keys(infrastructure).length > 0 && { infrastructure }),
        listeners: Lazy.any({ produce: () => renderListeners(this.place, this._exposures) }),
      },
    });
  }

  private addAccess(): void {
    const { posture } = meshContextOf(this);
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderEdgeAccess(this.edge, this._exposures) }),
    });
  }

  private get edge(): Edge {
    return { place: { targetRefs: [{ group: GROUP, kind: 'Gateway', name: this.gatewayName }] }, listenerOf: (port) => port, sourceOf: () => ({}) };
  }

  private ensureRedirect(): void {
    if (this.node.tryFindChild('redirect')) return;
    new HTTPRoute(this, 'redirect', {
      metadata: { name: `${this.gatewayName}-redirect` },
      spec: Lazy.any({ produce: () => renderRedirect(this.place, this._exposures) }),
    });
  }

  /** One listener has one host, and so one certificate. */
  private checkCredential({ hosts, credentialName }: Exposure): void {
    if (credentialName === undefined) return;
    for (const other of this._exposures) {
      const host = hosts.find((one) => other.hosts.includes(one));
      if (host !== undefined && other.credentialName !== undefined && other.credentialName !== credentialName) {
        throw failure(this, `Host "${host}" has the credentials "${other.credentialName}" and "${credentialName}"`, 'Give each host one credential');
      }
    }
  }

  private findings(): string[] {
    if (this.exposures.length === 0) return [finding('The gateway exposes nothing', 'Call expose() with a service, or leave the gateway out')];
    const plain = new Set(this._exposures.filter(({ credentialName }) => credentialName === undefined).flatMap(({ hosts }) => hosts));
    const both = redirectedHosts(this._exposures).find((host) => plain.has(host));
    return [
      ...(both === undefined ? [] : [finding(`Host "${both}" is served over plain HTTP and redirected to HTTPS`, 'Give all its services the same credential')]),
      ...this.exposures.flatMap(({ service, exposure, port }) => service.httpRouteFindings(port, exposure.paths).map((one) => `Service "${service.node.path}": ${one}`)),
    ];
  }

  private revision(asked: string | undefined): string {
    const { installation } = meshContextOf(this);
    const known = [installation.revision, ...(installation.values.revisionTags ?? [])];
    if (asked === undefined || known.includes(asked)) return asked ?? installation.revision;
    throw failure(this, `There is no revision "${asked}" in this mesh, whose revision and tags are ${listed(known)}`, 'Name one of these, or leave the revision out');
  }

  /** Name of the account that istiod makes for the gateway. */
  private accountName(gatewayClass: KubernetesGatewayClass): string {
    const kind = gatewayKind(gatewayClass, [], gatewayFeatures(meshContextOf(this).installation.values.env));
    if (kind === undefined) {
      throw failure(this, `This mesh's istiod runs no Gateways of the class "${gatewayClass}"`, 'Set PILOT_ENABLE_AGENTGATEWAY in its environment, or use the class "istio"');
    }
    return kind.namedAfterClass ? `${this.gatewayName}-${gatewayClass}` : this.gatewayName;
  }
}

function infrastructureOf(props: KubernetesGatewayProps): GatewayInfrastructure {
  const { infrastructureLabels: labels, infrastructureAnnotations: annotations, parametersConfigMap: name } = props;
  return {
    ...(labels && { labels: { ...labels } }),
    ...(annotations && { annotations: { ...annotations } }),
    ...(name !== undefined && { parametersRef: { group: '', kind: 'ConfigMap', name } }),
  };
}
