/**
 * Which requests are meant. Everything that is given must hold; of a list, any one; of a list that begins with `not`, none. All but ports
 * is for ports that speak HTTP.
 */
export interface RequestFilter {
  /**
   * HTTP methods, such as GET (`methods`).
   *
   * @default every method
   */
  readonly methods?: string[];
  /**
   * HTTP methods that are not meant (`notMethods`).
   *
   * @default none
   */
  readonly notMethods?: string[];
  /**
   * Paths of requests, without the query (`paths`): exact, with a `*` at the beginning or the end, or with the templates `{*}` for one part
   * between slashes and `{**}` for all that follow.
   *
   * @default every path
   */
  readonly paths?: string[];
  /**
   * Paths that are not meant (`notPaths`), written as `paths`. Whoever finds another spelling of a path gets past it: see
   * `MeshProps.pathNormalization`.
   *
   * @default none
   */
  readonly notPaths?: string[];
  /**
   * Hosts that requests ask for (`hosts`), in any case of letters: exact, or with a `*` at the beginning or the end. An exact host is meant
   * with a port behind it, too.
   *
   * @default every host
   */
  readonly hosts?: string[];
  /**
   * Hosts that are not meant (`notHosts`), written as `hosts`.
   *
   * @default none
   */
  readonly notHosts?: string[];
  /**
   * Numbers of the called service's ports.
   *
   * @default every port of the service
   */
  readonly ports?: number[];
  /**
   * Numbers of the called service's ports that are not meant.
   *
   * @default none
   */
  readonly notPorts?: number[];
  /**
   * Values of request headers, by name of the header (`when[].key: request.headers[…]`): exact, or with a `*` at the beginning or the end; `*`
   * alone for any value.
   *
   * @default any
   */
  readonly headers?: { readonly [name: string]: string[] };
  /**
   * Values of request headers that must not be, by name of the header.
   *
   * @default none
   */
  readonly notHeaders?: { readonly [name: string]: string[] };
}
