import { checkPercent } from './connection-pool';
import { checkDuration } from './durations';
import { given } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place } from '../../findings';

/** When an endpoint that fails is left out for a while. */
export function checkOutlierDetection(outlier: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(outlier)) return;
  checkDuration(outlier.baseEjectionTime, place.at('baseEjectionTime'), report);
  checkDuration(outlier.interval, place.at('interval'), report);
  if (outlier.consecutiveErrors) {
    report.warning(place.at('consecutiveErrors'), outlier.consecutiveErrors, '"consecutiveErrors" is deprecated',
      'Use "consecutive5xxErrors" or "consecutiveGatewayErrors"');
  }
  if (outlier.consecutiveLocalOriginFailures > 0 && outlier.splitExternalLocalOriginErrors !== true) {
    report.error(place.at('consecutiveLocalOriginFailures'), outlier.consecutiveLocalOriginFailures,
      `${outlier.consecutiveLocalOriginFailures} failures of local origin are counted together with the others`,
      'Set "splitExternalLocalOriginErrors", or remove "consecutiveLocalOriginFailures"');
  }
  checkPercent(outlier.maxEjectionPercent, place.at('maxEjectionPercent'), report);
  checkPercent(outlier.minHealthPercent, place.at('minHealthPercent'), report);
}
