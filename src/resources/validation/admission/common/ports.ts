import { isDnsLabel } from './labels';
import { isProtocol, PROTOCOLS } from './protocols';
import { Report } from './report';
import { Place, shown } from '../../findings';

/** A port number; an absent one is 0, which is none. */
export function checkPort(number: number | null | undefined, place: Place, report: Report): void {
  const port = number ?? 0;
  if (port >= 1 && port <= 65535) return;
  report.error(place, number ?? undefined, port === 0 ? 'There is no port number' : `${port} is not a port`, 'Give a number from 1 to 65535');
}

/** The name of a port. */
export function checkPortName(name: string, place: Place, report: Report): void {
  if (!isDnsLabel(name)) {
    report.error(place, name, `${shown(name)} is not the name of a port`,
      'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most');
  }
}

/** The protocol of a port, where an absent one is found out from the traffic. */
export function checkProtocol(protocol: string | null | undefined, place: Place, report: Report): void {
  if ((protocol ?? '') !== '' && !isProtocol(protocol)) {
    report.error(place, protocol, `${shown(protocol)} is not a protocol of Istio's`, `Use one of ${PROTOCOLS}, or leave it out`);
  }
}
