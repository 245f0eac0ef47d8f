import { checkCorsHeaderName } from './headers';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkDuration, nanoseconds } from '../common/durations';
import { chosen, given, messages, texts } from '../common/read';
import { Report } from '../common/report';
import { checkRegexMatch, WAYS } from '../common/string-match';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', '*'];

/** What pages of other origins may do. */
export function checkCors(policy: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(policy)) return;
  messages(policy.allowOrigins).forEach((origin, index) => {
    const where = place.at('allowOrigins').at(index);
    const way = chosen(origin, WAYS);
    if (way !== undefined && origin[way] !== '') checkRegexMatch(origin, where, report);
    else report.error(where, origin, 'The origin is empty', 'Give "exact", "prefix" or "regex"; every origin is the regex ".*"');
  });
  texts(policy.allowMethods).forEach((method, index) => {
    if (METHODS.includes(method)) return;
    report.error(place.at('allowMethods').at(index), method, `${shown(method)} is not a method of HTTP`, `Use one of ${METHODS.join(', ')}`);
  });
  for (const field of ['allowHeaders', 'exposeHeaders']) {
    texts(policy[field]).forEach((name, index) => checkCorsHeaderName(name, place.at(field).at(index), report));
  }
  if (!given(policy.maxAge)) return;
  checkDuration(policy.maxAge, place.at('maxAge'), report);
  if (nanoseconds(policy.maxAge) % 1_000_000_000n > 0n) {
    report.error(place.at('maxAge'), policy.maxAge, `${shown(policy.maxAge)} is not a whole number of seconds`, 'Round it to seconds, such as "24h"');
  }
}
