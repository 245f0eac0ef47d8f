import { checkCors } from './cors';
import { checkFault } from './faults';
import { checkAuthorityOnce, checkHeaders } from './headers';
import { checkMatches } from './matches';
import { checkDirectResponse, checkRedirect, checkRewrite } from './responses';
import { checkRetries } from './retries';
import { checkWeightedDestinations } from './weighted-destinations';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkDestination } from '../common/destinations';
import { checkDuration } from '../common/durations';
import { given, messages } from '../common/read';
import { Report } from '../common/report';

export interface HttpRouteContext {
  /** Whether the routes are a part of those of another VirtualService. */
  readonly isDelegate: boolean;
  /** Whether the object was made of one of the Gateway API. */
  readonly derived: boolean;
}

/** What happens to requests that match. */
export function checkHttpRoute(route: JsonObject, context: HttpRouteContext, place: Place, report: Report): void {
  checkConflicts(route, context.isDelegate, place, report);
  checkMatches(route, place.at('match'), report);
  checkHeaders(route.headers, place.at('headers'), report);
  checkCors(route.corsPolicy, place.at('corsPolicy'), report);
  checkFault(route.fault, place.at('fault'), report);
  checkMirrors(route, place, report);
  checkRedirect(route, place.at('redirect'), report);
  checkDirectResponse(route.directResponse, place.at('directResponse'), report);
  checkRetries(route.retries, place.at('retries'), report);
  checkRewrite(route.rewrite, place.at('rewrite'), report);
  checkAuthorityOnce(route, place, report);
  const destinations = messages(route.route);
  destinations.forEach(({ headers }, index) => checkHeaders(headers, place.at('route').at(index).at('headers'), report));
  checkWeightedDestinations(destinations, context.derived, place.at('route'), report);
  checkDuration(route.timeout, place.at('timeout'), report);
}

/** A route does one thing: it sends on, redirects, answers itself or delegates. */
function checkConflicts(route: JsonObject, isDelegate: boolean, place: Place, report: Report): void {
  const sendsOn = messages(route.route).length > 0;
  const refuseBeside = (field: string, fields: readonly string[]): void => {
    for (const other of fields) {
      if (other === 'route' ? !sendsOn : !given(route[other])) continue;
      report.error(place.at(other), route[other], `The route has "${field}" and "${other}"`, 'Keep one of them');
    }
  };
  if (given(route.delegate)) {
    if (!isDelegate) {
      refuseBeside('delegate', ['redirect', 'route']);
      return;
    }
    report.error(place.at('delegate'), route.delegate, `The route is a delegate's, and delegates further, to ${shown(route.delegate)}`,
      'Remove "delegate", or give the VirtualService "hosts"');
  }
  if (given(route.redirect)) refuseBeside('redirect', ['route', 'fault', 'rewrite', 'directResponse']);
  else if (given(route.directResponse)) refuseBeside('directResponse', ['route', 'fault', 'rewrite']);
  else if (!sendsOn) report.error(place, route, 'The route leads nowhere', 'Give "route", "redirect", "directResponse" or "delegate"');
  if (given(route.mirror) && messages(route.mirrors).length > 0) refuseBeside('mirror', ['mirrors']);
}

function checkMirrors(route: JsonObject, place: Place, report: Report): void {
  if (given(route.mirrorPercent)) {
    report.warning(place.at('mirrorPercent'), route.mirrorPercent, '"mirrorPercent" is deprecated', 'Use "mirrorPercentage.value"');
    checkShare(route.mirrorPercent, place.at('mirrorPercent'), report);
  }
  if (given(route.mirrorPercentage)) checkShare(route.mirrorPercentage.value, place.at('mirrorPercentage').at('value'), report);
  checkDestination(route.mirror, place.at('mirror'), report);
  messages(route.mirrors).forEach((mirror, index) => {
    const where = place.at('mirrors').at(index);
    if (!given(mirror.destination)) {
      report.error(where.at('destination'), undefined, 'The mirror leads nowhere', 'Give "destination"');
      return;
    }
    checkDestination(mirror.destination, where.at('destination'), report);
    if (given(mirror.percentage)) checkShare(mirror.percentage.value, where.at('percentage').at('value'), report);
  });
}

function checkShare(percent: number | undefined, place: Place, report: Report): void {
  if ((percent ?? 0) < 0 || (percent ?? 0) > 100) report.error(place, percent, `${percent} is not a percentage`, 'Give a number from 0 to 100');
}
