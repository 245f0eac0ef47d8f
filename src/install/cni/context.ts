import { CniChartValues } from './values';
import { labelsOf, revisionLabel } from '../labels';
import { Release } from '../release';
import { isGiven, orElse } from '../values/read';

/** What every renderer of the plugin's objects gets. */
export interface CniContext {
  readonly values: CniChartValues;
  readonly release: Release;
}

/** Name of the plugin's objects. It is the same in every revision: a node has one plugin, which serves them all. */
export const CNI = 'istio-cni';

/** Name of its DaemonSet, by which the plugin itself looks it up. */
export const CNI_NODE = `${CNI}-node`;

/** Labels of an object of the plugin: its own, and which revision brought it. */
export function cniLabels({ values, release }: CniContext, own: Readonly<Record<string, string>> = { app: CNI }): Record<string, string> {
  return labelsOf(CNI, { ...own, ...revisionLabel(orElse(values.revision, '')) }, release.name);
}

/** Whether traffic of ambient pods is redirected. */
export function redirectsAmbient({ values }: CniContext): boolean {
  return isGiven(values.ambient.enabled);
}

/** Whether the plugin goes into the network namespaces of pods, for which it reads the processes of the node. */
export function entersPods(context: CniContext): boolean {
  return isGiven(context.values.repair.repairPods) || redirectsAmbient(context);
}

/** Whether the plugin runs in the network of its node. */
export function sharesHostNetwork(context: CniContext): boolean {
  return redirectsAmbient(context) && isGiven(context.values.ambient.shareHostNetworkNamespace);
}
