import { partOfIstio } from '../labels';
import { Release } from '../release';
import { isGiven, orElse, text, textMap } from '../values/read';
import { GatewayChartValues } from '../values/types';

/** What every renderer of a standalone gateway's objects gets. */
export interface GatewayChartContext {
  readonly values: GatewayChartValues;
  readonly release: Release;
  /** Name of the gateway, from which the other names follow. */
  readonly name: string;
  /** Labels by which its Service, and Gateway resources, find its pods. */
  readonly selector: Readonly<Record<string, string>>;
}

/** What follows from the values for all objects of a gateway. */
export function gatewayChartContext(values: GatewayChartValues, release: Release): GatewayChartContext {
  const name = orElse(values.name, release.name);
  const { app, istio } = values.labels;
  // An empty label is a label: only one that is missing is made up.
  const selector = { app: text(app ?? name), istio: text(istio ?? name.replace(/^istio-/, '')) };
  return { values, release, name, selector };
}

/** Labels of its objects: what the user gave comes last, and so may replace any other. */
export function gatewayChartLabels({ values, release, name, selector }: GatewayChartContext): Record<string, string> {
  return { 'app.kubernetes.io/name': name, ...partOfIstio(release.name), ...selector, ...furtherLabels(values) };
}

/** The labels of the user beside those that select the pods. */
export function furtherLabels({ labels }: GatewayChartValues): Record<string, string> {
  const { app, istio, ...others } = textMap(labels);
  return others;
}

/** Name of the account that its pods run as: one of its own, or one that is there. */
export function gatewayChartAccount({ values, name }: GatewayChartContext): string {
  const { serviceAccount } = values;
  return orElse(serviceAccount.name, serviceAccount.create ? name : 'default');
}

/** Name, namespace, labels and annotations of an object of the gateway. */
export function gatewayChartMetadata(
  context: GatewayChartContext, name: string = context.name,
): { readonly name: string; readonly namespace: string; readonly labels: Record<string, string>; readonly annotations?: Record<string, string> } {
  const annotations = textMap(context.values.annotations);
  return {
    name,
    namespace: context.release.namespace,
    labels: gatewayChartLabels(context),
    ...(isGiven(annotations) && { annotations }),
  };
}
