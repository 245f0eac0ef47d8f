import { GatewayChartContext, gatewayChartMetadata } from './context';
import { JsonObject, Manifest } from '../../reference/json';
import { isGiven, orElse, text, textMap, when, whenSet } from '../values/read';

/** How the gateway is reached; nothing when the type is `None`. */
export function renderService(context: GatewayChartContext): Manifest[] {
  const { values, selector } = context;
  const { service } = values;
  if (service.type === 'None') return [];
  const { name, namespace, labels } = gatewayChartMetadata(context);
  return [{
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: { ...labels, ...networkLabel(values.networkGateway) },
      ...when('annotations', annotations(context)),
    },
    spec: {
      ...when('loadBalancerIP', service.loadBalancerIP),
      ...(service.type === 'LoadBalancer' && {
        ...whenSet('allocateLoadBalancerNodePorts', service.allocateLoadBalancerNodePorts),
        ...when('loadBalancerClass', service.loadBalancerClass),
      }),
      ...when('ipFamilyPolicy', service.ipFamilyPolicy),
      ...when('ipFamilies', service.ipFamilies),
      ...when('loadBalancerSourceRanges', service.loadBalancerSourceRanges),
      ...when('externalTrafficPolicy', service.externalTrafficPolicy),
      ...when('internalTrafficPolicy', service.internalTrafficPolicy),
      ...when('healthCheckNodePort', service.healthCheckNodePort),
      type: service.type,
      ...when('clusterIP', service.clusterIP),
      ports: isGiven(values.networkGateway) ? networkPorts(context) : servicePorts(context),
      ...when('externalIPs', service.externalIPs),
      selector: { ...selector, ...textMap(service.selectorLabels ?? {}) },
    },
  }];
}

/** The network that a gateway leads into, as a label of its pods and of its Service. */
export function networkLabel(network: string | undefined): Record<string, string> {
  return isGiven(network) ? { 'topology.istio.io/network': text(network) } : {};
}

/** The annotations of all objects, and over them those of the Service; of these, one without text gives way. */
function annotations({ values }: GatewayChartContext): Record<string, string> {
  const result: Record<string, string> = textMap(values.annotations);
  for (const [key, value] of Object.entries(textMap(values.service.annotations ?? {}))) {
    if (value !== '' || !Object.hasOwn(result, key)) result[key] = value;
  }
  return textMap(result);
}

function servicePorts({ values, name }: GatewayChartContext): JsonObject[] {
  const { ports } = values.service;
  if (!isGiven(ports)) {
    throw new Error(`The Service of gateway "${name}" has no ports: "service.ports" is empty. Give it ports, set "networkGateway", or set "service.type" to "None".`);
  }
  return ports.map((port) => ({ ...port }));
}

/** Ports of a gateway between networks, with the port of the pod where none is given. */
const NETWORK_PORTS: readonly (readonly [name: string, targetPort: number])[] = [
  ['status-port', 15021], ['tls', 15443], ['tls-istiod', 15012], ['tls-webhook', 15017],
];

function networkPorts({ values, name: gateway }: GatewayChartContext): JsonObject[] {
  return NETWORK_PORTS.map(([name, byDefault]) => {
    const given = Object.hasOwn(values.networkGatewayPorts, name) ? values.networkGatewayPorts[name] : undefined;
    if (given === undefined || given === null) {
      throw new Error(`Gateway "${gateway}" is one of network "${values.networkGateway}" and has no port "${name}". Set "networkGatewayPorts.${name}.port".`);
    }
    return { name, port: given.port, targetPort: orElse(given.targetPort, byDefault), protocol: orElse(given.protocol, 'TCP') };
  });
}
