import { isIpAddress } from '../admission/common/addresses';
import { fqdnFlaw } from '../admission/common/hosts';
import { Report } from '../admission/common/report';
import { Place, shown } from '../findings';

/** A host or an IP address with a port, such as `zipkin.istio-system:9411` or `[::1]:9411`. */
export function checkAddress(address: string, place: Place, report: Report): void {
  if (!isAddress(address)) {
    report.error(place, address, `${shown(address)} is not an address`, 'Write a host and a port, such as "collector.example.com:9411"');
  }
}

function isAddress(text: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || !/^[+-]?\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) return false;
  return isIpAddress(host) || fqdnFlaw(host) === undefined;
}
