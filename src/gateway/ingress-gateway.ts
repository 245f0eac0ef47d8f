import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { topologyAnnotations } from './client-address';
import { checkHttp3, EdgeGatewayProps } from './edge-gateway-props';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { Exposure } from './exposure';
import { Exposures } from './exposures';
import { meshContextOf } from './mesh-context';
import { renderIngressGateway } from '../install';
import { failure, finding } from '../reference/fail';
import { Identity } from '../reference/identity';
import { Labels } from '../reference/labels';
import { checks } from '../reference/suppressions';

/** The port of health checks. Outside its own namespace, Istio asks for a protocol in the name of every port. */
const STATUS_PORT = { port: 15021, targetPort: 15021, name: 'http-status', protocol: 'TCP' };

const SERVICE_TYPES = ['LoadBalancer', 'NodePort', 'ClusterIP'];

/** How an ingress gateway is run. */
export interface IngressGatewayProps extends EdgeGatewayProps {
  /**
   * How the gateway's Service is reached from outside the cluster (`spec.type`): LoadBalancer, NodePort or ClusterIP.
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;
}

/**
 * The way into the mesh: proxies of their own at its edge, and what they let in.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export class IngressGateway extends Construct {
  /** Name of the gateway: of its Gateway resource, its Deployment and its Service. */
  public readonly gatewayName: string;
  /** Name of the namespace in which the gateway runs, and in which its credentials must be. */
  public readonly namespaceName: string;
  /** Who the gateway is towards the services behind it. */
  public readonly identity: Identity;
  private readonly labels: Labels;
  private readonly exposures: Exposures;

  /**
   * Adds a gateway for what comes in from outside.
   *
   * @param scope a namespace of a mesh, see `Mesh.addIngressGateway()`
   * @param id name of the gateway
   * @param props how it is run
   * @throws if the certificates of the mesh come from SPIRE
   */
  constructor(scope: Construct, id: string, props: IngressGatewayProps = {}) {
    super(scope, id);
    const { installation, trustDomain, certificateAuthority } = meshContextOf(this);
    if (certificateAuthority?._kind === 'spire') {
      throw failure(this, 'The gateway would ask istiod for its certificate, which workloads with one of SPIRE do not trust',
        'Use an InjectedGateway, whose pods get the socket of SPIRE');
    }
    checkHttp3(this, props);
    this.gatewayName = id;
    const labels = { app: id, istio: id };
    this.labels = labels;
    this.exposures = new Exposures(this, () => this.labels, 1024, props);

    if (props.serviceType !== undefined && !SERVICE_TYPES.includes(props.serviceType)) {
      throw failure(this, `"${props.serviceType}" is not a type of Service`, `Use one of ${SERVICE_TYPES.join(', ')}`);
    }
    const { namespace } = Chart.of(this);
    if (namespace === undefined) {
      throw failure(this, 'The gateway has no namespace', 'Create it with mesh.addIngressGateway("…")');
    }
    this.namespaceName = namespace;

    const manifests = renderIngressGateway(installation, {
      name: id,
      namespace: this.namespaceName,
      labels,
      serviceType: props.serviceType,
      ports: [STATUS_PORT],
      externalTrafficPolicy: props.externalTrafficPolicy,
      podAnnotations: topologyAnnotations(this, props),
    });
    this.exposures.ports.write(this, manifests);
    const account = manifests.find((manifest) => manifest.kind === 'ServiceAccount');
    this.identity = Identity.of(this.namespaceName, account?.metadata.name ?? 'default', { trustDomain });
    this.node.addValidation(checks(this, () => (this.exposures.all.length > 0 ? [] : [finding(
      'The gateway exposes nothing',
      'Call expose() with a service, or leave the gateway out',
    )])));
  }

  /** Labels by which Gateway resources and policies find the gateway's pods. */
  public get selector(): { [name: string]: string } {
    return { ...this.labels };
  }

  /**
   * Lets requests from outside reach a service: a server on this gateway, routes as the service has them, and, where calls
   * need to be allowed, rules that let these hosts in and let the gateway call the service.
   *
   * @param service the service
   * @param options under which names, and with which certificate
   */
  public expose(service: IExposable, options: ExposeOptions): void {
    this.exposures.add(service, options);
  }

  /** @internal */
  public get _exposures(): Exposure[] {
    return this.exposures.all;
  }
}
