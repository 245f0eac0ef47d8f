import { goDuration } from '../reference/go-duration';
import { JsonObject, JsonValue } from '../reference/json';
import { Field, loadedBundle } from '../resources/bundle';

/**
 * A message of the mesh as Go writes it in JSON: fields in the order of their definition, nothing that says no more than its
 * absence, maps by their keys, durations in seconds.
 *
 * @param message its name in schema/
 * @param value the message with the names of its fields as JSON has them
 */
export function protoJson(message: string, value: JsonObject): JsonObject {
  const { fields, atMostOne = [] } = loadedBundle('install').messages[message];
  const chosen = new Set<string>(atMostOne.flat());
  const written: JsonObject = {};
  for (const name of Object.hasOwn(ORDER, message) ? ORDER[message] : Object.keys(fields)) {
    const [field, given]: [Field, any] = [fields[name], value[name]];
    if (given === undefined || given === null) continue;
    const inner = writtenField(typeOf(field), given, chosen.has(name));
    if (inner !== undefined) written[name] = inner;
  }
  return written;
}

/** Messages that schema/ has from CRDs, whose fields stand there by their names: the order of their definition. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  ClientTLSSettings: [
    'mode', 'clientCertificate', 'privateKey', 'caCertificates', 'credentialName', 'subjectAltNames', 'sni', 'insecureSkipVerify', 'caCrl',
  ],
  HTTPHealthCheckConfig: ['path', 'port', 'host', 'scheme', 'httpHeaders'],
  ReadinessProbe: [
    'initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold', 'httpGet', 'tcpSocket', 'exec', 'grpc',
  ],
  TcpKeepalive: ['probes', 'time', 'interval'],
};

function typeOf(field: Field): string {
  if (typeof field === 'string') return field;
  return field.list ? `${typeOf(field.list)}[]` : field.map ? `${typeOf(field.map)}{}` : field.is ?? 'struct';
}

/** @param always whether a zero says something: in a field that may be absent, and in a choice of fields */
function writtenField(type: string, value: any, always: boolean): JsonValue | undefined {
  const { enums, messages } = loadedBundle('install');
  if (type.endsWith('?')) return writtenField(type.slice(0, -1), value, true);
  if (type.endsWith('[]')) return value.length === 0 ? undefined : value.map((item: any) => writtenField(type.slice(0, -2), item, true));
  if (type.endsWith('{}')) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.length === 0 ? undefined : Object.fromEntries(entries.map(([key, item]) => [key, writtenField(type.slice(0, -2), item, true)!]));
  }
  if (Object.hasOwn(messages, type)) return protoJson(type, value);
  if (type === 'seconds' || type === 'duration') return secondsOf(String(value));
  const zero = Object.hasOwn(enums, type) ? value === enums[type][0] : value === 0 || value === '' || value === false;
  if (zero && !always) return undefined;
  return ['int64', 'uint64'].includes(type) ? String(value) : value;
}

/** A duration with as many digits as it needs, in groups of three. */
function secondsOf(text: string): string {
  const nanoseconds = goDuration(text);
  if (nanoseconds === undefined) return text;
  const [sign, size] = nanoseconds < 0n ? ['-', -nanoseconds] : ['', nanoseconds];
  const fraction = String(size % 1_000_000_000n).padStart(9, '0').replace(/(?:000){1,3}$/, '');
  return `${sign}${size / 1_000_000_000n}${fraction === '' ? '' : `.${fraction}`}s`;
}
