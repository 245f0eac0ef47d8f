import { revisionLabel } from '../labels';
import { revisioned } from '../names';
import { IstiodValues } from '../values/types';

/** What every renderer of istiod's objects gets. */
export interface IstiodContext {
  /** The merged values of istiod. */
  readonly values: IstiodValues;
  /** The namespace in which istiod runs. */
  readonly namespace: string;
}

/** Name of istiod's Deployment, Service, account and role: each revision has its own. */
export function istiodName({ revision }: IstiodValues): string {
  return revisioned('istiod', revision);
}

/**
 * By which labels istiod's pods are found. Named revisions are told apart by their label; the default one has a label of its
 * own, which no named revision wears, so that it never takes in the pods of a canary.
 */
export function istiodSelector({ revision }: IstiodValues): Record<string, string> {
  return revision === '' ? { app: 'istiod', istio: 'pilot' } : { app: 'istiod', ...revisionLabel(revision) };
}

/** Whether istiod publishes its root certificate as a bundle of the cluster. Only the boolean counts, not the text "true". */
export function publishesTrustBundle({ env }: IstiodValues): boolean {
  return env.ENABLE_CLUSTER_TRUST_BUNDLE_API === true;
}
