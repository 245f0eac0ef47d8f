import { checkSubnet } from './addresses';
import { byteLength } from './bytes';
import { Report } from './report';
import { Place, shown } from '../../findings';

const MOST_ACCOUNTS = 16;
const LONGEST_ACCOUNT = 320;

/** Calls something for each text of a list, with its place. */
function each(values: readonly string[], place: Place, check: (value: string, place: Place) => void): void {
  values.forEach((value, index) => check(value, place.at(index)));
}

/** Texts of which none is empty. */
export function checkNotEmpty(values: readonly string[], place: Place, report: Report): void {
  each(values, place, (value, at) => {
    if (value === '') report.error(at, value, 'The value is empty', 'Give a value, or leave the item out');
  });
}

/** IP addresses, or ranges of them. */
export function checkSubnets(values: readonly string[], place: Place, report: Report): void {
  each(values, place, (value, at) => checkSubnet(value, at, report));
}

/** Ports, as text. */
export function checkPortTexts(values: readonly string[], place: Place, report: Report): void {
  each(values, place, (value, at) => {
    if (!/^\d+$/.test(value) || Number(value) > 65535) report.error(at, value, `${shown(value)} is not a port`, 'Give a number from 0 to 65535, as text');
  });
}

/** Service accounts, with their namespace or without. */
export function checkServiceAccounts(values: readonly string[], place: Place, report: Report): void {
  if (values.length > MOST_ACCOUNTS) {
    report.error(place, values, `There are ${values.length} service accounts`, `Name at most ${MOST_ACCOUNTS} here, and others in an item of their own`);
  }
  each(values, place, (value, at) => {
    const parts = value.split('/');
    if (value.includes('*')) {
      report.error(at, value, `The service account ${shown(value)} has a wildcard`, 'Name the account; for patterns, use principals');
    } else if (parts.length > 2 || parts.includes('')) {
      report.error(at, value, `${shown(value)} is not a service account`, 'Write "account", or "namespace/account"');
    } else if (byteLength(value) > LONGEST_ACCOUNT) {
      report.error(at, value, `The service account ${shown(value)} has ${byteLength(value)} bytes`, `Give one of at most ${LONGEST_ACCOUNT}`);
    }
  });
}

/** Texts in which a wildcard stands at one end, if at all. */
export function checkWildcards(values: readonly string[], place: Place, report: Report): void {
  checkNotEmpty(values, place, report);
  each(values, place, (value, at) => {
    if (!/^(?:\*?[^*]*|[^*]*\*)$/.test(value)) {
      report.error(at, value, `The wildcard in ${shown(value)} is not at one end`, 'Write "*", "*end", "start*", or the whole value');
    }
  });
}

/** Trust domains, with a wildcard at one end or without. */
export function checkTrustDomains(values: readonly string[], place: Place, report: Report): void {
  checkWildcards(values, place, report);
  each(values, place, (value, at) => {
    if (value.includes('/')) report.error(at, value, `The trust domain ${shown(value)} has a slash`, 'Name the domain alone, such as "cluster.local"');
  });
}

const ONE = '{*}';
const ANY = '{**}';
const LITERAL = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/;

/** Paths, in which a whole part may be the template for one part, or for all that follow. */
export function checkPathTemplates(values: readonly string[], place: Place, report: Report): void {
  each(values, place, (value, at) => {
    const flaw = pathTemplateFlaw(value);
    if (flaw !== undefined) {
      report.error(at, value, `The path ${shown(value)} ${flaw}`, 'Use {*} for one part between slashes, and {**} for all at the end');
    }
  });
}

/** What is wrong with a path that may have templates; undefined where nothing is. */
export function pathTemplateFlaw(path: string): string | undefined {
  const isTemplate = path.includes(ONE) || path.includes(ANY);
  if (!isTemplate && !/[{}]/.test(path)) return undefined;
  let ended = false;
  for (const part of path.replace(/^\/+|\/+$/g, '').split('/')) {
    if (part === ONE || part === ANY) {
      if (ended) return `goes on with ${part} after {**}`;
      ended = part === ANY;
    } else if (/[{}]/.test(part)) {
      return `has braces in ${shown(part)} that are no template`;
    } else if (isTemplate && !LITERAL.test(part)) {
      return `has templates, beside which ${shown(part)} cannot stand`;
    }
  }
  return undefined;
}
