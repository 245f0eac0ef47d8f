import { Report } from './report';
import { Place, shown } from '../../findings';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const GROUP = /^[\da-f]{1,4}$/i;
const PREFIX_LENGTH = /^(?:0|[1-9]\d*)$/;

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const tail = groups[groups.length - 1];
  // The last two groups may be written as an IPv4 address.
  const embedded = tail.length > 0 && IPV4.test(tail[tail.length - 1]);
  if (embedded) tail.pop();
  if (!groups.flat().every((group) => GROUP.test(group))) return false;
  const count = groups.flat().length + (embedded ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Whether Go's net/netip takes the text for an IP address. Zones are part of IPv6 addresses; leading zeros are not of IPv4 ones. */
export function isIpAddress(text: string): boolean {
  const mark = /[.:%]/.exec(text)?.[0];
  if (mark === '.') return IPV4.test(text);
  if (mark !== ':') return false;
  const zone = text.indexOf('%');
  if (zone < 0) return isIpv6(text);
  return zone < text.length - 1 && isIpv6(text.slice(0, zone));
}

/** Whether Go's net/netip takes the text for an address with a prefix length, such as `10.0.0.0/8`. */
export function isIpPrefix(text: string): boolean {
  const slash = text.lastIndexOf('/');
  const address = text.slice(0, Math.max(slash, 0));
  const length = text.slice(slash + 1);
  if (slash < 0 || !isIpAddress(address) || address.includes('%') || !PREFIX_LENGTH.test(length)) return false;
  return Number(length) <= (address.includes(':') ? 128 : 32);
}

/** An IP address. */
export function checkIpAddress(text: string, place: Place, report: Report): void {
  if (!isIpAddress(text)) report.error(place, text, `${shown(text)} is not an IP address`, 'Give an address such as "10.0.0.1" or "2001:db8::1"');
}

/** An IP address, or a range of them. */
export function checkSubnet(text: string, place: Place, report: Report): void {
  if (text.split('/').length === 2 ? isIpPrefix(text) : isIpAddress(text)) return;
  report.error(place, text, `${shown(text)} is neither an IP address nor a range of them`,
    'Give an address such as "10.0.0.1", or a range such as "10.0.0.0/8"');
}

/** What addresses of Unix domain sockets start with. */
export const UNIX = 'unix://';

/** The path of a Unix domain socket: absolute, or an abstract name after `@`. */
export function checkUnixPath(address: string, place: Place, report: Report): void {
  const path = address.slice(UNIX.length);
  if (path.startsWith('@') || (path.startsWith('/') && !path.endsWith('/'))) return;
  report.error(place, address, `${shown(address)} names no socket`, 'Give the absolute path of a file, such as "unix:///run/app.sock", or an abstract name, such as "unix://@app"');
}
