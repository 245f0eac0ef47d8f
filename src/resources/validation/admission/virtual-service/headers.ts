import { isClaim } from './claims';
import { headerValueFlaw } from './header-values';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { entries, given, texts } from '../common/read';
import { Report } from '../common/report';

const NAME = /^[!#$%&'*+,\-.^_`|~A-Za-z0-9]+$/;
const PSEUDO: ReadonlySet<string> = new Set([':method', ':scheme', ':authority', ':path', ':status']);
const NAME_FIX = 'Use the characters of a header name: letters, digits and any of !#$%&\'*+,-.^_`|~';

function isHost(name: string): boolean {
  return name.length === 4 && name.toLowerCase() === 'host';
}

/** Whether a header holds the authority of a request. */
export function isAuthority(name: string): boolean {
  return isHost(name) || name.toLowerCase() === ':authority';
}

function checkName(name: string, place: Place, report: Report): void {
  if (NAME.test(name)) return;
  report.error(place, name, name === '' ? 'The header has no name' : `${shown(name)} is not the name of a header`, NAME_FIX);
}

/** The name of a header that requests are compared by, or of what else can be compared in its place. */
export function checkMatchedHeaderName(name: string, place: Place, report: Report): void {
  if (!isClaim(name) && !PSEUDO.has(name)) checkName(name, place, report);
}

/** The name of a header in a CORS policy. */
export function checkCorsHeaderName(name: string, place: Place, report: Report): void {
  if (name !== '*') checkName(name, place, report);
}

/** A header that is added, set or removed. */
function checkChangedName(name: string, authorityToo: boolean, place: Place, report: Report): void {
  if (name === '') {
    report.error(place, name, 'The header has no name', 'Give one');
  } else if ((name.startsWith(':') || isHost(name)) && !(authorityToo && isAuthority(name))) {
    report.error(place, name, `The header ${shown(name)} cannot be changed here`,
      authorityToo ? 'Change headers whose names do not begin with ":"' : 'Change other headers; the host of a request can be set in "headers.request.set"');
  }
}

/** What is done to the headers of requests and responses. */
export function checkHeaders(headers: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(headers)) return;
  for (const direction of ['request', 'response']) {
    const operations = headers[direction];
    if (!given(operations)) continue;
    const where = place.at(direction);
    for (const operation of ['add', 'set']) {
      for (const [name, value] of entries<string>(operations[operation])) {
        const header = where.at(operation).at(name);
        checkChangedName(name, direction === 'request', header, report);
        const flaw = headerValueFlaw(value ?? '');
        if (flaw !== undefined) report.error(header, value, flaw.problem, flaw.fix);
      }
    }
    texts(operations.remove).forEach((name, index) => checkChangedName(name, false, where.at('remove').at(index), report));
  }
}

/** The authority of a request is written in one place. */
export function checkAuthorityOnce(route: JsonObject, place: Place, report: Report): void {
  let current = route.rewrite?.authority ?? '';
  for (const operation of ['set', 'add']) {
    for (const [name, value] of entries<string>(route.headers?.request?.[operation])) {
      if (!isAuthority(name)) continue;
      if (current !== '') {
        report.error(place.at('headers').at('request').at(operation).at(name), value, `The host of the request is set to ${shown(current)} and to ${shown(value)}`,
          'Set it in one place, such as "rewrite.authority"');
        return;
      }
      current = value ?? '';
    }
  }
}
