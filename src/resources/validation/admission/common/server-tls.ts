import { given, messages, texts } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const CIPHERS: ReadonlySet<string> = new Set([
  'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-SHA', 'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA', 'ECDHE-RSA-AES256-SHA', 'AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA', 'DES-CBC3-SHA',
]);
const OLD: ReadonlySet<string> = new Set(['TLSV1_0', 'TLSV1_1']);
const TERMINATED: ReadonlySet<string> = new Set(['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL']);

/** The mode of TLS at a server; absent, it is the first of the enum. */
export function serverTlsMode(tls: JsonObject): string {
  return tls.mode ?? 'PASSTHROUGH';
}

/** Whether TLS goes through to the workload as it came. */
export function passesThrough(tls: JsonObject): boolean {
  return serverTlsMode(tls) === 'PASSTHROUGH' || serverTlsMode(tls) === 'AUTO_PASSTHROUGH';
}

/** How a server speaks TLS. */
export function checkServerTls(tls: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(tls)) return;
  checkCiphers(tls, place, report);
  const mode = serverTlsMode(tls);
  if (mode === 'ISTIO_MUTUAL') {
    checkIstioMutual(tls, place, report);
    return;
  }
  if (passesThrough(tls)) warnOfUnused(tls, mode, place, report);
  checkSources(tls, place, report);
  const remote = Boolean(tls.credentialName) || texts(tls.credentialNames).length > 0;
  if (TERMINATED.has(mode)) {
    if (remote) return;
    checkCertificates(tls, mode, place, report);
  }
  if (tls.caCrl) {
    if (tls.credentialName) {
      report.error(place.at('caCrl'), tls.caCrl, `The revocation list ${shown(tls.caCrl)} stands beside the credential ${shown(tls.credentialName)}`,
        'Put the list into the credential, under the key "ca.crl"');
    }
    if (mode === 'SIMPLE') {
      report.error(place.at('caCrl'), tls.caCrl, `TLS of mode SIMPLE has the revocation list ${shown(tls.caCrl)}, though clients show no certificates`,
        'Remove "caCrl", or use mode MUTUAL');
    }
  }
}

function isCipher(name: string): boolean {
  // What does not begin with a letter or digit is an expression such as "-ALL". Go looks at the first byte alone, as if it were Latin-1.
  const first = Buffer.from(name.slice(0, 2))[0];
  return name === '' || name === 'ALL' || !/[\p{L}\p{N}]/u.test(String.fromCharCode(first)) || CIPHERS.has(name);
}

function checkCiphers(tls: JsonObject, place: Place, report: Report): void {
  const suites = texts(tls.cipherSuites);
  if (OLD.has(tls.minProtocolVersion) && suites.length === 0) {
    report.warning(place.at('minProtocolVersion'), tls.minProtocolVersion, `${tls.minProtocolVersion} works with no cipher suite of the default ones`,
      'List suites that it can use in "cipherSuites", or use TLSV1_2 or newer');
  }
  const unknown = suites.filter((name) => !isCipher(name));
  if (unknown.length > 0) {
    report.warning(place.at('cipherSuites'), suites, `Cipher suites that Istio does not know are ignored: ${[...new Set(unknown)].sort().join(', ')}`,
      'Remove them, or write them as OpenSSL does');
  }
  const twice = suites.filter((name, index) => isCipher(name) && suites.indexOf(name) < index);
  if (twice.length > 0) {
    report.warning(place.at('cipherSuites'), suites, `Cipher suites are listed twice: ${[...new Set(twice)].sort().join(', ')}`, 'List each once');
  }
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function checkIstioMutual(tls: JsonObject, place: Place, report: Report): void {
  for (const field of ['serverCertificate', 'privateKey', 'caCertificates', 'tlsCertificates', 'credentialName', 'credentialNames']) {
    if (!isSet(tls[field])) continue;
    report.error(place.at(field), tls[field], `TLS of mode ISTIO_MUTUAL has a ${field} (${shown(tls[field])}), though Istio brings the certificates`,
      `Remove "${field}", or use mode SIMPLE or MUTUAL`);
  }
}

function warnOfUnused(tls: JsonObject, mode: string, place: Place, report: Report): void {
  const unused = ['caCrl', 'serverCertificate', 'privateKey', 'caCertificates', 'tlsCertificates', 'credentialName', 'credentialNames']
    .filter((field) => isSet(tls[field]));
  if (unused.length > 0) {
    report.warning(place, tls, `TLS of mode ${mode} uses no certificates, so these fields are ignored: ${unused.join(', ')}`,
      'Remove them, or use mode SIMPLE or MUTUAL');
  }
}

function checkSources(tls: JsonObject, place: Place, report: Report): void {
  const sources = [
    ...(tls.serverCertificate && tls.privateKey ? ['serverCertificate and privateKey'] : []),
    ...['credentialName', 'credentialNames', 'tlsCertificates'].filter((field) => isSet(tls[field])),
  ];
  if (sources.length > 1) report.error(place, tls, `The server's certificates come from several places: ${sources.join(', ')}`, 'Keep one of them');
}

/** The certificates in files, of a server that has no credential. */
function checkCertificates(tls: JsonObject, mode: string, place: Place, report: Report): void {
  if (mode !== 'SIMPLE' && !tls.caCertificates) {
    report.error(place.at('caCertificates'), undefined, `TLS of mode ${mode} has nothing to verify clients with`, 'Give "caCertificates" or "credentialName"');
  }
  const several = messages(tls.tlsCertificates);
  if (several.length > 2) {
    report.warning(place.at('tlsCertificates'), several, `There are ${several.length} certificates; a server can have two`, 'Keep one RSA and one ECDSA certificate');
  }
  const all: [JsonObject, Place][] = several.length > 0
    ? several.map((certificate, index) => [certificate, place.at('tlsCertificates').at(index)])
    : [[tls, place]];
  for (const [certificate, where] of all) {
    for (const field of ['serverCertificate', 'privateKey'].filter((name) => !certificate[name])) {
      report.error(where.at(field), undefined, `TLS of mode ${mode} has no "${field}"`, 'Give "serverCertificate" and "privateKey", or "credentialName"');
    }
  }
}
