import { labelsOf, revisionLabel } from '../labels';
import { GatewayValues, IngressValues } from '../values/types';

/** What every renderer of a gateway's objects gets. */
export interface GatewayContext {
  readonly values: IngressValues;
  /** The part of the values that is about this gateway. */
  readonly gateway: GatewayValues;
  /** The namespace in which it runs. */
  readonly namespace: string;
}

/** The application that every ingress gateway is, whatever its own name. */
export const GATEWAY_APPLICATION = 'istio-ingressgateway';

/** Labels of the objects by which a gateway is found: those of its pods too. */
export function gatewayLabels({ values, gateway }: GatewayContext): Record<string, string> {
  return labelsOf(GATEWAY_APPLICATION, { ...gateway.labels, ...revisionLabel(values.revision) });
}

/** Labels of the objects that only serve a gateway. */
export function supportLabels({ values }: GatewayContext): Record<string, string> {
  return labelsOf(GATEWAY_APPLICATION, revisionLabel(values.revision));
}

/** Name of the account that a gateway runs as. */
export function accountName({ gateway }: GatewayContext): string {
  return `${gateway.name}-service-account`;
}
