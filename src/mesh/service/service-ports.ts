import { IConstruct } from 'constructs';
import { failure, listed } from '../../reference/fail';
import { MeshPort } from '../../reference/port';

/** Refuses ports of a service that could not be told apart. */
export function checkPorts(service: IConstruct, ports: readonly MeshPort[]): void {
  const numbers = ports.map((port) => port.number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) {
    throw failure(service, `Port ${twice} is given twice`, 'Give each port once');
  }
  const names = ports.map((port) => port.name);
  const same = names.find((name, at) => names.indexOf(name) !== at);
  if (same !== undefined) {
    throw failure(service, `Two ports are named "${same}"`, 'Give one of them another suffix');
  }
}

/** Refuses a port to which traffic shall go, and which a service does not have. */
export function checkDestinationPort(service: IConstruct, ports: readonly MeshPort[], port: number | undefined): void {
  if (port === undefined || ports.some(({ number }) => number === port)) return;
  throw failure(service, `It has no port ${port}; its ports are ${listed(ports.map(({ number }) => number))}`, 'Name one of them');
}
