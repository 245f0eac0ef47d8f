import { entries, given } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

/** The labels by which a policy picks workloads (`selector.matchLabels`). */
export function checkSelector(spec: JsonObject, place: Place, report: Report): void {
  if (!given(spec.selector)) return;
  const labels = spec.selector.matchLabels;
  const at = place.at('selector').at('matchLabels');
  checkMatchLabels(labels, at, report);
  if (entries(labels).length === 0) {
    report.warning(at, labels, 'The selector has no labels, so that it picks every workload', 'Name labels, or leave the selector out');
  }
}

/** Labels to compare with those of workloads: text for text, without wildcards. */
export function checkMatchLabels(labels: Readonly<Record<string, string>> | null | undefined, place: Place, report: Report): void {
  for (const [key, value] of entries(labels)) {
    const text = value ?? '';
    if (key === '') report.error(place, labels, `The value ${shown(text)} of the selector has no key`, 'Write the key of the label before it');
    if (key.includes('*') || text.includes('*')) {
      report.error(place.at(key), value, `The label ${shown(`${key}=${text}`)} of the selector has a wildcard`,
        'Write the label as the workloads have it; a selector has no patterns');
    }
  }
}
