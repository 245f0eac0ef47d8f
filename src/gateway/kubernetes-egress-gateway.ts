import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { checkForwardable } from './egress-checks';
import { ForwardOptions } from './egress-gateway';
import { forwardedOf, renderEgressAccess, renderWildcardServer } from './egress-routes';
import { IForwardable } from './forwardable';
import {
  EgressLeg, egressPlace, fromGateway, KubernetesEgressPlace, renderEgressListeners, renderEgressService, renderEgressTls, toGateway,
} from './kubernetes-egress-routes';
import { revisionLabels, SERVICE_TYPE, workloadName } from './kubernetes-workload';
import { meshContextOf, namespaceOfGateway } from './mesh-context';
import { failure, finding, listed } from '../reference/fail';
import { serviceHost } from '../reference/host';
import { Host } from '../reference/host-name';
import { Identity } from '../reference/identity';
import { checkName, isDnsLabel } from '../reference/label-name';
import { sortChildren } from '../reference/sorted-children';
import { checks } from '../reference/suppressions';
import { AuthorizationPolicy, DestinationRule, ServiceEntry } from '../resources';
import { Gateway, HTTPRoute, TCPRoute, TLSRoute } from '../resources/gateway-api';
import { DRY_RUN } from '../security/access';
import { renderOrigination, TlsOrigination } from '../traffic/egress/tls-origination';

/** How an egress gateway of the Gateway API is run. */
export interface KubernetesEgressGatewayProps {
  /**
   * The revision, or a tag of it, whose istiod runs it (the label `istio.io/rev`). It must be one of the mesh.
   *
   * @default - that of the mesh
   */
  readonly revision?: string;
  /**
   * Name of a ConfigMap in its namespace, with what is laid over the objects that istiod makes for it, by kind: `deployment`,
   * `horizontalPodAutoscaler` and so on (`spec.infrastructure.parametersRef`).
   *
   * @default - none
   */
  readonly parametersConfigMap?: string;
}

/** The class of Gateways whose proxies are Envoy. */
const CLASS = 'istio';

/**
 * The way out of the mesh by the Gateway API: a Gateway for which istiod runs the proxies, with a listener for each host and port that is
 * forwarded. As at an `EgressGateway`, callers show who they are, and without a policy for everything only those that declared the call
 * get through. The CRDs of the Gateway API must be in the cluster.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
 */
export class KubernetesEgressGateway extends Construct {
  /** Name of the gateway: of its Gateway. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the outside. */
  public readonly identity: Identity;
  private readonly place: KubernetesEgressPlace;
  private readonly legs: EgressLeg[] = [];

  /**
   * Adds an egress gateway. Writes a `Gateway` of the Gateway API with what is forwarded first (`spec.gatewayClassName`, `spec.listeners[]`), for
   * which istiod makes the proxies; its `forward()` writes the rest.
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label
   * @throws if the revision is none of the mesh
   * @example new KubernetesEgressGateway(mesh.addNamespace('egress'), 'way').forward(payments);
   */
  constructor(scope: Construct, id: string, private readonly props: KubernetesEgressGatewayProps = {}) {
    super(scope, id);
    const namespace = namespaceOfGateway(this);
    checkName(this, id, 'a gateway');
    revisionLabels(this, props.revision);
    this.gatewayName = id;
    this.namespaceName = namespace;
    this.place = { name: id, namespace };
    this.identity = Identity.of(namespace, workloadName(this, id, CLASS), { trustDomain: meshContextOf(this).trustDomain });
    this.node.addValidation(checks(this, () => (
      this.legs.length > 0 ? [] : [finding('The gateway forwards nothing', 'Call forward() with an external service, or leave the gateway out')]
    )));
    sortChildren(this, 'Resource');
  }

