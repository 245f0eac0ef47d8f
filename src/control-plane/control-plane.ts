import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CompatibilityVersion, ControlPlaneProfile, Platform } from './values';
import { checkInstalled, InstalledPart, InstalledTag, PartRequest, renderPart, resolvePart, SharedValues } from '../install';
import { INSTALLER_RELEASE } from '../install/release';
import { Manifest } from '../reference/json';
import { checkName } from '../reference/label-name';
import { checks } from '../reference/suppressions';
import { warnOnce } from '../reference/warn';
import { MeshConfig } from '../resources';
import { BaseValues, GlobalValues } from '../resources/install-values';

/** What the components of a control plane share. */
export interface ControlPlaneProps {
  /**
   * Namespace of the control plane (`global.istioNamespace`), which is the root namespace of the mesh.
   *
   * @default "istio-system"
   */
  readonly namespace?: string;
  /**
   * Registry and path of Istio's images (`global.hub`).
   *
   * @default that of Istio's releases
   */
  readonly hub?: string;
  /**
   * Tag of Istio's images (`global.tag`).
   *
   * @default the release of Istio 1.31 that this version of the library was made for
   */
  readonly tag?: string;
  /**
   * What the values start from.
   *
   * @default the charts' own values
   * @see https://istio.io/latest/docs/setup/additional-setup/config-profiles/
   */
  readonly profile?: ControlPlaneProfile;
  /**
   * What kind of cluster it is.
   *
   * @default a plain Kubernetes cluster
   * @see https://istio.io/latest/docs/ambient/install/platform-prerequisites/
   */
  readonly platform?: Platform;
  /**
   * The older release whose behaviour is kept.
   *
   * @default that of this release
   * @see https://istio.io/latest/docs/setup/additional-setup/compatibility-versions/
   */
  readonly compatibilityVersion?: CompatibilityVersion;
  /**
   * Values that every component reads (`global`).
   *
   * @default those of the charts
   */
  readonly global?: GlobalValues;
  /**
   * The mesh configuration of all revisions (`meshConfig`).
   *
   * @default Istio's own
   * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
   */
  readonly meshConfig?: MeshConfig;
  /**
   * Values of what all revisions share (`base`).
   *
   * @default those of the chart
   */
  readonly base?: BaseValues;
}

/** A component, before it is known where it belongs. */
type ComponentRequest = Omit<PartRequest, 'release'> & {
  /** That of the control plane where it is not given. */
  readonly namespace?: string;
  readonly releaseName?: string;
};

/**
 * The control plane of one cluster: what its revisions share (CRDs, accounts, the namespace), and, as constructs within it, the
 * revisions, their tags, the CNI plugin, ztunnel and gateways.
 *
 * Synthesis checks what must hold between them: one owner of each revision, of each tag and of validation; the same cluster, network
 * and mesh in all of them; in ambient mode, all that it needs.
 *
 * Each component has a chart, that is a file, of its own; the names of the files sort in the order in which they must be applied.
 */
export class ControlPlane extends Construct {
  /** Namespace of the control plane. */
  public readonly namespace: string;
  private readonly first: Chart;
  private readonly shared: SharedValues;
  private readonly parts: InstalledPart[] = [];
  private readonly tags: InstalledTag[] = [];
  private readonly namespaces = new Set<string>(['kube-system']);

  /**
   * Installs what all revisions share. Writes the `Namespace`, a `CustomResourceDefinition` for each kind of Istio, and the `ServiceAccount` and
   * `ValidatingWebhookConfiguration` of the chart `base`.
   *
   * @param scope the app
   * @param id with which the names of its files begin
   * @param props what its components share
   * @throws if the id or the namespace is not a DNS label
   * @throws if a value does not exist, has the wrong kind, or is one that Istio refuses
   * @example
   * const istio = new ControlPlane(app, 'istio', { namespace: 'istio-east', meshConfig: { accessLogFile: '/dev/stdout' } });
   * new Revision(istio, 'stable');
   */
  constructor(scope: Construct, id: string, props: ControlPlaneProps = {}) {
    super(scope, id);
    checkName(this, id, 'a control plane');
    this.namespace = props.namespace ?? 'istio-system';
    checkName(this, this.namespace, 'a namespace');
    const { profile, platform, compatibilityVersion, hub, tag, global, meshConfig, base } = props;
    this.shared = {
      ...(profile !== undefined && { profile }),
      ...(platform !== undefined && { platform }),
      ...(compatibilityVersion !== undefined && { compatibilityVersion }),
      ...(meshConfig !== undefined && { meshConfig }),
      global: { ...global, istioNamespace: this.namespace, ...(hub !== undefined && { hub }), ...(tag !== undefined && { tag }) },
    };
    this.first = this._chart('0-base');
    this._addNamespace(this.namespace);
    // The check of configuration that names no revision belongs to whoever owns the tag "default".
    this._install(this, this.first, { chart: 'base', values: { ...(base !== undefined && { base }), defaultRevision: '' }, title: 'the base' });
    this.node.addValidation(checks(this, () => this.check()));
  }

  /**
   * A chart for a component, whose file sorts where it belongs.
   *
   * @internal
   */
  public _chart(name: string): Chart {
    return new Chart(this.node.scope!, `${this.node.id}-${name}`);
  }

  /**
   * Decides a component, writes its objects, and keeps it in mind for the checks.
   *
   * @internal
   */
  public _install(construct: Construct, chart: Chart, request: ComponentRequest): InstalledPart {
    const { namespace = this.namespace, releaseName = INSTALLER_RELEASE, ...rest } = request;
    try {
      const part = resolvePart({ ...rest, release: { name: releaseName, namespace } }, this.shared);
      this.parts.push(part);
      this._write(chart, renderPart(part));
      return part;
    } catch (error) {
      throw new Error(`[${construct.node.path}] ${(error as Error).message}`, { cause: error });
    }
  }

  /** @internal */
  public _write(chart: Chart, manifests: readonly Manifest[]): void {
    for (const manifest of manifests) {
      new ApiObject(chart, `${manifest.kind}-${manifest.metadata.namespace ?? ''}-${manifest.metadata.name}`, manifest);
    }
  }

  /**
   * The Namespace of a component, once, in the file that comes before all others: several components may share it.
   *
   * @internal
   */
  public _addNamespace(name: string): void {
    if (this.namespaces.has(name)) return;
    this.namespaces.add(name);
    this._write(this.first, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }]);
  }

  /** @internal */
  public _addTag(tag: InstalledTag): void {
    this.tags.push(tag);
  }

  private check(): string[] {
    const findings = checkInstalled({ parts: this.parts, tags: this.tags });
    for (const { severity, message, code } of findings) if (severity === 'warning') warnOnce(this, message, code);
    return findings.filter(({ severity }) => severity === 'error').map(({ message, code }) => (code === undefined ? message : `${message} (${code})`));
  }
}
