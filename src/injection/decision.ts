/**
 * The rule that decided whether a pod gets a proxy.
 *
 * - no-pods: the object is of a kind without a pod template
 * - host-network, system-namespace: no proxy, whatever anything else says
 * - namespace-label, namespace-revision: the labels `istio-injection` and `istio.io/rev` of the namespace
 * - namespace-default: the namespace says nothing, and such namespaces are injected
 * - pod-label, pod-annotation: `sidecar.istio.io/inject` of the pod
 * - pod-revision: `istio.io/rev` of the pod
 * - never-inject-selector, always-inject-selector: a selector of the injector's configuration
 * - policy: what holds for pods that say nothing; unknown-policy where it is no known word
 * - not-enrolled: nothing sends the pod to this control plane
 */
export type DecisionRule =
  | 'no-pods' | 'host-network' | 'system-namespace'
  | 'namespace-label' | 'namespace-revision' | 'namespace-default'
  | 'pod-label' | 'pod-annotation' | 'pod-revision'
  | 'never-inject-selector' | 'always-inject-selector'
  | 'policy' | 'unknown-policy' | 'not-enrolled';

/** The label, annotation, selector or value that a decision was read from. */
export interface DecidedBy {
  readonly kind: 'namespace-label' | 'pod-label' | 'pod-annotation' | 'selector' | 'value' | 'field';
  readonly name: string;
  readonly value: string;
}

/** Whether a pod gets a proxy, and the reason. */
export interface Decision {
  readonly inject: boolean;
  /** Which rule decided. */
  readonly rule: DecisionRule;
  /** The rule in words, as a sentence without its full stop. */
  readonly reason: string;
  /** What the rule read; absent where nothing was there to be read. */
  readonly by?: DecidedBy;
  /** The name by which the control plane was chosen: its revision, or a tag of it; only where the pod is injected. */
  readonly revision?: string;
}
