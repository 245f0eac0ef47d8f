/**
 * How pods become part of the mesh. Said of a namespace, it holds for all its pods; said of a workload, for those alone.
 *
 * @see https://istio.io/latest/docs/overview/dataplane-modes/
 */
export class Enrollment {
  /** Each pod gets a proxy beside its containers: when synthesized, and from istiod's webhook for pods made elsewhere. */
  public static readonly SIDECAR = new Enrollment('sidecar');
  /**
   * Pods stay as they are, and the agents of their node take their traffic: it is encrypted, and allowed or denied by who sends
   * it. What is decided by requests takes a waypoint, see `useWaypoint()`. Needs a mesh with `ambient: true`.
   */
  public static readonly AMBIENT = new Enrollment('ambient');
  /** Pods get no proxy and their traffic is left alone, such as those of gateways, which are proxies themselves. */
  public static readonly NONE = new Enrollment('none');

  /**
   * Each pod gets a proxy of another control plane, from its webhook. Nothing is injected at synthesis: what its proxies look like is that
   * control plane's business. Writes the label `istio.io/rev` of the `Namespace` (`metadata.labels["istio.io/rev"]`), or of the pods of a service.
   *
   * @param name name of the revision, or of a tag that leads to one
   * @example mesh.addNamespace('canary', { enrollment: Enrollment.revision('1-32') });
   */
  public static revision(name: string): Enrollment {
    return new Enrollment('revision', name);
  }

  /** @internal */
  public readonly _mode: 'sidecar' | 'ambient' | 'none' | 'revision';
  /** @internal */
  public readonly _revision?: string;

  private constructor(mode: 'sidecar' | 'ambient' | 'none' | 'revision', revision?: string) {
    this._mode = mode;
    this._revision = revision;
  }

  /**
   * The enrollment in a word, for messages: "sidecar", "ambient" or "none"; that of a revision has its name behind it.
   *
   * @example console.log(`The pods of the cart are enrolled as ${cart.enrollment}`);
   */
  public toString(): string {
    return this._revision === undefined ? this._mode : `${this._mode} ${this._revision}`;
  }
}

/** A workload with an enrollment of its own, or a part of a service that has one. */
export interface EnrolledWorkload {
  readonly enrollment: Enrollment;
  /** The labels of its pods that follow from it. */
  readonly podLabels: Record<string, string>;
}

/** Whether pods get a proxy beside their containers. */
export function hasSidecar(enrollment: Enrollment): boolean {
  return enrollment._mode === 'sidecar' || enrollment._mode === 'revision';
}

/** The labels of a namespace by which webhooks and the agents of nodes know what to do. */
export function namespaceLabelsOf(enrollment: Enrollment, revision: string): Record<string, string> {
  if (enrollment._mode === 'none') return { 'istio-injection': 'disabled' };
  if (enrollment._mode === 'ambient') return { 'istio.io/dataplane-mode': 'ambient' };
  const name = enrollment._revision ?? revision;
  return name === 'default' ? { 'istio-injection': 'enabled' } : { 'istio.io/rev': name };
}

/** The labels of pods that are enrolled in another way than their namespace; none where they are enrolled alike. */
export function podLabelsOf(enrollment: Enrollment, namespace: Enrollment, revision: string): Record<string, string> {
  if (sameEnrollment(enrollment, namespace, revision)) return {};
  // A label against both: it holds whatever becomes of the namespace.
  if (enrollment._mode === 'none') return { 'istio.io/dataplane-mode': 'none', 'sidecar.istio.io/inject': 'false' };
  if (enrollment._mode === 'ambient') return { 'istio.io/dataplane-mode': 'ambient', 'sidecar.istio.io/inject': 'false' };
  const name = enrollment._revision ?? revision;
  return { 'sidecar.istio.io/inject': 'true', ...(name !== 'default' && { 'istio.io/rev': name }) };
}

/**
 * Why pods of a namespace cannot be enrolled in a way; undefined where they can. Webhooks look at the labels of a pod only where
 * its namespace says nothing itself.
 */
export function conflict(enrollment: Enrollment, namespace: Enrollment, revision: string): string | undefined {
  if (!hasSidecar(enrollment) || namespace._mode === 'ambient' || sameEnrollment(enrollment, namespace, revision)) return undefined;
  return namespace._mode === 'none'
    ? 'webhooks are told to leave all its pods alone'
    : 'its label sends all its pods to one control plane';
}

function sameEnrollment(one: Enrollment, other: Enrollment, revision: string): boolean {
  if (hasSidecar(one) && hasSidecar(other)) return (one._revision ?? revision) === (other._revision ?? revision);
  return one._mode === other._mode;
}
