import { failure, listed } from '../../reference/fail';
import { MeshPort } from '../../reference/port';
import { CallOptions, emptyListOf, impossible, requestOptionsOf } from '../../security/call-options';
import type { MeshService } from '../service/service';

/**
 * The ports of a service that some options mean, if what they ask for can be checked there. Istio drops an ALLOW rule that asks for what
 * only HTTP has from other ports, and the HTTP part alone from a DENY rule, which then denies more than it says: neither is written.
 *
 * @param service the service that is called
 * @param who what is said, to begin messages with: `"…" calls it`
 * @param options what may, or may not, be asked for
 */
export function calledPorts(service: MeshService, who: string, options: CallOptions): MeshPort[] {
  const { ports } = service;
  if (ports.length === 0) {
    throw failure(service, `${who}, but the service has no ports`, 'Give the service ports: [MeshPort.http(80)]');
  }
  for (const number of [...options.ports ?? [], ...options.notPorts ?? []]) {
    if (!ports.some((port) => port.number === number)) {
      throw failure(service, `${who} on port ${number}, but its ports are ${listed(ports.map((port) => port.number))}`, 'Name ports of the called service');
    }
  }
  const empty = emptyListOf(options);
  if (empty !== undefined) {
    throw failure(service, `${who} with an empty list of ${empty}, which fits no request`, `Leave ${empty} out for any of them`);
  }
  const wrong = impossible(options);
  if (wrong) {
    throw failure(service, `${who} with the ${wrong.value}, which no request has`, wrong.fix);
  }
  const chosen = ports.filter(({ number }) => (options.ports?.includes(number) ?? true) && !options.notPorts?.includes(number));
  if (chosen.length === 0) {
    throw failure(service, `${who} on none of its ports (${listed(ports.map((port) => port.number))})`, 'Leave one of them out of notPorts');
  }
  const [asked] = requestOptionsOf(options);
  const bytes = asked === undefined ? undefined : chosen.find((port) => !port.isHttp);
  if (bytes) {
    throw failure(service, `${who} with ${asked}, but port ${bytes.number} speaks ${bytes.protocol}, in which there are none`,
      'Leave them out, or name the HTTP ports with ports: […]', 'A17');
  }
  return chosen;
}
