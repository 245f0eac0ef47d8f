import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { entries, messages } from '../common/read';
import { Report } from '../common/report';

const CLAIM = /^@request\.auth\.claims(?:\.[^]|\[[^]+\]$)/i;

/** Whether the name of a header stands for a claim of the request's token. */
export function isClaim(name: string): boolean {
  return name.startsWith('@') && CLAIM.test(name);
}

/** Sidecars do not route by the claims of a token. */
export function checkClaimsUnused(route: JsonObject, place: Place, report: Report): void {
  messages(route.match).forEach((match, index) => {
    for (const field of ['headers', 'withoutHeaders']) {
      for (const [name, header] of entries(match[field])) {
        if (!isClaim(name)) continue;
        report.error(place.at('match').at(index).at(field).at(name), header, `The route depends on the claim ${shown(name)}, which sidecars do not look at`,
          'Name the gateways that it is for in "gateways", without "mesh"');
      }
    }
  });
}
