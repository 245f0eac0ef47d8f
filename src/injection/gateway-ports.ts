import { GatewayServicePort } from './gateway-input';
import { JsonObject } from '../reference/json';

const LONGEST_NAME = 63;
const STATUS: GatewayServicePort = { name: 'status-port', port: 15021, protocol: 'TCP', appProtocol: 'tcp' };

/**
 * The ports of the Service in front of a Gateway: one for its health, and one for each port that listeners have, called after the
 * first of them.
 *
 * @param listeners of the Gateway and of the sets that it takes
 * @param quic whether listeners of HTTPS are there for HTTP/3 too
 */
export function gatewayPorts(listeners: readonly JsonObject[], quic: boolean): GatewayServicePort[] {
  const ports = [STATUS];
  const names = new Set([STATUS.name]);
  const seen = new Set<number>();
  listeners.forEach((listener, at) => {
    const { port } = listener;
    if (seen.has(port)) return;
    seen.add(port);
    const appProtocol = String(listener.protocol ?? '').toLowerCase();
    const name = unique(portName(String(listener.name ?? '')) || `${appProtocol}-${at}`, port, names);
    ports.push({ name, port, protocol: 'TCP', appProtocol });
    if (quic && appProtocol === 'https') ports.push({ name: unique(`${name}-quic`, port, names), port, protocol: 'UDP', appProtocol });
  });
  return ports;
}

/** Names of listeners may have dots and be long; those of ports may not. */
function portName(listener: string): string {
  return listener.replaceAll('.', '-').slice(0, LONGEST_NAME);
}

/** Listeners whose names come out alike are told apart by their ports. */
function unique(name: string, port: number, used: Set<string>): string {
  let candidate = name.slice(0, LONGEST_NAME);
  for (let suffix = `-${port}`; used.has(candidate); suffix += 'x') {
    candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  used.add(candidate);
  return candidate;
}
