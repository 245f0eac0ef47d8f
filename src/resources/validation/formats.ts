import { isIPv4, isIPv6 } from 'node:net';
import { parseRequestUrl } from './go-url';
import { goDuration } from '../../reference/go-duration';

/** A format that the API server holds strings to. */
export interface Format {
  /** What a string of it is, for a message. */
  readonly what: string;
  isValid(text: string): boolean;
}

const UUID = (version: string, variant = '[0-9a-f]') =>
  new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}[0-9a-f]{3}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i');
const uuid = (what: string, pattern: RegExp): Format => ({ what, isValid: (text) => pattern.test(text) });

/**
 * The formats that count in a CRD. Others, such as int32 and double, are words for readers: the API server does not check them, though
 * Istio may when it reads a field.
 */
const FORMATS: Readonly<Record<string, Format>> = {
  byte: { what: 'base64 text', isValid: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/.test(text) },
  datetime: { what: 'a point in time, such as 2026-01-31T12:00:00Z', isValid: isDateTime },
  date: { what: 'a date, such as 2026-01-31', isValid: isDate },
  duration: { what: 'a duration, such as 5s', isValid: isDuration },
  ipv4: { what: 'an IPv4 address', isValid: isSloppyIPv4 },
  ipv6: { what: 'an IPv6 address', isValid: isIPv6 },
  cidr: { what: 'a CIDR, such as 10.0.0.0/8', isValid: isCidr },
  mac: { what: 'a MAC address', isValid: (text) => /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1)*[0-9a-f]{2}|(?:[0-9a-f]{4}\.)+[0-9a-f]{4})$/i.test(text) },
  uri: { what: 'an absolute URI', isValid: (text) => parseRequestUrl(text) !== undefined },
  hostname: { what: 'a host name', isValid: isHostname },
  email: { what: 'an e-mail address', isValid: (text) => /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/.test(text) },
  uuid: uuid('a UUID', UUID('[0-9a-f]')),
  uuid3: uuid('a UUID of version 3', UUID('3')),
  uuid4: uuid('a UUID of version 4', UUID('4', '[89ab]')),
  uuid5: uuid('a UUID of version 5', UUID('5', '[89ab]')),
  password: { what: 'a string', isValid: () => true },
};

/** The format of a name, with or without dashes; nothing for a name that the API server ignores. */
export function formatOf(name: string): Format | undefined {
  const plain = name.replaceAll('-', '');
  return Object.hasOwn(FORMATS, plain) ? FORMATS[plain] : undefined;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const days = new Date(Date.UTC(2000 + Number(year) % 400, Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
}

function isDateTime(text: string): boolean {
  const [date, time, ...more] = text.toLowerCase().split('t');
  if (time === undefined || more.length > 0 || !isDate(date)) return false;
  const [, hour, minute, second] = /^(\d{2}):(\d{2}):(\d{2})(?:[^\n]\d+)?(?:z|[+-]\d{2}:\d{2})$/.exec(time) ?? [];
  return hour !== undefined && hour <= '23' && minute <= '59' && second <= '59';
}

/** What Go parses, or any numbers with words for units in them. */
function isDuration(text: string): boolean {
  if (goDuration(text) !== undefined) return true;
  return [...text.matchAll(/\d+\s*([A-Za-z\u00b5]+)/g)].some(([, unit]) =>
    /^(?:ns|us|\u00b5s|ms|s|m|h|hr|d|w|wk)$|^(?:nano|micro|milli|sec|min|hour|day|week)/i.test(unit));
}

/** Leading zeros are taken, as they were by older releases of Go. */
function isSloppyIPv4(text: string): boolean {
  return isIPv4(text.replace(/(^|\.)0+(?=\d)/g, '$1')) || (text.includes('.') && isIPv6(text));
}

function isCidr(text: string): boolean {
  const [, address, bits] = /^(.*)\/(\d{1,3})$/.exec(text) ?? [];
  if (address === undefined) return false;
  return isIPv6(address) ? Number(bits) <= 128 : isSloppyIPv4(address) && Number(bits) <= 32;
}

function isHostname(text: string): boolean {
  const label = '[a-zA-Z0-9\\u00a0-\\uffff](?:[-a-zA-Z0-9\\u00a0-\\uffff]*[a-zA-Z0-9\\u00a0-\\uffff])?';
  return Buffer.byteLength(text) <= 255 && new RegExp(`^${label}(?:\\.${label})*$`).test(text) && text.split('.').every((part) => Buffer.byteLength(part) <= 63);
}
