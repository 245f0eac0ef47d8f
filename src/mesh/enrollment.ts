/** How the pods of a namespace become part of the mesh. */
export enum Enrollment {
  /** Each pod gets a proxy beside its containers: when synthesized, and from istiod's webhook for pods made elsewhere. */
  SIDECAR = 'sidecar',
  /** Pods get no proxy, such as those of gateways, which are proxies themselves. */
  NONE = 'none',
}

/** The labels of a namespace by which istiod's webhook knows what to do. */
export function enrollmentLabels(enrollment: Enrollment, revision: string): Record<string, string> {
  if (enrollment === Enrollment.NONE) return { 'istio-injection': 'disabled' };
  return revision === 'default' ? { 'istio-injection': 'enabled' } : { 'istio.io/rev': revision };
}
