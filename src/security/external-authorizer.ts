import { Duration } from 'cdk8s';
import { IConstruct } from 'constructs';
import { EXTERNAL_AUTHORIZER, HTTP_AUTHORIZER } from './authorizer-option-kinds';
import { checkNameOfValue } from '../reference/label-name';
import { checkOptions } from '../reference/option-kinds';
import { ProtoDuration } from '../reference/proto-duration';
import { ExtAuthzRequestBody } from '../resources';

/** A service that can be asked whether a request may pass: a service of the mesh, or something outside. */
export interface IAuthorizationServer extends IConstruct {
  /** Where it is found, as namespace/host. */
  readonly egressHosts: string[];
}

/** How an external authorizer is asked. */
export interface ExternalAuthorizerOptions {
  /** Port at which it is asked (`port`). */
  readonly port: number;
  /**
   * How long a request waits for its answer (`timeout`).
   *
   * @default - 10 minutes, which is Istio's
   */
  readonly timeout?: Duration;
  /**
   * Whether requests pass while it does not answer (`failOpen`).
   *
   * @default false
   */
  readonly failOpen?: boolean;
  /**
   * Whether routes are chosen anew after it has changed headers (`clearRouteCache`).
   *
   * @default false
   */
  readonly clearRouteCache?: boolean;
  /**
   * Status that requests get while it does not answer (`statusOnError`).
   *
   * @default 403
   */
  readonly statusOnError?: number;
  /**
   * How much of a request's body it is shown (`includeRequestBodyInCheck`).
   *
   * @default none
   */
  readonly includeRequestBodyInCheck?: ExtAuthzRequestBody;
}

/** How an external authorizer is asked that speaks HTTP: names of headers may have a `*` at the beginning or the end. */
export interface HttpAuthorizerOptions extends ExternalAuthorizerOptions {
  /**
   * What is put before the path of the request (`pathPrefix`).
   *
   * @default nothing
   */
  readonly pathPrefix?: string;
  /**
   * Headers of the request that it is shown, beside host, method, path and content-length (`includeRequestHeadersInCheck`).
   *
   * @default - none
   */
  readonly includeRequestHeadersInCheck?: string[];
  /**
   * Headers that it gets with every question (`includeAdditionalHeadersInCheck`).
   *
   * @default none
   */
  readonly includeAdditionalHeadersInCheck?: { readonly [name: string]: string };
  /**
   * Headers of its answer that the service gets (`headersToUpstreamOnAllow`).
   *
   * @default none
   */
  readonly headersToUpstreamOnAllow?: string[];
  /**
   * Headers of its answer that the client gets where the request passes (`headersToDownstreamOnAllow`).
   *
   * @default none
   */
  readonly headersToDownstreamOnAllow?: string[];
  /**
   * Headers of its answer that the client gets where the request is denied (`headersToDownstreamOnDeny`).
   *
   * @default - all that concern authentication
   */
  readonly headersToDownstreamOnDeny?: string[];
}

/**
 * Another program that decides which requests pass. It is a value: services and gateways have it asked with `authorizeWith()`. The first who
 * does writes it to `meshConfig.extensionProviders`.
 *
 * @see https://istio.io/latest/docs/tasks/security/authorization/authz-custom/
 */
export class ExternalAuthorizer {
  /**
   * One that speaks Envoy's gRPC protocol. It is asked about TCP connections, too. Writes an item of `extensionProviders` with
   * `envoyExtAuthzGrpc` into the mesh configuration, and its name into the `AuthorizationPolicy` of who has it asked (`spec.provider.name`).
   *
   * @param name its name, in lower case
   * @param server who is asked
   * @param options how
   * @throws if the name is not a DNS label
   * @throws if the server has no host
   * @throws if the port is not from 1 to 65535, or the status not from 100 to 599
   * @example
   * const policies = shop.addService('policies', { ports: [MeshPort.grpc(9191, { target: 8080 })], workload: pods('policies') });
   * web.authorizeWith(ExternalAuthorizer.grpc('policies', policies, { port: 9191, timeout: Duration.seconds(1), failOpen: true }));
   */
  public static grpc(name: string, server: IAuthorizationServer, options: ExternalAuthorizerOptions): ExternalAuthorizer {
    checkOptions(undefined, `The authorizer "${name}"`, options, EXTERNAL_AUTHORIZER);
    return new ExternalAuthorizer(name, server, options.port, { envoyExtAuthzGrpc: fieldsOf(name, server, options) });
  }

  /**
   * One that speaks HTTP: it gets the request's method and path, and lets it pass with status 200. Writes an item of `extensionProviders` with
   * `envoyExtAuthzHttp` into the mesh configuration, and its name into the `AuthorizationPolicy` of who has it asked (`spec.provider.name`).
   *
   * @param name its name, in lower case
   * @param server who is asked
   * @param options how
   * @throws if the name is not a DNS label
   * @throws if the server has no host
   * @throws if the port is not from 1 to 65535, or the status not from 100 to 599
   * @throws if the pathPrefix does not begin with "/", or a list of headers holds "*"
   * @example
   * const sessions = ExternalAuthorizer.http('sessions', cart, { port: 80, includeRequestHeadersInCheck: ['cookie'] });
   * web.authorizeWith(sessions, { paths: ['/account/*'] });
   */
  public static http(name: string, server: IAuthorizationServer, options: HttpAuthorizerOptions): ExternalAuthorizer {
    checkOptions(undefined, `The authorizer "${name}"`, options, HTTP_AUTHORIZER);
    if (options.pathPrefix !== undefined && !options.pathPrefix.startsWith('/')) {
      throw new Error(`The pathPrefix "${options.pathPrefix}" of authorizer "${name}" does not begin with "/". Write one that does.`);
    }
    const { pathPrefix, includeRequestHeadersInCheck, includeAdditionalHeadersInCheck } = options;
    const { headersToUpstreamOnAllow, headersToDownstreamOnAllow, headersToDownstreamOnDeny } = options;
    const lists = { includeRequestHeadersInCheck, headersToUpstreamOnAllow, headersToDownstreamOnAllow, headersToDownstreamOnDeny };
    const any = Object.entries(lists).find(([, headers]) => headers?.includes('*'));
    if (any) throw new Error(`The authorizer "${name}" has "*" in ${any[0]}, which Istio does not take. Name headers, or what they begin or end with.`);
    return new ExternalAuthorizer(name, server, options.port, {
      envoyExtAuthzHttp: { ...fieldsOf(name, server, options), ...given({ pathPrefix, includeAdditionalHeadersInCheck, ...lists }) },
    });
  }

