import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { isIpAddress } from './common/addresses';
import { checkGatewayNames } from './common/destinations';
import { checkExportTo } from './common/export-to';
import { gatewayHostFlaw, hostFlaw, overlap } from './common/hosts';
import { annotationsOf } from './common/metadata';
import { messages, texts } from './common/read';
import { Report } from './common/report';
import { checkClaimsUnused } from './virtual-service/claims';
import { checkHttpRoute } from './virtual-service/http-route';
import { checkTcpRoute, checkTlsRoute } from './virtual-service/l4-routes';
import { warnOfUnreachable } from './virtual-service/unreachable';

/** What Istio writes on a VirtualService that it made of a route of the Gateway API: names and destinations have a freer form. */
const SEMANTICS = 'internal.istio.io/route-semantics';
const MESH = 'mesh';

/** Where requests for hosts go. */
export const checkVirtualService: AdmissionCheck = (object, spec, place, report) => {
  const hosts = texts(spec.hosts);
  const gateways = texts(spec.gateways);
  const derived = annotationsOf(object)[SEMANTICS] === 'gateway';
  const atGatewaysOnly = gateways.length > 0 && !gateways.includes(MESH);
  const isDelegate = hosts.length === 0;
  if (isDelegate) checkDelegate(spec, place, report);
  checkGatewayNames(gateways, place.at('gateways'), report, derived);
  const http = messages(spec.http);
  const tls = messages(spec.tls);
  const tcp = messages(spec.tcp);
  if (!atGatewaysOnly) http.forEach((route, index) => checkClaimsUnused(route, place.at('http').at(index), report));
  checkHosts(hosts, atGatewaysOnly, takesSni(tls), place.at('hosts'), report);
  if (http.length + tls.length + tcp.length === 0) {
    report.error(place, spec, 'There is no route', 'Give "http", "tls" or "tcp"');
  }
  http.forEach((route, index) => checkHttpRoute(route, { isDelegate, derived }, place.at('http').at(index), report));
  // Without gateways, names for SNI are read as at a gateway, though the routes are for the mesh.
  const sni = { hosts, atGateway: !gateways.includes(MESH), derived };
  tls.forEach((route, index) => checkTlsRoute(route, sni, place.at('tls').at(index), report));
  tcp.forEach((route, index) => checkTcpRoute(route, derived, place.at('tcp').at(index), report));
  checkExportTo(object, spec.exportTo, place.at('exportTo'), report);
  warnOfUnreachable(spec, place, report);
};

/** A part of the routes of another VirtualService. */
function checkDelegate(spec: JsonObject, place: Place, report: Report): void {
  for (const field of ['gateways', 'tls', 'tcp']) {
    const list = spec[field] ?? [];
    if (list.length === 0) continue;
    report.error(place.at(field), list, `Without hosts it holds routes for another VirtualService, and those have no "${field}" (${shown(list)})`,
      `Remove "${field}", or give "hosts"`);
  }
}

function takesSni(routes: readonly JsonObject[]): boolean {
  return routes.some((route) => messages(route.match).some(({ sniHosts }) => texts(sniHosts).length > 0));
}

function checkHosts(hosts: readonly string[], atGatewaysOnly: boolean, sni: boolean, place: Place, report: Report): void {
  let sound = true;
  hosts.forEach((host, index) => {
    const where = place.at(index);
    const flaw = atGatewaysOnly ? gatewayHostFlaw(host, sni) : hostFlaw(host);
    if (flaw !== undefined) {
      if (isIpAddress(host)) return;
      report.error(where, host, flaw.problem, flaw.fix);
      sound = false;
    } else if (!atGatewaysOnly && host === '*') {
      report.error(where, host, 'The host "*" would take all traffic of the mesh', 'Name hosts, or name gateways other than "mesh" in "gateways"');
      sound = false;
    }
  });
  if (!sound) return;
  hosts.forEach((host, index) => {
    const earlier = hosts.slice(0, index).find((other) => overlap(other, host));
    if (earlier !== undefined) {
      report.error(place.at(index), host, `${shown(host)} and ${shown(earlier)} have names in common`, 'Remove one of them, or give it a VirtualService of its own');
    }
  });
}
