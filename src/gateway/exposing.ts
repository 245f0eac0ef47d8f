import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IExposable } from './exposable';
import { ExposeOptions } from './expose-options';
import { Exposure } from './servers';
import { failure, listed } from '../reference/fail';
import { isHost } from '../reference/host';
import { Identity } from '../reference/identity';
import { MeshPort } from '../reference/port';

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

/** What is exposed, and which port of the service that means; an error where a gateway cannot expose it. */
export function checkedExposure(
  gateway: ExposingGateway, service: IExposable, options: ExposeOptions,
): { readonly exposure: Exposure; readonly port: MeshPort } {
  checkHosts(gateway, service, options.hosts);
  const port = httpPort(gateway, service, options.port);
  return {
    port,
    exposure: {
      service: service.node.path,
      namespace: service.namespaceName,
      hosts: [...options.hosts],
      paths: checkPaths(gateway, options.paths),
      credentialName: credentialNameOf(gateway, options),
      httpsRedirect: options.httpsRedirect ?? true,
    },
  };
}

function checkHosts(gateway: ExposingGateway, service: IExposable, hosts: string[] | undefined): void {
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

function checkPaths(gateway: ExposingGateway, paths: string[] | undefined): string[] | undefined {
  const wrong = paths?.find((path) => !/^\/[^\s?#*]*$/.test(path) || (path !== '/' && path.endsWith('/')));
  if (wrong !== undefined) {
    throw failure(gateway, `"${wrong}" is not a path prefix`, 'Give a path that begins with "/" and does not end with it, such as "/shop"');
  }
  if (paths?.length === 0) {
    throw failure(gateway, 'The list of paths is empty, which would expose nothing', 'Leave paths out for every path');
  }
  return paths === undefined || paths.includes('/') ? undefined : [...paths];
}

function httpPort(gateway: ExposingGateway, service: IExposable, number: number | undefined): MeshPort {
  const http = service.ports.filter((port) => port.isHttp);
  const chosen = number === undefined ? http : http.filter((port) => port.number === number);
  if (chosen.length !== 1) {
    const what = number === undefined
      ? `Service "${service.node.id}" has ${http.length} HTTP ports (${listed(http.map((port) => port.number))})`
      : `Service "${service.node.id}" has no HTTP port ${number}; it has ${listed(http.map((port) => port.number))}`;
    throw failure(gateway, what, 'Say which one with port: …; a port speaks HTTP when it is made with MeshPort.http, http2 or grpc');
  }
  return chosen[0];
}

function credentialNameOf(gateway: ExposingGateway, options: ExposeOptions): string | undefined {
  const { credential } = options;
  if (!credential) return options.credentialName;
  const { namespaceName } = gateway;
  if (options.credentialName !== undefined && options.credentialName !== credential.name) {
    throw failure(gateway, `credentialName "${options.credentialName}" is not the name of credential "${credential.name}"`, 'Give one of them');
  }
  const namespace = ApiObject.isApiObject(credential.node.defaultChild)
    ? (credential.node.defaultChild as ApiObject).metadata.namespace
    : namespaceName;
  if (namespace !== namespaceName) {
    throw failure(
      gateway,
      `Secret "${credential.name}" is in namespace "${namespace ?? 'default'}", and the gateway runs in "${namespaceName}"`,
      'A gateway can read only the secrets of its own namespace: create the secret there',
    );
  }
  return credential.name;
}
