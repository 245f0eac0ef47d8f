import { Construct } from 'constructs';
import { ControlPlane } from './control-plane';
import { IRevisioned } from './revision';
import { gatewaySelector } from '../install';
import { checkName } from '../reference/label-name';
import { GatewayChartValues } from '../resources/install-values';

/** How a gateway is installed. */
export interface StandaloneGatewayProps {
  /**
   * Name of the gateway: of its workload, its Service and its account.
   *
   * @default the id of the construct
   */
  readonly gatewayName?: string;
  /**
   * Namespace in which it runs. It is written with what all revisions share.
   *
   * @default "istio-ingress"
   */
  readonly namespace?: string;
  /**
   * The revision whose proxy it is, or a tag, so that it moves with the tag (`revision`).
   *
   * @default the tag "default", or the control plane without a name
   */
  readonly revision?: IRevisioned;
  /**
   * Values of the chart `gateway`.
   *
   * @default a Deployment of one to five pods behind a load balancer, with the ports 15021, 80 and 443
   * @see https://istio.io/latest/docs/setup/additional-setup/gateway/
   */
  readonly values?: GatewayChartValues;
}

/**
 * A gateway as a part of the installation: pods that the webhook of its revision completes, their Service, autoscaler and budget. What
 * goes through it is said by whoever owns the services, with `Gateway` resources that select it.
 */
export class StandaloneGateway extends Construct {
  /** Name of the gateway. */
  public readonly gatewayName: string;
  /** Namespace in which it runs, and in which its credentials must be. */
  public readonly namespace: string;
  /** Labels by which `Gateway` resources select it. */
  public readonly selector: { [name: string]: string };

  /**
   * Installs a gateway. Writes it as a `Deployment` with a `Service` (`spec.ports[]`), a `ServiceAccount` and a `HorizontalPodAutoscaler`.
   *
   * @param scope the control plane
   * @param id name of the gateway, unless one is given
   * @param props how it is installed
   * @throws if the name or the namespace is not a DNS label
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east' });
   * new StandaloneGateway(istio, 'partners', { namespace: 'partners', revision: new Revision(istio, 'stable') });
   */
  constructor(scope: ControlPlane, id: string, props: StandaloneGatewayProps = {}) {
    super(scope, id);
    this.gatewayName = props.gatewayName ?? id;
    this.namespace = props.namespace ?? 'istio-ingress';
    checkName(this, this.gatewayName, 'a gateway');
    checkName(this, this.namespace, 'a namespace');
    const revision = props.revision?.revisionLabel;
    const chart = scope._chart(`5-gateway-${this.gatewayName}`);
    scope._addNamespace(this.namespace);
    const part = scope._install(this, chart, {
      chart: 'gateway',
      namespace: this.namespace,
      releaseName: this.gatewayName,
      values: { ...props.values, ...(revision !== undefined && revision !== 'default' && { revision }) },
      title: `the gateway "${this.gatewayName}"`,
    });
    this.selector = gatewaySelector(part);
  }
}
