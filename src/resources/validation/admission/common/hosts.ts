import { byteLength } from './bytes';
import { integer } from './integer';
import { isDnsLabel, isWildcardLabel } from './labels';
import { Flaw, Report } from './report';
import { Place, shown } from '../../findings';

const LONGEST = 255;
const GENERATED = 'outbound';

const LABEL_FIX = 'Use letters, digits and dashes between the dots, with a letter or digit at both ends, 63 at most';
const WILDCARD_FIX = `${LABEL_FIX}; the first may be "*"`;

function lengthFlaw(host: string): Flaw | undefined {
  if (host === '') return { problem: 'The host is empty', fix: 'Give a DNS name, such as "web.shop.svc.cluster.local"' };
  const length = byteLength(host);
  return length > LONGEST ? { problem: `${shown(host)} has ${length} bytes`, fix: `Give a DNS name of at most ${LONGEST}` } : undefined;
}

function labelsFlaw(host: string, name: string, fix: string): Flaw | undefined {
  const labels = name.split('.');
  const last = labels[labels.length - 1];
  if (integer(last) !== undefined) {
    return { problem: `${shown(host)} ends in the number ${shown(last)}, which no DNS name does`, fix: 'Give a DNS name; IP addresses are not taken here' };
  }
  // A dot at the end says that the name is complete.
  if (last === '' && labels.length > 1) labels.pop();
  else if (name === '') return undefined;
  const wrong = labels.find((label) => !isDnsLabel(label));
  return wrong === undefined ? undefined : { problem: `${shown(host)} is not a DNS name, because of ${shown(wrong)}`, fix };
}

/** What is wrong with a name without wildcards. */
export function fqdnFlaw(host: string): Flaw | undefined {
  return lengthFlaw(host) ?? labelsFlaw(host, host, LABEL_FIX);
}

/** What is wrong with a name whose first label may be, or begin with, a wildcard. */
export function hostFlaw(host: string): Flaw | undefined {
  const wrong = lengthFlaw(host);
  if (wrong !== undefined) return wrong;
  const dot = host.indexOf('.');
  const first = dot < 0 ? host : host.slice(0, dot);
  if (!isWildcardLabel(first)) return { problem: `${shown(host)} is not a DNS name, because of ${shown(first)}`, fix: WILDCARD_FIX };
  return dot < 0 ? undefined : labelsFlaw(host, host.slice(dot + 1), WILDCARD_FIX);
}

/** The same at a gateway, where the names that AUTO_PASSTHROUGH makes, `outbound_.80_._.web.shop.svc.cluster.local`, are taken as SNI. */
export function gatewayHostFlaw(host: string, sni: boolean): Flaw | undefined {
  if (!sni || !host.startsWith(`${GENERATED}_`) || lengthFlaw(host) !== undefined) return hostFlaw(host);
  const [, port, , name] = host.split('_');
  if (name !== undefined && /\d/.test(port) && /[a-zA-Z]/.test(name)) return undefined;
  return { problem: `${shown(host)} is not a name that a gateway makes`, fix: 'Write it as "outbound_.PORT_._.HOST"' };
}

/** A name without wildcards. */
export function checkFqdn(host: string, place: Place, report: Report): void {
  const flaw = fqdnFlaw(host);
  if (flaw !== undefined) report.error(place, host, flaw.problem, flaw.fix);
}

/** A name whose first label may be, or begin with, a wildcard. */
export function checkHost(host: string, place: Place, report: Report): void {
  const flaw = hostFlaw(host);
  if (flaw !== undefined) report.error(place, host, flaw.problem, flaw.fix);
}

/** What is wrong with a wildcard that stands for a part of a label only. */
export function partialWildcardFlaw(host: string): Flaw | undefined {
  if (!host.includes('*') || host === '*' || host.startsWith('*.')) return undefined;
  return { problem: `The wildcard of ${shown(host)} stands for a part of a label`, fix: 'Use "*" for whole labels, such as "*.example.com"' };
}

/** Whether two hosts, either of which may be a wildcard, have a name in common. */
export function overlap(one: string, other: string): boolean {
  if (!one.startsWith('*')) return other.startsWith('*') ? one.endsWith(other.slice(1)) : one === other;
  if (!other.startsWith('*')) return other.endsWith(one.slice(1));
  return byteLength(one) < byteLength(other) ? other.slice(1).endsWith(one.slice(1)) : one.slice(1).endsWith(other.slice(1));
}

/** Whether the second host stands for every name that the first stands for. */
export function within(one: string, other: string): boolean {
  if (!one.startsWith('*')) return other.startsWith('*') ? one.endsWith(other.slice(1)) : one === other;
  return other.startsWith('*') && byteLength(one) >= byteLength(other) && one.slice(1).endsWith(other.slice(1));
}
