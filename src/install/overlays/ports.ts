import { isMap, JsonObject } from '../../reference/json';
import { at } from '../values/tree';

/** Ports below this one, and this one too where a Service does not say where a connection goes, are for processes of the root user. */
const FIRST_FREE = 1024;

const GATEWAYS = [
  { field: 'ingressGateways', value: 'istio-ingressgateway' },
  { field: 'egressGateways', value: 'istio-egressgateway' },
];

/**
 * Checks that gateways can listen at the ports of their Services: unless they run as root, only at those above 1023.
 *
 * @param whole the request over its profile
 * @param values the values of all charts
 * @throws with the path of the first port that a gateway could not open
 */
export function checkPorts(whole: JsonObject, values: JsonObject): void {
  for (const { field, value } of GATEWAYS) {
    const gateways: unknown = at(whole, ['components', field]);
    if (!Array.isArray(gateways) || at(values, ['gateways', value, 'runAsRoot']) === true) continue;
    gateways.forEach((gateway, index) => {
      const ports: unknown = at(gateway, ['k8s', 'service', 'ports']);
      if (Array.isArray(ports)) ports.forEach((port, place) => checkPort(port, `components.${field}[${index}].k8s.service.ports[${place}]`, value));
    });
  }
}

function checkPort(port: unknown, path: string, value: string): void {
  if (!isMap(port) || typeof port.targetPort === 'string') return;
  const target: number = port.targetPort ?? 0;
  if (target >= FIRST_FREE || (target === 0 && port.port > FIRST_FREE)) return;
  const given = target === 0 ? `goes to port ${port.port ?? 0} itself` : `has the target ${target}`;
  throw new Error(`The port ${path} ${given}, which only a process of the root user can open. `
    + `Set its targetPort to 1024 or more, or values.gateways.${value}.runAsRoot to true.`);
}
