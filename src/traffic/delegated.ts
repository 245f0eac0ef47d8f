import { IRouteTable, isPartOf } from './delegation';
import { coversPath, RequestMatch } from './request-match';
import { HttpEntry } from './service-routes';

/** A table whose routes this program knows. */
interface KnownRouteTable extends IRouteTable {
  /** @internal */
  readonly _entries: readonly HttpEntry[];
}

/** The routes of the table to which a route hands requests; none where it hands them to nobody, or where another program writes the table. */
export function delegatedRoutes({ rule: { delegate } }: HttpEntry): readonly HttpEntry[] {
  return delegate !== undefined && isKnown(delegate) ? delegate._entries : [];
}

/**
 * Routes of a table that istiod drops where the entry is narrower than what was handed to the table, though they are for some of its
 * requests: all matches of a route must be part of what is handed over.
 */
export function droppedRoutes(entry: HttpEntry): HttpEntry[] {
  const routes = delegatedRoutes(entry);
  const wanted = new Set(routes.filter(({ match }) => mayMeet(match, entry.match)).map(({ rule }) => rule));
  return routes.filter(({ match, rule }) => wanted.has(rule) && !isPartOf(match, entry.match));
}

function isKnown(table: IRouteTable): table is KnownRouteTable {
  return '_entries' in table;
}

/** Whether a path may fit both; of expressions nobody knows. */
function mayMeet({ path: one }: RequestMatch, { path: other }: RequestMatch): boolean {
  return one?.how === 'regex' || other?.how === 'regex' || coversPath(one, other) || coversPath(other, one);
}
