import { checkFqdn, checkHost } from './hosts';
import { isDnsLabel } from './labels';
import { checkPort } from './ports';
import { given, texts } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';

/** The name of a subset of a host. */
export function checkSubsetName(name: string, place: Place, report: Report): void {
  if (isDnsLabel(name)) return;
  report.error(place, name, name === '' ? 'The subset has no name' : `${shown(name)} is not the name of a subset`,
    'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most, such as "v1"');
}

/** Where traffic goes. */
export function checkDestination(destination: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(destination)) return;
  if (destination.host === '*') {
    report.error(place.at('host'), '*', 'Traffic cannot go to every host ("*")', 'Name a host, such as "web.shop.svc.cluster.local"');
  } else {
    checkHost(destination.host ?? '', place.at('host'), report);
  }
  if (destination.subset) checkSubsetName(destination.subset, place.at('subset'), report);
  if (given(destination.port)) checkPort(destination.port.number, place.at('port').at('number'), report);
}

/**
 * Names of gateways, as `namespace/name`. An older form, a DNS name, is taken too, and Istio reads no further after one.
 *
 * @param anyName whether the name may be any, as those made of Gateway API objects are
 */
export function checkGatewayNames(list: readonly string[] | undefined, place: Place, report: Report, anyName = false): void {
  const names = texts(list);
  for (let index = 0; index < names.length; index++) {
    const gateway = names[index];
    const where = place.at(index);
    const slash = gateway.indexOf('/');
    if (slash < 0) {
      if (gateway.includes('.')) {
        const [name, namespace] = gateway.split('.');
        report.warning(where, gateway, `The gateway ${shown(gateway)} is named in an old form`, `Write it as "${namespace}/${name}"`);
      }
      checkFqdn(gateway, where, report);
      return;
    }
    const namespace = gateway.slice(0, slash);
    const name = gateway.slice(slash + 1);
    if (isDnsLabel(namespace) && (isDnsLabel(name) || (anyName && name !== ''))) continue;
    report.error(where, gateway, `${shown(gateway)} is not the name of a gateway`, 'Write it as "namespace/name", or as "mesh" for the sidecars');
  }
}
