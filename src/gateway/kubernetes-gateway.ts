import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ClientAddressProps, topologyAnnotations } from './client-address';
import { EdgeGateway } from './edge-gateway';
import { KUBERNETES_GATEWAY } from './gateway-option-kinds';
import { KubernetesExposures } from './kubernetes-exposures';
import { revisionLabels, SERVICE_TYPE, workloadName } from './kubernetes-workload';
import { meshContextOf, namespaceOfGateway } from './mesh-context';
import { checkServiceType } from './service-type';
import { failure } from '../reference/fail';
import { Identity } from '../reference/identity';
import { checkName } from '../reference/label-name';
import { checkOptions } from '../reference/option-kinds';
import { GatewayInfrastructure } from '../resources/gateway-api';

/** Classes of Gateways that istiod deploys for what comes in. */
export enum KubernetesGatewayClass {
  /** Envoy, as everywhere in the mesh. */
  ISTIO = 'istio',
  /** The agentgateway; istiod runs it with `PILOT_ENABLE_AGENTGATEWAY` in its environment. */
  AGENTGATEWAY = 'istio-agentgateway',
}

/** How a gateway of the Gateway API is run. */
export interface KubernetesGatewayProps extends ClientAddressProps {
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
  /**
   * Hosts, wildcards mostly, that have one listener for all exposed hosts below them. Browsers take hosts with one certificate for one
   * server; with a listener each, requests that they send on the connection of another host get status 404.
   *
   * @default - a listener a host
   */
  readonly listenerHosts?: string[];
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
export class KubernetesGateway extends EdgeGateway {
  /** Name of the gateway: of its Gateway. What istiod makes for it has the name of the class behind. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  /** @internal */
  protected readonly _edge: KubernetesExposures;

  /**
   * Adds a gateway. Writes a `Gateway` of the Gateway API with its first exposure (`spec.gatewayClassName`, `spec.listeners[]`), for which istiod
   * makes the proxies. An `externalTrafficPolicy` is laid over their Service in a ConfigMap (`spec.infrastructure.parametersRef` of the Gateway).
   *
   * @param scope a namespace of a mesh, see `Mesh.addNamespace()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if it is not created in a namespace of a mesh
   * @throws if the id is not a DNS label
   * @throws if the type of Service, or the number of trusted proxies, is one that cannot be
   * @throws if the revision is none of the mesh, or its istiod runs no gateways of the class
   * @throws if there are a parametersConfigMap and an externalTrafficPolicy
   * @example
   * const modern = new KubernetesGateway(mesh.addNamespace('edge'), 'modern', { listenerHosts: ['*.example.com'] });
   * modern.expose(web, { hosts: ['shop.example.com'] });
   */
  constructor(scope: Construct, id: string, props: KubernetesGatewayProps = {}) {
    super(scope, id);
    checkOptions(this, 'The gateway', props, KUBERNETES_GATEWAY);
    const namespace = namespaceOfGateway(this);
    checkName(this, id, 'a gateway');
    checkServiceType(this, props.serviceType);
    const gatewayClassName = props.gatewayClass ?? KubernetesGatewayClass.ISTIO;
    this.gatewayName = id;
    this.namespaceName = namespace;
    this.identity = Identity.of(namespace, workloadName(this, id, gatewayClassName), { trustDomain: meshContextOf(this).trustDomain });
    this._edge = new KubernetesExposures(this, {
      place: { name: id, namespace, listenerHosts: [...props.listenerHosts ?? []] },
      gatewayClassName,
      infrastructure: this.infrastructure(props),
      labels: revisionLabels(this, props.revision),
      annotations: props.serviceType === undefined ? {} : { [SERVICE_TYPE]: props.serviceType },
      client: props,
    });
  }

  private infrastructure(props: KubernetesGatewayProps): GatewayInfrastructure {
    const { infrastructureLabels: labels, infrastructureAnnotations, externalTrafficPolicy } = props;
    const annotations = { ...infrastructureAnnotations, ...topologyAnnotations(this, props, infrastructureAnnotations) };
    const name = externalTrafficPolicy === undefined ? props.parametersConfigMap : this.addParameters(props);
    return {
      ...(labels && { labels: { ...labels } }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ...(name !== undefined && { parametersRef: { group: '', kind: 'ConfigMap', name } }),
    };
  }

  /** The Service is istiod's; what is laid over it lies in a ConfigMap. */
  private addParameters({ externalTrafficPolicy, parametersConfigMap }: KubernetesGatewayProps): string {
    if (parametersConfigMap !== undefined) {
      throw failure(this, `The gateway has an externalTrafficPolicy, and its parameters in ConfigMap "${parametersConfigMap}"`,
        'Put the policy into the ConfigMap, under "service"');
    }
    const name = `${this.gatewayName}-parameters`;
    new ApiObject(this, 'parameters', {
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { service: `spec:\n  externalTrafficPolicy: ${externalTrafficPolicy}\n` },
    });
    return name;
  }
}
