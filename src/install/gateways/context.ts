import { labelsOf, revisionLabel } from '../labels';
import { Release } from '../release';
import { textMap } from '../values/read';
import { EgressValues, GatewayValues, IngressValues } from '../values/types';

/** What the ingress and the egress gateways of the installer have that is not in their values. */
export interface GatewayKind {
  /** The application that every gateway of the kind is, whatever its own name; its values have this name, too. */
  readonly application: 'istio-ingressgateway' | 'istio-egressgateway';
  /** The value with further ports of its Service. */
  readonly furtherPorts: 'ingressPorts' | 'egressPorts';
}

export const INGRESS: GatewayKind = { application: 'istio-ingressgateway', furtherPorts: 'ingressPorts' };
export const EGRESS: GatewayKind = { application: 'istio-egressgateway', furtherPorts: 'egressPorts' };

/** What every renderer of a gateway's objects gets. */
export interface GatewayContext {
  readonly kind: GatewayKind;
  readonly values: Omit<IngressValues | EgressValues, 'gateways'>;
  /** The part of the values that is about this gateway. */
  readonly gateway: GatewayValues;
  readonly release: Release;
}

/** Labels by which the gateway's pods are found. */
export function selectorOf({ gateway }: GatewayContext): Record<string, string> {
  // A file of values may say null where the types do not.
  if ((gateway.labels as unknown) === null) {
    throw new Error('The labels of the gateway are null, and nothing would find its pods. Leave them out, or give a map.');
  }
  return textMap(gateway.labels);
}

/** Labels of the objects by which a gateway is found: those of its pods too. What Istio itself says wins over them. */
export function gatewayLabels(context: GatewayContext): Record<string, string> {
  const { kind, values, release } = context;
  return labelsOf(kind.application, { ...selectorOf(context), release: release.name, ...revisionLabel(values.revision) }, release.name);
}

/** Labels of the objects that only serve a gateway. */
export function supportLabels({ kind, values, release }: GatewayContext): Record<string, string> {
  return labelsOf(kind.application, revisionLabel(values.revision), release.name);
}

/** Name of the account that a gateway runs as. */
export function accountName({ gateway }: GatewayContext): string {
  return `${gateway.name}-service-account`;
}
