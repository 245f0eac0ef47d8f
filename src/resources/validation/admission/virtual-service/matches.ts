import { checkMatchedHeaderName } from './headers';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkGatewayNames } from '../common/destinations';
import { checkLabels, isDnsLabel } from '../common/labels';
import { checkPort } from '../common/ports';
import { chosen, entries, messages } from '../common/read';
import { errorsOnly, Report } from '../common/report';
import { checkRegexMatch, checkStringMatch, WAYS } from '../common/string-match';

/** Which requests a route is for. */
export function checkMatches(route: JsonObject, place: Place, report: Report): void {
  messages(route.match).forEach((match, index) => checkMatch(match, place.at(index), report));
}

function checkMatch(match: JsonObject, place: Place, report: Report): void {
  for (const [name, header] of entries(match.headers)) {
    const where = place.at('headers').at(name);
    checkMatchedHeaderName(name, where, report);
    checkStringMatch(header, where, report);
  }
  for (const [name, header] of entries(match.withoutHeaders)) {
    const where = place.at('withoutHeaders').at(name);
    checkMatchedHeaderName(name, where, report);
    // "*" stands for "present" here, and is no regular expression.
    if (chosen(header, WAYS) !== 'regex' || header.regex !== '*') checkStringMatch(header, where, report);
  }
  checkRegexMatch(match.uri, place.at('uri'), report);
  for (const field of ['scheme', 'method', 'authority']) checkStringMatch(match[field], place.at(field), report);
  for (const [name, parameter] of entries(match.queryParams)) checkStringMatch(parameter, place.at('queryParams').at(name), report);
  if (match.port) checkPort(match.port, place.at('port'), report);
  checkLabels(match.sourceLabels, place.at('sourceLabels'), report);
  checkGatewayNames(match.gateways, place.at('gateways'), errorsOnly(report));
  if (match.sourceNamespace && !isDnsLabel(match.sourceNamespace)) {
    report.error(place.at('sourceNamespace'), match.sourceNamespace, `${shown(match.sourceNamespace)} is not a namespace`,
      'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most');
  }
}
