import { entriesOf, Exposed } from './host-routes';
import { finding, listed } from '../reference/fail';
import { droppedRoutes } from '../traffic/delegated';
import { matchTitle } from '../traffic/match-title';

/** Routes of tables that would not count at a gateway, since it lets in less of what is handed to the table than the route is for. */
export function checkDelegated(exposed: Exposed): string[] {
  const { exposure: { paths }, service } = exposed;
  if (paths === undefined) return [];
  const findings = entriesOf(exposed).flatMap((entry) => droppedRoutes(entry).map(({ match }) => finding(
    `The gateway lets in the paths ${listed(paths)} of service "${service.node.path}", and istiod drops the route for ${matchTitle(match)} of the table `
    + `"${entry.rule.delegate?.routeTableName}" there, which is for more`,
    'Expose all paths that are handed to the table, or give the table a route for each path that is exposed',
  )));
  return [...new Set(findings)];
}
