import { entries, given } from './read';
import { Report } from './report';
import { checkMatchLabels } from './selectors';
import { JsonObject } from '../../../../reference/json';
import { Place } from '../../findings';

/**
 * The `workloadSelector` of a Sidecar or ServiceEntry. Where its labels are wrong, Istio looks no further, and the answer is false.
 */
export function checkWorkloadSelector(selector: JsonObject | null | undefined, place: Place, report: Report): boolean {
  let sound = true;
  checkMatchLabels(selector?.labels, place.at('labels'), {
    error: (...finding) => {
      sound = false;
      report.error(...finding);
    },
    warning: (...finding) => report.warning(...finding),
  });
  return sound;
}

/** A selector that picks by no label, and so picks every workload of the namespace. */
export function warnOfEmptySelector(selector: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(selector) || entries(selector.labels).length > 0) return;
  report.warning(place, selector, 'The workloadSelector has no labels, so that it picks every workload of the namespace',
    'Name labels, or leave the selector out');
}
