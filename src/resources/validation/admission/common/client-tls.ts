import { checkConfigMapCredential } from './credentials';
import { given, texts } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const FILES = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'];

/** How a proxy speaks TLS as a client. */
export function checkClientTls(tls: JsonObject | null | undefined, namespace: string, place: Place, report: Report): void {
  if (!given(tls)) return;
  checkConfigMapCredential(tls.credentialName ?? '', namespace, place.at('credentialName'), report);
  if (tls.insecureSkipVerify === true) checkSkippedVerification(tls, place, report);
  if ((tls.mode === 'SIMPLE' || tls.mode === 'MUTUAL') && tls.credentialName) {
    for (const field of FILES.filter((name) => tls[name])) {
      report.error(place.at(field), tls[field], `The certificates come from the credential ${shown(tls.credentialName)} and from the file ${shown(tls[field])}`,
        `Remove "${field}" or "credentialName"`);
    }
  } else if (tls.mode === 'MUTUAL') {
    for (const field of ['clientCertificate', 'privateKey'].filter((name) => !tls[name])) {
      report.error(place.at(field), undefined, `TLS of mode MUTUAL has no "${field}"`, 'Give "clientCertificate" and "privateKey", or "credentialName"');
    }
  }
}

function checkSkippedVerification(tls: JsonObject, place: Place, report: Report): void {
  const useless = [
    ...(tls.caCertificates ? ['caCertificates'] : []),
    // A credential of MUTUAL may hold the client's certificate alone.
    ...(tls.credentialName && tls.mode === 'SIMPLE' ? ['credentialName'] : []),
    ...(texts(tls.subjectAltNames).length > 0 ? ['subjectAltNames'] : []),
  ];
  if (tls.mode !== 'SIMPLE' && tls.mode !== 'MUTUAL') return;
  for (const field of useless) {
    report.error(place.at(field), tls[field], `The server is not verified (insecureSkipVerify), yet ${field} says ${shown(tls[field])}`,
      `Remove "insecureSkipVerify", or "${field}"`);
  }
}
