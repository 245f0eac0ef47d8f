import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Forwarded, serverNameOf, subsetOf } from './egress-routes';
import { IForwardable } from './forwardable';
import { failure, listed } from '../reference/fail';
import { isHost, isWildcard } from '../reference/host';
import { ServiceEntryResolution } from '../resources';
import { isBytes } from '../traffic/egress/service-entry';

/** Names of the servers of a gateway are names of ports. */
const LONGEST_PORT_NAME = 63;

/** Refuses what a gateway could not send on, or would send to the wrong place. */
export function checkForwardable(
  gateway: Construct & { readonly namespaceName: string }, portNumbers: readonly number[], forwarded: readonly Forwarded[], external: IForwardable,
  wildcardServer?: string,
): void {
  checkReachable(gateway, external, wildcardServer);
  const title = titleOf(external);
  const missing = external.ports.find(({ number }) => !portNumbers.includes(number));
  if (missing !== undefined) {
    throw failure(gateway, `${title} has port ${missing.number}, and the gateway has ${listed(portNumbers)}`,
      `Give the gateway ports: [${[...portNumbers, missing.number].join(', ')}]`);
  }
  const taken = external.ports.flatMap((port) => external.hosts.map((host) => ({ port, host })))
    .find(({ port, host }) => forwarded.some(({ hosts, ports }) => hosts.includes(host) && ports.some((one) => one.number === port.number)));
  if (taken !== undefined) {
    throw failure(gateway, `Host "${taken.host}" at port ${taken.port.number} is forwarded already`, 'Forward each external service once, and declare each host once');
  }
  const subsets = forwarded.flatMap((other) => other.hosts.map((_, index) => subsetOf(other.subset, index)));
  const own = external.hosts.map((_, index) => subsetOf(external.node.id, index));
  const same = own.find((name) => subsets.includes(name));
  if (same !== undefined) {
    throw failure(gateway, `Two hosts would have the subset "${same}"`, 'Give one of the external services another name');
  }
  const long = external.ports.flatMap((port) => own.map((subset) => serverNameOf(port, subset))).find((name) => name.length > LONGEST_PORT_NAME);
  if (long !== undefined) {
    throw failure(gateway, `The server "${long}" would have a name of ${long.length} characters, and ${LONGEST_PORT_NAME} are allowed`,
      'Give the external service a shorter name');
  }
  checkCredential(gateway, external);
}

function titleOf(external: IForwardable): string {
  return `External service "${external.node.id}"`;
}

function checkReachable(gateway: Construct, external: IForwardable, wildcardServer: string | undefined): void {
  const title = titleOf(external);
  const wildcard = external.hosts.find(isWildcard);
  if (wildcardServer !== undefined) {
    if (!isHost(wildcardServer) || isWildcard(wildcardServer)) {
      throw failure(gateway, `The wildcardServer "${wildcardServer}" is not the name of one host`, 'Give a name such as "www.example.com"');
    }
    const plain = external.hosts.find((host) => !isWildcard(host));
    if (plain !== undefined) {
      throw failure(gateway, `${title} has the host "${plain}", which is no wildcard that "${wildcardServer}" could serve`,
        'Declare it as an external service of its own, and forward that without wildcardServer');
    }
    const plainPort = external.ports.find((port) => !port.isTls);
    if (plainPort !== undefined) {
      throw failure(gateway, `${title} speaks ${plainPort.protocol} on port ${plainPort.number}, in which no server name tells where a connection is meant to go`,
        'Make the port with MeshPort.tls, or list the hosts one by one');
    }
    return;
  }
  if (wildcard !== undefined) {
    throw failure(gateway, `${title} has the host "${wildcard}", whose address the gateway could not find`,
      'Declare an external service with the hosts one by one, or give a wildcardServer that serves all its names in TLS');
  }
  if (external.resolution === ServiceEntryResolution.NONE) {
    throw failure(gateway, `${title} has resolution NONE: it goes to the address that the application asked for, which the gateway never learns`,
      'Use resolution DNS, or STATIC with endpoints');
  }
  const bytes = external.ports.find(isBytes);
  if (bytes !== undefined && external.hosts.length > 1) {
    throw failure(gateway, `${title} has several hosts on the TCP port ${bytes.number}`, 'Declare an external service for each of them');
  }
}

function checkCredential(gateway: Construct & { readonly namespaceName: string }, { originateTls, node: { id } }: IForwardable): void {
  const credential = originateTls?._credential;
  const child = credential?.node.defaultChild;
  const namespace = child !== undefined && ApiObject.isApiObject(child) ? child.metadata.namespace : undefined;
  if (credential === undefined || namespace === undefined || namespace === gateway.namespaceName) return;
  throw failure(gateway, `External service "${id}" has the secret "${credential.name}" in namespace "${namespace}", and the gateway runs in "${gateway.namespaceName}"`,
    'A gateway can read only the secrets of its own namespace: create the secret there', 'A10');
}
