import { Report } from './report';
import { checkNotEmpty, checkPortTexts, checkServiceAccounts, checkSubnets, checkWildcards } from './security-values';
import { Place, shown } from '../../findings';

type ValueCheck = (values: readonly string[], place: Place, report: Report) => void;

const anything: ValueCheck = () => undefined;

/** The attributes that a condition can ask for, with what their values must be. */
const ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  'source.ip': checkSubnets,
  'remote.ip': checkSubnets,
  'source.namespace': anything,
  'source.serviceAccount': checkServiceAccounts,
  'source.principal': anything,
  'source.trustDomain': checkWildcards,
  'request.auth.principal': anything,
  'request.auth.audiences': anything,
  'request.auth.presenter': anything,
  'destination.ip': checkSubnets,
  'destination.port': checkPortTexts,
  'connection.sni': anything,
};

/** Attributes that are followed by a name in brackets. */
const MAPS = ['request.headers', 'request.auth.claims', 'experimental.envoy.filters.'];

/** Attributes of older versions, with what took their place. */
const GONE: Readonly<Record<string, string>> = {
  'destination.namespace': 'Put the policy into that namespace',
  'destination.name': 'Pick the workload in selector or targetRefs',
  'destination.user': 'Pick the workload in selector or targetRefs',
};

/** The key of a condition; false where there is no use in looking at its values. */
export function checkAttribute(key: string, place: Place, report: Report): boolean {
  const refuse = (problem: string, fix: string): boolean => {
    report.error(place, key, problem, fix);
    return false;
  };
  if (key === '') return refuse('The condition has no key', 'Name an attribute, such as "source.ip" or "request.headers[x-tenant]"');
  const map = MAPS.find((prefix) => key.startsWith(prefix));
  if (map !== undefined) {
    const open = key.indexOf('[');
    const fits = open > 0 && key.endsWith(']') && open < key.length - 2;
    return fits || refuse(`${shown(key)} names nothing in brackets`, `Write ${map.endsWith('.') ? `${map}name` : map}[name]`);
  }
  if (Object.hasOwn(ATTRIBUTES, key)) return true;
  if (key.startsWith('destination.labels')) return refuse(`The attribute ${key} is gone`, 'Pick the workload by its labels in selector');
  if (Object.hasOwn(GONE, key)) return refuse(`The attribute ${key} is gone`, GONE[key]);
  return refuse(`${shown(key)} is not an attribute`, `Use one of ${Object.keys(ATTRIBUTES).join(', ')}, request.headers[name] or request.auth.claims[name]`);
}

/** The values that a condition compares an attribute with. */
export function checkAttributeValues(key: string, values: readonly string[], place: Place, report: Report): void {
  checkNotEmpty(values, place, report);
  if (!values.includes('') && Object.hasOwn(ATTRIBUTES, key)) ATTRIBUTES[key](values, place, report);
}
