import { entries } from './read';
import { Report } from './report';
import { Place, shown } from '../../findings';

const DNS_LABEL = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const WORD = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const MOST = 63;
const MOST_OF_PREFIX = 253;

const LABEL = new RegExp(`^${DNS_LABEL}$`);
const WILDCARD_LABEL = new RegExp(`^(?:\\*|(?:\\*-?)?${DNS_LABEL})$`);
const KEY_PREFIX = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const KEY_NAME = new RegExp(`^${WORD}$`);
const VALUE = new RegExp(`^(?:${WORD})?$`);

/** Whether a text is one label of a DNS name: letters of either case, digits and dashes, 63 at most. */
export function isDnsLabel(text: string): boolean {
  return text.length <= MOST && LABEL.test(text);
}

/** The same, or `*`, or one that begins with `*` or `*-`. */
export function isWildcardLabel(text: string): boolean {
  return text.length <= MOST && WILDCARD_LABEL.test(text);
}

function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (name.length > MOST || !KEY_NAME.test(name)) return false;
  const prefix = key.slice(0, Math.max(slash, 0));
  return slash < 0 || (prefix.length <= MOST_OF_PREFIX && KEY_PREFIX.test(prefix));
}

/** Labels of a workload: keys and values as Kubernetes has them, with values of any length. */
export function checkLabels(labels: Readonly<Record<string, string>> | null | undefined, place: Place, report: Report): void {
  for (const [key, value] of entries(labels)) {
    if (!isLabelKey(key)) {
      report.error(place.at(key), value, `${shown(key)} is not the key of a label`,
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends, 63 at most; a DNS name and "/" may stand before');
    }
    if (!VALUE.test(value ?? '')) {
      report.error(place.at(key), value, `${shown(value)} is not the value of a label`,
        'Use letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    }
  }
}
