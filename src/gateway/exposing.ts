import { isIP } from 'node:net';
import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import { EXPOSE } from './expose-option-kinds';
import { ExposeOptions } from './expose-options';
import { Exposure, ExposureProtocol } from './exposure';
import { GatewayTls } from './gateway-tls';
import { failure, listed } from '../reference/fail';
import { isHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { checkArgument, checkOptions, having } from '../reference/option-kinds';
import { MeshPort } from '../reference/port';
import { ServerTLSMode } from '../resources';

/** A gateway that lets requests in. */
export interface ExposingGateway extends Construct {
  readonly gatewayName: string;
  readonly namespaceName: string;
  readonly identity: Identity;
  /** @internal */
  readonly _exposures: Exposure[];
}

/** Whether a construct is a gateway that lets requests in. */
export function isExposing(construct: object): construct is ExposingGateway {
  return '_exposures' in construct;
}

/** A gateway whose Gateway resource finds its pods by their labels. */
export interface SelectingGateway extends Construct {
  readonly gatewayName: string;
  readonly namespaceName: string;
  readonly selector: { [name: string]: string };
}

/** Whether a construct is a gateway that finds its pods by their labels. */
export function isSelecting(construct: object): construct is SelectingGateway {
  return 'gatewayName' in construct && 'namespaceName' in construct && 'selector' in construct;
}

/**
 * What is exposed; an error where a gateway cannot expose it.
 *
 * @param readsElsewhere whether the gateway can be let read credentials of other namespaces
 */
export function checkedExposure(gateway: ExposingGateway, service: IExposable, options: ExposeOptions, readsElsewhere = false): Exposure {
  checkArgument(gateway, 'expose()', 'service', service, having('destinationsFor', 'a service'));
  checkOptions(gateway, `expose() of service "${service.node.id}"`, options, EXPOSE);
  const port = chosenPort(gateway, service, options);
  const protocol = port.isHttp ? ExposureProtocol.HTTP : port.isTls ? ExposureProtocol.TLS : ExposureProtocol.TCP;
  const credentialName = credentialNameOf(gateway, options);
  const credentialNamespace = credentialNamespaceOf(gateway, options, readsElsewhere);
  const tls = tlsOf(gateway, port, credentialName, options.tls);
  const hosts = options.hosts ?? (protocol === ExposureProtocol.TCP && tls === undefined ? ['*'] : undefined);
  checkHosts(gateway, service, hosts);
  checkProtocol(gateway, protocol, tls, { ...options, hosts });
  return {
    service: service.node.path,
    namespace: service.namespaceName,
    port,
    hosts: [...hosts],
    protocol,
    paths: checkPaths(gateway, options.paths),
    gatewayPort: options.gatewayPort,
    tls: tls?._render(credentialName),
    credentialName,
    credentialNamespace,
    httpsRedirect: options.httpsRedirect ?? true,
    clientIpBlocks: checkAddresses(gateway, options.clientIpBlocks),
    notClientIpBlocks: checkAddresses(gateway, options.notClientIpBlocks, 'notClientIpBlocks', 'shut nobody out'),
  };
}

function checkHosts(gateway: ExposingGateway, service: IExposable, hosts: string[] | undefined): asserts hosts is string[] {
  if (!hosts || hosts.length === 0) {
    throw failure(gateway, `expose() of service "${service.node.id}" has no host`, 'Give the names that clients use, such as hosts: ["shop.example.com"], or ["*"] for any');
  }
  const wrong = hosts.find((host) => !isHost(host));
  if (wrong !== undefined) {
    throw failure(gateway, `"${wrong}" is not a host name`, 'Give a name such as "shop.example.com", "*.example.com" or "*", without a scheme, port or path');
  }
  const twice = hosts.find((host, at) => hosts.indexOf(host) !== at);
  if (twice !== undefined) {
    throw failure(gateway, `Host "${twice}" is given twice`, 'Give each host once');
  }
}

/** What only some protocols have. */
function checkProtocol(
  gateway: ExposingGateway, protocol: ExposureProtocol, tls: GatewayTls | undefined, { hosts = [], paths, gatewayPort }: ExposeOptions,
): void {
  if (paths !== undefined && protocol !== ExposureProtocol.HTTP) {
    throw failure(gateway, `The paths ${listed(paths)} are given for a port that speaks ${protocol}, in which there are none`, 'Leave paths out');
  }
  const named = hosts.find((host) => host !== '*');
  if (named !== undefined && protocol === ExposureProtocol.TCP && tls === undefined) {
    throw failure(gateway, `Host "${named}" is given for bytes without TLS, in which no client says a name`,
      'Leave hosts out, or let the gateway speak TLS with a credential');
  }
  if (gatewayPort !== undefined && !(Number.isInteger(gatewayPort) && gatewayPort >= 1 && gatewayPort <= 65535)) {
    throw failure(gateway, `${gatewayPort} is not a port number`, 'Give a whole number from 1 to 65535');
  }
}

function checkPaths(gateway: ExposingGateway, paths: string[] | undefined): string[] | undefined {
  const wrong = paths?.find((path) => !/^\/[^\s?#*]*$/.test(path) || (path !== '/' && path.endsWith('/')));
  if (wrong !== undefined) {
    throw failure(gateway, `"${wrong}" is not a path prefix`, 'Give a path that begins with "/" and does not end with it, such as "/shop"');
  }
  if (paths?.length === 0) {
    throw failure(gateway, 'The list of paths is empty, which would expose nothing', 'Leave paths out for every path');
  }
  return paths === undefined || paths.includes('/') ? undefined : [...new Set(paths)].sort();
}

function checkAddresses(
  gateway: ExposingGateway, blocks: string[] | undefined, name = 'clientIpBlocks', effect = 'let nobody in',
): string[] | undefined {
  const wrong = blocks?.find((block) => !isAddressBlock(block));
  if (wrong !== undefined) {
    throw failure(gateway, `"${wrong}" is not an address or a block of addresses`, 'Give an IP address, or a block such as "192.0.2.0/24" or "2001:db8::/32"');
  }
  if (blocks?.length === 0) {
    throw failure(gateway, `The list of ${name} is empty, which would ${effect}`, `Leave ${name} out for any address`);
  }
  return blocks && [...new Set(blocks)].sort();
}

function isAddressBlock(block: string): boolean {
  const [address, length, ...others] = block.split('/');
  const kind = isIP(address);
  return kind !== 0 && others.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (kind === 4 ? 32 : 128)));
}

/** The port that is meant: that of the number, or the only one of those that are likely. */
function chosenPort(gateway: ExposingGateway, service: IExposable, { port: number, tls }: ExposeOptions): MeshPort {
  const { ports, node: { id } } = service;
  const numbers = (some: readonly MeshPort[]): string => listed(some.map((port) => port.number));
  if (number !== undefined) {
    const found = ports.find((port) => port.number === number);
    if (found) return found;
    throw failure(gateway, `Service "${id}" has no port ${number}; it has ${numbers(ports)}`, 'Give one of its ports');
  }
  const [what, likely] = tls?.mode === ServerTLSMode.PASSTHROUGH
    ? ['TLS ports', ports.filter((port) => port.isTls)] as const
    : ports.length === 1 ? ['ports', ports] as const : ['HTTP ports', ports.filter((port) => port.isHttp)] as const;
  if (likely.length === 1) return likely[0];
  throw failure(gateway, `Service "${id}" has ${likely.length} ${what} (${numbers(likely)})`,
    'Say which one with port: …; a port speaks HTTP when it is made with MeshPort.http, http2 or grpc, and TLS with MeshPort.tls or https');
}

function tlsOf(gateway: ExposingGateway, port: MeshPort, credentialName: string | undefined, asked: GatewayTls | undefined): GatewayTls | undefined {
  const tls = asked ?? (port.isTls ? GatewayTls.passthrough() : credentialName === undefined ? undefined : GatewayTls.simple());
  if (tls === undefined) return undefined;
  const passes = tls.mode === ServerTLSMode.PASSTHROUGH;
  if (port.isTls && !passes) {
    throw failure(gateway, `TLS is ${tls.mode} at the gateway, and port ${port.number} of the service speaks ${port.protocol} itself`,
      'Use GatewayTls.passthrough(), or expose a port that speaks plain text: the mesh encrypts it');
  }
  if (passes && !port.isTls) {
    throw failure(gateway, `TLS is passed through to port ${port.number}, which speaks ${port.protocol}`,
      'Make the port with MeshPort.tls or https if the application speaks TLS, or give a credential and leave tls out');
  }
  if (tls.needsCredential && credentialName === undefined) {
    throw failure(gateway, `TLS is ${tls.mode}, and no certificate is given`, 'Give a credential, a credentialName or a certificate');
  }
  if (!tls.needsCredential && credentialName !== undefined) {
    throw failure(gateway, `TLS is ${tls.mode}, in which the gateway shows nothing of credential "${credentialName}"`, 'Leave the credential out, or use GatewayTls.simple()');
  }
  return tls;
}

function credentialNameOf(gateway: ExposingGateway, options: ExposeOptions): string | undefined {
  const { credential, certificate } = options;
  const given = [certificate?.secretName, credential?.name, options.credentialName].filter((name) => name !== undefined);
  if (certificate && given.length > 1) {
    throw failure(gateway, `The certificate is given in ${given.length} ways (${listed(given)})`, 'Give one of certificate, credential and credentialName');
  }
  if (certificate) return certificate.secretName;
  if (!credential) return options.credentialName;
  if (options.credentialName !== undefined && options.credentialName !== credential.name) {
    throw failure(gateway, `credentialName "${options.credentialName}" is not the name of credential "${credential.name}"`, 'Give one of them');
  }
  return credential.name;
}

function credentialNamespaceOf(gateway: ExposingGateway, { credential }: ExposeOptions, readsElsewhere: boolean): string | undefined {
  const { namespaceName } = gateway;
  const object = credential?.node.defaultChild;
  if (!credential || !object || !ApiObject.isApiObject(object)) return undefined;
  const { namespace } = object.metadata;
  if (namespace !== namespaceName && !(readsElsewhere && namespace !== undefined)) {
    throw failure(
      gateway,
      `Secret "${credential.name}" is in namespace "${namespace ?? 'default'}", and the gateway runs in "${namespaceName}"`,
      'A gateway can read only the secrets of its own namespace: create the secret there',
      'A10',
    );
  }
  return namespace;
}
