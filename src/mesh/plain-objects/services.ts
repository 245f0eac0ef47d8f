import { Complaint } from './plain-object';
import { PlainWorld } from './world';
import { JsonObject } from '../../reference/json';

const PROTOCOLS = ['grpc', 'grpc-web', 'http', 'http2', 'https', 'mongo', 'mysql', 'redis', 'tcp', 'tls', 'udp', 'hbone', 'kubernetes.io/h2c', 'kubernetes.io/ws', 'kubernetes.io/wss'];

/** Ports of Services that do not say their protocol (A12). */
export function namelessPorts(world: PlainWorld): Complaint[] {
  return world.of('Service', 'core')
    .filter(({ namespace, spec }) => spec.type !== 'ExternalName' && (world.mesh._namespace(namespace)?.enrollment._mode ?? 'none') !== 'none')
    .flatMap((object) => (object.spec.ports ?? []).filter(isSilent).map(({ name, port }: JsonObject): Complaint => ({
      object,
      code: 'A12',
      likely: true,
      what: `Port ${port}${name === undefined ? '' : ` ("${name}")`} says no protocol, so that proxies guess at it with each connection, or take it for bytes, without routes and request metrics`,
      fix: 'Give it appProtocol, or a name that begins with the protocol, such as "http"; or declare the service with addService()',
    })));
}

function isSilent({ name = '', appProtocol, protocol }: JsonObject): boolean {
  if (protocol === 'UDP' || PROTOCOLS.includes(String(appProtocol ?? '').toLowerCase())) return false;
  const begin = String(name).toLowerCase();
  return !PROTOCOLS.some((one) => begin === one || begin.startsWith(`${one}-`));
}

/** Both labels that ask for a proxy: the older one wins (A29). */
export function doubleEnrollment(world: PlainWorld): Complaint[] {
  return world.of('Namespace', 'core').flatMap((object): Complaint[] => {
    const labels: Record<string, string> = object.metadata.labels ?? {};
    const [injection, revision] = [labels['istio-injection'], labels['istio.io/rev']];
    return injection === undefined || revision === undefined ? [] : [{
      object,
      code: 'A29',
      what: `It has both istio-injection=${injection} and istio.io/rev=${revision}: the first wins, and the revision is never asked`,
      fix: 'Keep one; addNamespace() with an Enrollment writes the right one',
    }];
  });
}
