import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkCount } from '../common/connection-pool';
import { checkDuration } from '../common/durations';
import { integer } from '../common/integer';
import { given } from '../common/read';
import { Report } from '../common/report';

const POLICIES: ReadonlySet<string> = new Set([
  '5xx', 'gateway-error', 'reset', 'reset-before-request', 'connect-failure', 'retriable-4xx', 'refused-stream', 'retriable-status-codes',
  'retriable-headers', 'envoy-ratelimited', 'http3-post-connect-failure', 'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted',
  'unavailable',
]);
/** The statuses that have a name, as first and last of each row of them. */
const STATUSES = [
  [100, 103], [200, 208], [226, 226], [300, 305], [307, 308], [400, 418], [421, 426], [428, 429], [431, 431], [451, 451], [500, 508], [510, 511],
];

/** When a request is tried again. */
export function checkRetries(retries: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(retries)) return;
  const { attempts, perTryTimeout, retryOn, retryRemoteLocalities } = retries;
  checkCount(attempts, place.at('attempts'), report);
  if (!attempts && (given(perTryTimeout) || retryOn || given(retryRemoteLocalities))) {
    report.error(place, retries, 'It says how to retry, with no attempts', 'Give "attempts", or remove the other fields');
  }
  checkDuration(perTryTimeout, place.at('perTryTimeout'), report);
  checkDuration(retries.backoff, place.at('backoff'), report);
  if (!retryOn) return;
  for (const policy of (retryOn as string).split(',')) {
    if (POLICIES.has(policy) || isStatus(policy)) continue;
    report.error(place.at('retryOn'), retryOn, `${shown(policy)} is not a condition to retry on`,
      `Use statuses such as 503 and any of ${[...POLICIES].join(', ')}, with commas and without spaces`);
  }
}

function isStatus(text: string): boolean {
  const status = integer(text) ?? 0;
  return STATUSES.some(([first, last]) => status >= first && status <= last);
}
