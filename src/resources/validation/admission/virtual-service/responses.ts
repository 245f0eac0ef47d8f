import { checkHttpStatus } from './faults';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { byteLength } from '../common/bytes';
import { checkPort } from '../common/ports';
import { chosen, given, messages } from '../common/read';
import { checkRegex } from '../common/regexes';
import { Report } from '../common/report';
import { WAYS } from '../common/string-match';

const KIB = 1024;

/** Where a client is sent instead. Istio tells one thing at a time. */
export function checkRedirect(route: JsonObject, place: Place, report: Report): void {
  const { redirect } = route;
  if (!given(redirect)) return;
  const { uri, prefixRewrite, authority, scheme, redirectCode } = redirect;
  if (uri && prefixRewrite) {
    report.error(place, redirect, `The redirect has the path ${shown(uri)} and the prefix ${shown(prefixRewrite)}`, 'Keep "uri" or "prefixRewrite"');
    return;
  }
  const unprefixed = prefixRewrite ? messages(route.match).find((match) => given(match.uri) && chosen(match.uri, WAYS) !== 'prefix') : undefined;
  if (unprefixed !== undefined) {
    report.error(place.at('prefixRewrite'), prefixRewrite, `The redirect replaces a prefix, yet the match ${shown(unprefixed.uri)} is not by one`,
      'Match by "uri.prefix", or give "uri" instead of "prefixRewrite"');
    return;
  }
  const port = chosen(redirect, ['port', 'derivePort']);
  if (!uri && !prefixRewrite && !authority && !scheme && port === undefined) {
    report.error(place, redirect, 'The redirect leads to the same place', 'Give "uri", "prefixRewrite", "authority", "scheme" or "port"');
    return;
  }
  if (redirectCode && (redirectCode < 300 || redirectCode > 399)) {
    report.error(place.at('redirectCode'), redirectCode, `${redirectCode} is not a status of a redirect`, 'Give a number from 300 to 399, such as 308');
  } else if (scheme && scheme !== 'http' && scheme !== 'https') {
    report.error(place.at('scheme'), scheme, `${shown(scheme)} is not a scheme of a redirect`, 'Use "http" or "https"');
  } else if (port === 'port' && redirect.port > 0) {
    checkPort(redirect.port, place.at('port'), report);
  }
}

/** An answer of Envoy's own. */
export function checkDirectResponse(response: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(response)) return;
  const size = bodySize(response.body);
  const what = `The answer has a body of ${Math.ceil(size / KIB)} KiB, which is part of the configuration of every proxy`;
  if (size > KIB * KIB) {
    report.error(place.at('body'), undefined, what, 'Give at most 1 MiB, or let a service answer');
  } else if (size > 100 * KIB) {
    report.warning(place.at('body'), undefined, what, 'Give at most 100 KiB, or let a service answer');
  }
  checkHttpStatus(response.status, place.at('status'), report);
}

function bodySize(body: JsonObject | null | undefined): number {
  switch (chosen(body, ['string', 'bytes'])) {
    case 'string': return byteLength(body!.string);
    case 'bytes': return Buffer.byteLength(body!.bytes, 'base64');
    default: return 0;
  }
}

/** What is changed in a request before it goes on. */
export function checkRewrite(rewrite: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(rewrite)) return;
  const { uri, uriRegexRewrite, authority } = rewrite;
  if (uri && given(uriRegexRewrite)) {
    report.error(place, rewrite, `The path becomes ${shown(uri)}, and what a regular expression makes of it`, 'Keep "uri" or "uriRegexRewrite"');
  } else if (!uri && !authority && !given(uriRegexRewrite)) {
    report.error(place, rewrite, 'The rewrite changes nothing', 'Give "uri", "uriRegexRewrite" or "authority"');
  } else if (given(uriRegexRewrite)) {
    const where = place.at('uriRegexRewrite');
    const missing = ['match', 'rewrite'].find((field) => !uriRegexRewrite[field]);
    if (missing !== undefined) report.error(where.at(missing), uriRegexRewrite[missing], `The rewrite has no "${missing}"`, 'Give "match" and "rewrite"');
    else checkRegex(uriRegexRewrite.match, where.at('match'), report);
  }
}
