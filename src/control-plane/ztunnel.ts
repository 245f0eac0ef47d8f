import { Construct } from 'constructs';
import { ControlPlane } from './control-plane';
import { Revision } from './revision';
import { ZtunnelValues } from '../resources/install-values';

/** How ztunnel is installed. */
export interface ZtunnelProps {
  /**
   * Namespace in which it runs. Where it is not that of the control plane, istiod must know: `pilot.trustedZtunnelNamespace`.
   *
   * @default that of the control plane
   */
  readonly namespace?: string;
  /**
   * The revision whose istiod it asks for its configuration (`revision`). A tag will not do: istiod has no certificate for the name of one.
   *
   * @default the control plane without a name
   */
  readonly revision?: Revision;
  /**
   * Values of ztunnel.
   *
   * @default those of the chart, the profile and the platform
   */
  readonly ztunnel?: ZtunnelValues;
}

/** The proxy of a node in ambient mode: it encrypts and authorizes the connections of the pods beside it. */
export class Ztunnel extends Construct {
  /** Namespace in which it runs. */
  public readonly namespace: string;

  /**
   * Installs ztunnel. Writes it as a `DaemonSet` (`spec.template.spec.containers[]`) with a `ServiceAccount`.
   *
   * @param scope the control plane
   * @param id id of the construct
   * @param props how it is installed
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east', profile: ControlPlaneProfile.AMBIENT });
   * const revision = new Revision(istio, 'stable');
   * new IstioCni(istio, 'cni');
   * new Ztunnel(istio, 'ztunnel', { revision });
   */
  constructor(scope: ControlPlane, id: string, props: ZtunnelProps = {}) {
    super(scope, id);
    const { namespace = scope.namespace, revision, ztunnel } = props;
    const name = revision?.revisionLabel ?? 'default';
    this.namespace = namespace;
    const chart = scope._chart('3-ztunnel');
    scope._addNamespace(namespace);
    scope._install(this, chart, { chart: 'ztunnel', namespace, values: { ...ztunnel, ...(name !== 'default' && { revision: name }) }, title: 'ztunnel' });
  }
}
