import { isDnsLabel } from './labels';
import { namespaceOf } from './metadata';
import { texts } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

const HERE = '.';
const EVERYWHERE = '*';
const NOWHERE = '~';

export interface ExportToOptions {
  /** Whether `~`, for no namespace, is allowed. */
  readonly nowhere?: boolean;
  /** Whether the object picks workloads, so that it has an effect in its own namespace alone. */
  readonly selects?: boolean;
}

/** The namespaces that an object is visible in. */
export function checkExportTo(
  object: JsonObject, list: readonly string[] | undefined, place: Place, report: Report, options: ExportToOptions = {},
): void {
  const namespace = namespaceOf(object);
  const seen = new Set<string>();
  const all = texts(list);
  all.forEach((entry, index) => {
    const target = entry === HERE ? namespace : entry;
    if (seen.has(target)) {
      report.error(place.at(index), entry, `${shown(entry)} stands here twice${entry === HERE ? `, as it is the namespace ${shown(namespace)}` : ''}`,
        'Leave one of them out');
    } else if (target === NOWHERE && options.nowhere !== true) {
      report.error(place.at(index), entry, 'Only a ServiceEntry can be exported to no namespace ("~")', 'Use "." for its own namespace');
    } else if (target !== NOWHERE && target !== EVERYWHERE && !isDnsLabel(target)) {
      report.error(place.at(index), entry, `${shown(entry)} is not a namespace`, 'Use ".", "*" or the name of a namespace');
    } else {
      seen.add(target);
    }
  });
  if (options.selects === true && seen.size > 0 && (seen.size > 1 || !seen.has(namespace))) {
    report.error(place, list, `A destination rule with a workloadSelector is exported to ${[...seen].map(shown).join(', ')}`,
      'Use ["."], since it has an effect in its own namespace alone');
  }
  for (const alone of [EVERYWHERE, NOWHERE]) {
    if (seen.has(alone) && all.length > 1) {
      report.error(place, list, `${shown(alone)} stands beside other namespaces`, `Use [${shown(alone)}] alone, or name the namespaces without it`);
    }
  }
}
