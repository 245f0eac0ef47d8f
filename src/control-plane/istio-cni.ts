import { Construct } from 'constructs';
import { ControlPlane } from './control-plane';
import { CniValues, GlobalValues } from '../resources/install-values';

/** How the CNI plugin is installed. */
export interface IstioCniProps {
  /**
   * Namespace in which it runs.
   *
   * @default that of the control plane
   */
  readonly namespace?: string;
  /**
   * Values of the plugin (`cni`).
   *
   * @default those of the chart, the profile and the platform
   */
  readonly cni?: CniValues;
  /**
   * Values that it reads with others (`global`), over those of the control plane.
   *
   * @default those of the control plane
   */
  readonly global?: GlobalValues;
}

/** Istio's CNI plugin, on every node: it leads the traffic of pods into the mesh, so that pods need no privileges of their own for it. */
export class IstioCni extends Construct {
  /** Namespace in which it runs. */
  public readonly namespace: string;

  /**
   * Installs the plugin. Writes it as a `DaemonSet` (`spec.template.spec.containers[]`) with a `ConfigMap` of its settings (`data`), a
   * `ServiceAccount` and its rights.
   *
   * @param scope the control plane
   * @param id id of the construct
   * @param props how it is installed
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east' });
   * new Revision(istio, 'stable', { pilot: { cni: { enabled: true } } });
   * new IstioCni(istio, 'cni');
   */
  constructor(scope: ControlPlane, id: string, props: IstioCniProps = {}) {
    super(scope, id);
    const { namespace = scope.namespace, ...values } = props;
    this.namespace = namespace;
    const chart = scope._chart('1-cni');
    scope._addNamespace(namespace);
    scope._install(this, chart, { chart: 'cni', namespace, values, title: 'the CNI plugin' });
  }
}
