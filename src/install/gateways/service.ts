import { GatewayContext, gatewayLabels, selectorOf } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { textMap, unquoted, when } from '../values/read';

/** How the gateway is reached. */
export function renderService(context: GatewayContext): Manifest[] {
  const { kind, gateway, release } = context;
  if (gateway.customService) return [];
  return [{
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: gateway.name,
      namespace: release.namespace,
      ...when('annotations', textMap(gateway.serviceAnnotations ?? {})),
      labels: gatewayLabels(context),
    },
    spec: {
      ...when('loadBalancerIP', gateway.loadBalancerIP),
      ...when('loadBalancerSourceRanges', gateway.loadBalancerSourceRanges),
      ...when('externalTrafficPolicy', gateway.externalTrafficPolicy),
      type: gateway.type,
      selector: selectorOf(context),
      ...when('ports', [
        ...(gateway.ports ?? []).map((port) => scalars(port)),
        ...(gateway[kind.furtherPorts] ?? []).map(({ port, name }) => ({ port, name })),
      ]),
      ...when('ipFamilyPolicy', gateway.ipFamilyPolicy),
      ...when('ipFamilies', gateway.ipFamilies),
    },
  }];
}

const scalars = (map: object): JsonObject => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, unquoted(value)]));
