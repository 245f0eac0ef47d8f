import { checkDuration, nanoseconds } from './durations';
import { given } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const HTTP_COUNTS = ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'];
const MILLISECOND = 1_000_000n;

/** A number that may be 0, and no less. */
export function checkCount(value: number | null | undefined, place: Place, report: Report): void {
  if ((value ?? 0) < 0) report.error(place, value, `${value} is less than 0`, 'Give 0 or more');
}

/** How many connections and requests there may be at once, and for how long. */
export function checkConnectionPool(pool: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(pool)) return;
  if (!given(pool.http) && !given(pool.tcp)) {
    report.error(place, pool, 'The connection pool says nothing', 'Give "tcp" or "http", or leave it out');
    return;
  }
  if (given(pool.http)) checkHttp(pool.http, place.at('http'), report);
  if (given(pool.tcp)) checkTcp(pool.tcp, place.at('tcp'), report);
}

function checkHttp(http: JsonObject, place: Place, report: Report): void {
  for (const field of HTTP_COUNTS) checkCount(http[field], place.at(field), report);
  checkDuration(http.idleTimeout, place.at('idleTimeout'), report);
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol === true) {
    report.error(place.at('useClientProtocol'), true, 'Requests cannot keep the protocol of the client and be upgraded to HTTP/2',
      'Remove "useClientProtocol", or "h2UpgradePolicy: UPGRADE"');
  }
  if (!given(http.http2KeepAlive)) return;
  const keepAlive = place.at('http2KeepAlive');
  for (const field of ['interval', 'timeout']) {
    const value = http.http2KeepAlive[field];
    if (given(value)) checkDuration(value, keepAlive.at(field), report);
    else report.error(keepAlive.at(field), undefined, `The keep-alive of HTTP/2 has no "${field}"`, 'Give "interval" and "timeout", such as "30s" and "5s"');
  }
}

function checkTcp(tcp: JsonObject, place: Place, report: Report): void {
  checkCount(tcp.maxConnections, place.at('maxConnections'), report);
  checkDuration(tcp.connectTimeout, place.at('connectTimeout'), report);
  checkDuration(tcp.maxConnectionDuration, place.at('maxConnectionDuration'), report);
  // None at all is how to switch the timeout off.
  if (given(tcp.idleTimeout) && nanoseconds(tcp.idleTimeout) / MILLISECOND !== 0n) {
    checkDuration(tcp.idleTimeout, place.at('idleTimeout'), report);
  }
  if (!given(tcp.tcpKeepalive)) return;
  for (const field of ['time', 'interval']) checkDuration(tcp.tcpKeepalive[field], place.at('tcpKeepalive').at(field), report);
}

/** A share in percent, as a whole number. */
export function checkPercent(value: number | null | undefined, place: Place, report: Report): void {
  const percent = value ?? 0;
  if (percent < 0 || percent > 100) report.error(place, value, `${shown(value)} is not a percentage`, 'Give a number from 0 to 100');
}
