import { Construct } from 'constructs';
import { ControlPlane } from './control-plane';
import { InstalledPart } from '../install';
import { checkName } from '../reference/label-name';
import { MeshConfig } from '../resources';
import { GlobalValues, InjectorValues, IstiodValues, TelemetryValues } from '../resources/install-values';

/** What pods, namespaces and gateways can choose by the label `istio.io/rev`: a revision, or a tag of one. */
export interface IRevisioned {
  /** The value of the label `istio.io/rev`. */
  readonly revisionLabel: string;
}

/** How a revision is installed. */
export interface RevisionProps {
  /**
   * Name of the revision (`revision`); `default` for the control plane without a name.
   *
   * @default the id of the construct
   */
  readonly revision?: string;
  /**
   * Tag of istiod's and the proxies' images (`global.tag`), for a release beside another.
   *
   * @default that of the control plane
   */
  readonly tag?: string;
  /**
   * Values of istiod (`pilot`).
   *
   * @default those of the chart and the profile
   */
  readonly pilot?: IstiodValues;
  /**
   * Values that istiod and the proxies read (`global`), over those of the control plane.
   *
   * @default those of the control plane
   */
  readonly global?: GlobalValues;
  /**
   * The mesh configuration of this revision, over that of the control plane.
   *
   * @default that of the control plane
   */
  readonly meshConfig?: MeshConfig;
  /**
   * How pods get their proxies (`sidecarInjectorWebhook`).
   *
   * @default those whose namespace or own label names the revision
   */
  readonly sidecarInjectorWebhook?: InjectorValues;
  /**
   * What istiod sets up for metrics and logs (`telemetry`).
   *
   * @default metrics for Prometheus
   */
  readonly telemetry?: TelemetryValues;
  /**
   * Further fields of what istiod makes for Gateways, by class and kind (`gatewayClasses`).
   *
   * @default none
   */
  readonly gatewayClasses?: { readonly [gatewayClass: string]: any };
}

/** One istiod, under the name by which namespaces and pods choose it. Two can run beside each other, so that one moves from one to the other. */
export class Revision extends Construct implements IRevisioned {
  /** Name of the revision: the value of the label `istio.io/rev` that chooses it. */
  public readonly revisionLabel: string;
  /** @internal */
  public readonly _controlPlane: ControlPlane;
  /** @internal */
  public readonly _part: InstalledPart;

  /**
   * Installs an istiod. Writes it as a `Deployment` with a `Service`, the mesh configuration as a `ConfigMap` (`data.mesh`), and a
   * `MutatingWebhookConfiguration` for the pods that choose the revision.
   *
   * @param scope the control plane that it belongs to
   * @param id its name, unless one is given
   * @param props how it is installed
   * @throws if the name is not a DNS label
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east' });
   * new Revision(istio, 'canary', { meshConfig: { accessLogFile: '/dev/stdout' } });
   */
  constructor(scope: ControlPlane, id: string, props: RevisionProps = {}) {
    super(scope, id);
    const { revision = id, tag, global, ...values } = props;
    checkName(this, revision, 'a revision', '"1-31-4" or "canary"');
    this.revisionLabel = revision;
    this._controlPlane = scope;
    this._part = scope._install(this, scope._chart(`2-revision-${revision}`), {
      chart: 'istiod',
      values: { ...values, revision: revision === 'default' ? '' : revision, global: { ...global, ...(tag !== undefined && { tag }) } },
      title: `the revision "${revision}"`,
    });
  }
}
