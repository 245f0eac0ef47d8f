import { ZtunnelChartValues } from './values';
import { partOfIstio, revisionLabel } from '../labels';
import { Release } from '../release';
import { isGiven, orElse, textMap } from '../values/read';

/** What every renderer of ztunnel's objects gets. */
export interface ZtunnelContext {
  readonly values: ZtunnelChartValues;
  readonly release: Release;
}

/** The application that ztunnel is, whatever the name of its objects. */
export const ZTUNNEL = 'ztunnel';

/** Name of ztunnel's objects. istiod trusts an account of this name alone: its `trustedZtunnelName`. */
export function ztunnelName({ values }: ZtunnelContext): string {
  return orElse(values.resourceName, ZTUNNEL);
}

/** Labels of everything of ztunnel. */
export function commonLabels({ release }: ZtunnelContext): Record<string, string> {
  return { 'app.kubernetes.io/name': ZTUNNEL, ...partOfIstio(release.name) };
}

/** Labels of its objects: the common ones, and the user's. */
export function ztunnelLabels(context: ZtunnelContext): Record<string, string> {
  return { ...commonLabels(context), ...textMap(orElse(context.values.labels, {})) };
}

/** Annotations of its objects: the user's, and a revision that has a name. */
export function ztunnelAnnotations({ values: { annotations, revision } }: ZtunnelContext): Record<string, string> | null {
  if (annotations === null && !isGiven(revision)) return null;
  return { ...textMap(orElse(annotations, {})), ...(isGiven(revision) && revisionLabel(revision)) };
}
