import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { finding } from '../../reference/fail';
import { checkNameOfValue } from '../../reference/label-name';
import { checks } from '../../reference/suppressions';
import { DestinationPlace } from '../../reference/weighted-destination';
import { VirtualService } from '../../resources';
import { IRouteTable, isPartOf } from '../../traffic/delegation';
import { HttpRouteOptions } from '../../traffic/http-route';
import { matchTitle } from '../../traffic/match-title';
import { renderHttp } from '../../traffic/render-http';
import { RequestMatch } from '../../traffic/request-match';
import { checkNewRoute, checkTableRoute } from '../../traffic/route-checks';
import { HttpEntry, tableRoutes } from '../../traffic/service-routes';
import type { MeshNamespace } from '../namespace';

/**
 * Routes that a team keeps for a part of another team's service: a VirtualService without hosts, in the team's own namespace. The owner of
 * the service hands requests to it with a route whose `delegate` it is; what no route of the table takes goes on to the owner's other
 * routes. Made by `MeshNamespace.addRouteTable()`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export class RouteTable extends Construct implements IRouteTable {
  /**
   * A table that another program writes. Writes its name where a route names it: in the `VirtualService` of the service
   * (`spec.http[].delegate.name`, `spec.http[].delegate.namespace`).
   *
   * @param name name of its VirtualService
   * @param namespace its namespace
   * @throws if one of them is not a DNS label
   * @example web.route({ match: [{ path: StringMatch.prefix('/blog/') }], delegate: RouteTable.fromRouteTableName('blog', 'press') });
   */
  public static fromRouteTableName(name: string, namespace: string): IRouteTable {
    checkNameOfValue(name, 'a route table');
    checkNameOfValue(namespace, 'a namespace');
    return { routeTableName: name, namespaceName: namespace };
  }

  /** @internal */
  public static _create(namespace: MeshNamespace, name: string): RouteTable {
    return new RouteTable(namespace, name);
  }

  /** Name of the table, and of its VirtualService. */
  public readonly routeTableName: string;
  /** Name of the namespace in which it is. */
  public readonly namespaceName: string;
  private readonly declared: HttpRouteOptions[] = [];
  private readonly roots: { readonly from: string; readonly matches: readonly RequestMatch[] }[] = [];

  private constructor(namespace: MeshNamespace, name: string) {
    super(namespace, `route-table-${name}`);
    this.routeTableName = name;
    this.namespaceName = namespace.namespaceName;
    new VirtualService(this, 'Resource', {
      metadata: { name },
      spec: { http: Lazy.any({ produce: () => renderHttp(this._entries) }) },
    });
    this.node.addValidation(checks(this, () => this.findings()));
  }

  /**
   * Adds a route to the table. Writes an item of `spec.http[]` of its `VirtualService` (`spec.http[].match[]`, `spec.http[].route[]`). It must ask
   * for a part of what is handed to the table, by whole text: below the prefix `/shop/`, it may match `/shop/cart`, or the prefix `/shop/cart/`.
   * Routes are tried by how specific their matches are.
   *
   * @param options the route, which says where requests go
   * @throws if it says neither a destination nor an answer, or hands on to another table
   * @throws if a destination has several ports and none is named
   * @throws if another route has the same match
   * @throws if a match, a weight, the retries or the priority cannot be
   * @throws if a route that answers by itself says what only counts for requests that are passed on
   * @example
   * const reviews = mesh.addNamespace('team-reviews').addRouteTable('reviews');
   * reviews.route({ match: [{ path: StringMatch.prefix('/reviews/new') }], to: [cart.weight(100)], timeout: Duration.seconds(2) });
   * web.route({ match: [{ path: StringMatch.prefix('/reviews/') }], delegate: reviews });
   */
  public route(options: HttpRouteOptions): void {
    checkTableRoute(this, options);
    checkNewRoute(this, this.declared, options);
    this.declared.push({ ...options });
    for (const { _place: place, subset } of [...options.to ?? [], ...options.mirrors ?? []]) {
      if (subset !== undefined) place.useVersion(subset);
    }
  }

  /** @internal */
  public _handedFrom(from: string, matches: readonly RequestMatch[]): void {
    this.roots.push({ from, matches });
  }

  /** @internal */
  public get _places(): DestinationPlace[] {
    return this._entries.flatMap(({ rule }) => [...(rule.to ?? []), ...rule.mirrors]).map(({ _place }) => _place);
  }

  /** @internal */
  public get _entries(): HttpEntry[] {
    return tableRoutes(this.declared);
  }

  private findings(): string[] {
    if (this.declared.length === 0) {
      return [finding('The route table has no route', 'Add one with route(), or leave the table out')];
    }
    if (this.roots.length === 0) {
      return [finding('Nobody hands requests to the route table', 'Give a route of the service delegate: the table')];
    }
    return this.roots.flatMap(({ from, matches }) => this._entries.filter((entry) => !fits(entry, matches)).map(({ match }) => finding(
      `The route for ${matchTitle(match)} is no part of what "${from}" hands to the table (${matches.map(matchTitle).join('; ')}), and istiod drops it`,
      'Match a path that begins with the prefix that is handed over, or leave the path out',
    )));
  }
}

function fits({ match }: HttpEntry, roots: readonly RequestMatch[]): boolean {
  return roots.some((root) => isPartOf(match, root));
}
