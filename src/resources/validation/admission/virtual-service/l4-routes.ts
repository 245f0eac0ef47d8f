import { checkWeightedDestinations } from './weighted-destinations';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkSubnet, isIpAddress } from '../common/addresses';
import { checkGatewayNames } from '../common/destinations';
import { gatewayHostFlaw, hostFlaw, within } from '../common/hosts';
import { checkLabels } from '../common/labels';
import { checkPort } from '../common/ports';
import { messages, texts } from '../common/read';
import { errorsOnly, Report } from '../common/report';

export interface SniContext {
  /** The hosts of the VirtualService. */
  readonly hosts: readonly string[];
  readonly atGateway: boolean;
  /** Whether the object was made of one of the Gateway API. */
  readonly derived: boolean;
}

/** Where TLS goes that is not terminated here, by the name that the client asks for. */
export function checkTlsRoute(route: JsonObject, context: SniContext, place: Place, report: Report): void {
  const matches = messages(route.match);
  if (matches.length === 0) report.error(place.at('match'), route.match, 'The TLS route has no match', 'Give one, with "sniHosts"');
  matches.forEach((match, index) => {
    const where = place.at('match').at(index);
    const names = texts(match.sniHosts);
    if (names.length === 0) report.error(where.at('sniHosts'), match.sniHosts, 'The match has no SNI host', 'Name at least one of the "hosts"');
    names.forEach((name, at) => checkSniHost(name, context, where.at('sniHosts').at(at), report));
    checkConnectionMatch(match, where, report);
  });
  checkDestinations(route, context.derived, place, report);
}

/** Where connections go. */
export function checkTcpRoute(route: JsonObject, derived: boolean, place: Place, report: Report): void {
  messages(route.match).forEach((match, index) => checkConnectionMatch(match, place.at('match').at(index), errorsOnly(report)));
  checkDestinations(route, derived, place, report);
}

function checkConnectionMatch(match: JsonObject, place: Place, report: Report): void {
  texts(match.destinationSubnets).forEach((subnet, index) => checkSubnet(subnet, place.at('destinationSubnets').at(index), report));
  if (match.port) checkPort(match.port, place.at('port'), report);
  checkLabels(match.sourceLabels, place.at('sourceLabels'), report);
  checkGatewayNames(match.gateways, place.at('gateways'), report);
}

function checkSniHost(name: string, { hosts, atGateway }: SniContext, place: Place, report: Report): void {
  const flaw = atGateway ? gatewayHostFlaw(name, true) : hostFlaw(name);
  if (flaw !== undefined && isIpAddress(name)) {
    report.warning(place, name, `${shown(name)} is an IP address, which most clients do not ask for by SNI`, 'Use a DNS name');
  } else if (flaw !== undefined) {
    report.error(place, name, flaw.problem, flaw.fix);
  } else if (!hosts.some((host) => within(name, host))) {
    report.error(place, name, `${shown(name)} is none of the hosts ${shown(hosts)}, nor a name within one`, 'Add it to "hosts", or name one of them');
  }
}

function checkDestinations(route: JsonObject, derived: boolean, place: Place, report: Report): void {
  const destinations = messages(route.route);
  if (destinations.length === 0) report.error(place.at('route'), route.route, 'The route leads nowhere', 'Give "route", with a destination');
  checkWeightedDestinations(destinations, derived, place.at('route'), report);
}
