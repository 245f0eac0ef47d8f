import { labelsOf, revisionLabel } from '../labels';
import { revisioned } from '../names';
import { Release } from '../release';
import { isGiven } from '../values/read';
import { IstiodValues } from '../values/types';

/** What every renderer of istiod's objects gets. */
export interface IstiodContext {
  /** The merged values of istiod. */
  readonly values: IstiodValues;
  /** What it is installed as. istiod runs in its namespace. */
  readonly release: Release;
}

/** Name of istiod's Deployment, Service, account and role: each revision has its own. */
export function istiodName({ revision }: IstiodValues): string {
  return revisioned('istiod', revision);
}

/** Labels of an object of istiod: its own, and the common marks. */
export function istiodLabels({ release }: IstiodContext, own: Readonly<Record<string, string>>): Record<string, string> {
  return labelsOf('istiod', own, release.name);
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
  return env?.ENABLE_CLUSTER_TRUST_BUNDLE_API === true;
}

/** Whether an istiod runs in this cluster: it does, unless the mesh is that of an istiod elsewhere, which injects by itself. */
export function runsHere({ istiodRemote }: IstiodValues): boolean {
  return !isGiven(istiodRemote.enabled) || isGiven(istiodRemote.enabledLocalInjectorIstiod);
}

/** Whether an istiod needs rights in this cluster: it runs here, or it is elsewhere and reads its configuration here. */
export function hasRightsHere(values: IstiodValues): boolean {
  return runsHere(values) || isGiven(values.global.configCluster);
}