  /**
   * Lets all traffic of an external service leave through the gateway. Writes a listener a port of the gateway's `Gateway` (`spec.listeners[]`), a
   * `Service` that leads to its pods (`spec.ports[]`) with a `DestinationRule` by which sidecars call them in mutual TLS
   * (`spec.trafficPolicy`), two routes a port, from sidecars to the gateway and from there out (an `HTTPRoute`, `spec.rules[].backendRefs[]`;
   * a `TCPRoute` and a `TLSRoute` for bytes and TLS), and a rule of its `AuthorizationPolicy` (`spec.rules[]`). Where TLS is originated, there is a
   * DestinationRule for the gateway; with a `wildcardServer`, a ServiceEntry of it.
   *
   * @param external what is outside, see `Mesh.addExternalService()`; with one host
   * @param options what a wildcard host needs
   * @throws if it has several hosts, which routes of a ServiceEntry do not tell apart
   * @throws if a host and port is forwarded already
   * @throws if the address of a host is known to the application alone: with resolution NONE, or a wildcard without `wildcardServer`
   * @throws if `wildcardServer` is given for what is no wildcard, or speaks no TLS
   * @throws if the names of both are too long for that of a Service
   * @throws if the credential of its TLS is in another namespace than the gateway
   * @throws if its traffic leaves through a gateway already, or it has routes of its own
   * @example
   * const way = new KubernetesEgressGateway(mesh.addNamespace('egress'), 'way');
   * const search = mesh.addExternalService('search', { hosts: ['search.example.com'], ports: [MeshPort.http(80), MeshPort.tls(443)] });
   * way.forward(search);
   * web.calls(search);
   */
  public forward(external: IForwardable, options: ForwardOptions = {}): void {
    const { wildcardServer } = options;
    const { node: { id }, ports } = external;
    this.check(external, wildcardServer);
    const service = `${id}-through-${this.gatewayName}`;
    if (!isDnsLabel(service)) {
      throw failure(this, `The Service "${service}" would have a name of ${service.length} characters, and 63 are allowed`,
        'Give the external service or the gateway a shorter name');
    }
    const host = serviceHost(service, this.namespaceName, meshContextOf(this).clusterDomain);
    external.leaveThrough(host, this.namespaceName);
    if (this.legs.length === 0) this.addShared();
    const forwarded = forwardedOf(external, wildcardServer);
    new ApiObject(this, service, { apiVersion: 'v1', kind: 'Service', metadata: { name: service }, spec: renderEgressService(this.place, ports) });
    if (wildcardServer === undefined) {
      new DestinationRule(this, `tls-of-${id}`, { metadata: { name: service }, spec: renderEgressTls(host, forwarded) });
    } else {
      const name = `${id}-server-of-${this.gatewayName}`;
      new ServiceEntry(this, name, { metadata: { name }, spec: renderWildcardServer(forwarded) });
    }
    for (const port of ports) this.addRoutes({ forwarded, port, service });
    if (external.originateTls) this.originate(external, external.originateTls);
  }

  private check(external: IForwardable, wildcardServer: string | undefined): void {
    const { hosts, ports, node: { id } } = external;
    if (hosts.length > 1) {
      throw failure(this, `External service "${id}" has the hosts ${listed(hosts)}, which routes of its ServiceEntry do not tell apart`,
        'Declare an external service for each host, or use an EgressGateway');
    }
    checkForwardable(this, ports.map(({ number }) => number), this.legs.map(({ forwarded }) => forwarded), external, wildcardServer);
  }

  private addRoutes(leg: EgressLeg): void {
    const { forwarded: { subset, namespace, ports, hosts: [host], wildcardServer }, port } = leg;
    this.legs.push(leg);
    const suffix = ports.length === 1 ? '' : `-${port.number}`;
    const metadata = (name: string): { name: string; namespace: string } => ({ name: `${name}${suffix}`, namespace });
    const [to, from] = [metadata(`${subset}-through-${this.gatewayName}`), metadata(`${subset}-from-${this.gatewayName}`)];
    const [there, out] = [toGateway(this.place, leg), fromGateway(this.place, leg)];
    const hostnames = [Host.of(host)];
    if (port.isHttp) {
      new HTTPRoute(this, `to-${to.name}`, { metadata: to, spec: there });
      new HTTPRoute(this, `from-${from.name}`, { metadata: from, spec: { ...out, hostnames } });
    } else if (wildcardServer !== undefined) {
      new TLSRoute(this, `to-${to.name}`, { metadata: to, spec: { ...there, hostnames } });
      new TLSRoute(this, `from-${from.name}`, { metadata: { name: from.name }, spec: { ...out, hostnames } });
    } else {
      if (port.isTls) new TLSRoute(this, `to-${to.name}`, { metadata: to, spec: { ...there, hostnames } });
      else new TCPRoute(this, `to-${to.name}`, { metadata: to, spec: there });
      // The gateway has taken the mutual TLS off: what is within are bytes to it.
      new TCPRoute(this, `from-${from.name}`, { metadata: from, spec: out });
    }
  }

  /** The rule by which the gateway adds TLS. In its own namespace it holds for the gateway alone. */
  private originate({ hosts: [host], ports, node: { id } }: IForwardable, origination: TlsOrigination): void {
    const name = `${id}-from-${this.gatewayName}`;
    new DestinationRule(this, `origination-of-${id}`, { metadata: { name }, spec: renderOrigination(host, ports, origination) });
  }

  /** What all that is forwarded has in common; it is written with the first. */
  private addShared(): void {
    const { posture } = meshContextOf(this);
    const { revision, parametersConfigMap } = this.props;
    const labels = revisionLabels(this, revision);
    new Gateway(this, 'Resource', {
      metadata: {
        name: this.gatewayName, ...(Object.keys(labels).length > 0 && { labels }), annotations: { [SERVICE_TYPE]: 'ClusterIP' },
      },
      spec: {
        gatewayClassName: CLASS,
        ...(parametersConfigMap !== undefined && { infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: parametersConfigMap } } }),
        listeners: Lazy.any({ produce: () => renderEgressListeners(this.legs) }),
      },
    });
    if (!posture.policies) return;
    new AuthorizationPolicy(this, 'access', {
      metadata: { name: this.gatewayName, ...(posture.dryRun && { annotations: DRY_RUN }) },
      spec: Lazy.any({ produce: () => renderEgressAccess(egressPlace(this.place), [...new Set(this.legs.map(({ forwarded }) => forwarded))]) }),
    });
  }
}