  /**
   * Open Policy Agent with its plugin for Envoy, which speaks gRPC at port 9191 unless it is told otherwise. Writes what `grpc()` writes, under
   * the name "opa" (`AuthorizationPolicy` `spec.provider.name`).
   *
   * @param server the service of the agents
   * @param options how it is asked, where it is otherwise
   * @throws the errors of `grpc()`
   * @example
   * const opa = shop.addService('opa', { ports: [MeshPort.grpc(9191, { target: 8080 })], workload: pods('opa') });
   * web.authorizeWith(ExternalAuthorizer.opa(opa), { notPaths: ['/healthz'] });
   */
  public static opa(server: IAuthorizationServer, options: ExternalAuthorizerOptions = { port: 9191 }): ExternalAuthorizer {
    return ExternalAuthorizer.grpc('opa', server, options);
  }

  /**
   * oauth2-proxy, which sends users to log in, at port 4180 unless it is told otherwise. It is shown cookies and the token, sets its cookies at the
   * client, and tells the service who the user is. Writes what `http()` writes, under the name "oauth2-proxy" (`AuthorizationPolicy`
   * `spec.provider.name`).
   *
   * @param server the service of the proxy
   * @param options how it is asked, where it is otherwise
   * @throws the errors of `http()`
   * @example
   * const login = shop.addService('login', { ports: [MeshPort.http(4180, { target: 8080 })], workload: pods('login') });
   * gateway.authorizeWith(ExternalAuthorizer.oauth2Proxy(login), { hosts: ['cart.example.com'] });
   */
  public static oauth2Proxy(server: IAuthorizationServer, options: HttpAuthorizerOptions = { port: 4180 }): ExternalAuthorizer {
    return ExternalAuthorizer.http('oauth2-proxy', server, {
      includeRequestHeadersInCheck: ['authorization', 'cookie'],
      headersToUpstreamOnAllow: ['authorization', 'x-auth-request-*'],
      headersToDownstreamOnAllow: ['set-cookie'],
      headersToDownstreamOnDeny: ['content-type', 'set-cookie'],
      ...options,
    });
  }

  /**
   * One that the mesh configuration names already. Writes its name into the `AuthorizationPolicy` of who has it asked (`spec.provider.name`).
   *
   * @param name its name among `meshConfig.extensionProviders`
   * @throws if the name is not a DNS label
   * @example
   * const provider = { name: 'corporate', envoyExtAuthzGrpc: { service: 'authz.corp.svc.cluster.local', port: 9000 } };
   * const branch = new Mesh(app, 'branch', { controlPlane: false, meshConfig: { extensionProviders: [provider] } }).addNamespace('branch');
   * const desk = branch.addService('desk', { ports: [MeshPort.http(80)], selector: { app: 'desk' } });
   * desk.authorizeWith(ExternalAuthorizer.named('corporate'));
   */
  public static named(name: string): ExternalAuthorizer {
    return new ExternalAuthorizer(name);
  }

  private constructor(
    /** Its name among `meshConfig.extensionProviders`. */
    public readonly name: string,
    /** Who is asked; undefined for one that the mesh configuration names already. */
    public readonly server?: IAuthorizationServer,
    /** Port at which it is asked. */
    public readonly port?: number,
    private readonly protocol?: object,
  ) {
    checkNameOfValue(name, 'an authorizer');
  }

  /** @internal */
  public get _provider(): object | undefined {
    return this.protocol && { name: this.name, ...this.protocol };
  }
}

function fieldsOf(name: string, server: IAuthorizationServer, options: ExternalAuthorizerOptions): object {
  const [service] = server.egressHosts;
  if (service === undefined) throw new Error(`The authorizer "${name}" is at "${server.node.path}", which has no host. Give a service with one.`);
  const { port, timeout, failOpen, clearRouteCache, statusOnError, includeRequestBodyInCheck } = options;
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) throw new Error(`${port} is not a port of authorizer "${name}". Give a number from 1 to 65535.`);
  if (statusOnError !== undefined && !(Number.isInteger(statusOnError) && statusOnError >= 100 && statusOnError <= 599)) {
    throw new Error(`${statusOnError} is not a status of HTTP. Give one such as 503.`);
  }
  return given({
    service,
    port,
    timeout: timeout && ProtoDuration.of(timeout).toString(),
    failOpen: failOpen || undefined,
    clearRouteCache: clearRouteCache || undefined,
    statusOnError: statusOnError === undefined ? undefined : String(statusOnError),
    includeRequestBodyInCheck,
  });
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
