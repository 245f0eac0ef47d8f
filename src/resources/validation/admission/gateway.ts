import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkIpAddress, checkUnixPath, isIpAddress, UNIX } from './common/addresses';
import { hostFlaw, partialWildcardFlaw } from './common/hosts';
import { isDnsLabel } from './common/labels';
import { annotationsOf, nameOf } from './common/metadata';
import { checkPort } from './common/ports';
import { isHttp, isProtocol, isTls, PROTOCOLS } from './common/protocols';
import { given, messages, texts } from './common/read';
import { Report } from './common/report';
import { checkServerTls, passesThrough } from './common/server-tls';

/** What Istio writes on a Gateway that it made of one of the Gateway API: its name and hosts have a freer form. */
const SEMANTICS = 'internal.istio.io/gateway-semantics';

/** What a gateway listens for. */
export const checkGateway: AdmissionCheck = (object, spec, place, report) => {
  const derived = annotationsOf(object)[SEMANTICS] === 'gateway';
  if (!derived && !isDnsLabel(nameOf(object))) {
    report.error(Place.ROOT.at('metadata').at('name'), object.metadata?.name, `${shown(nameOf(object))} is not the name of a gateway`,
      'Use letters, digits and dashes, with a letter or digit at both ends, 63 at most');
  }
  const servers = messages(spec.servers);
  if (servers.length === 0) {
    report.error(place.at('servers'), spec.servers, 'The gateway has no servers', 'Give one, with a port and hosts');
  }
  const names = new Set<string>();
  servers.forEach((server, index) => {
    const where = place.at('servers').at(index);
    checkServer(server, derived, where, report);
    if (!given(server.port)) return;
    const name = server.port.name ?? '';
    if (names.has(name)) {
      report.error(where.at('port').at('name'), name, `Another server has a port named ${shown(name)}`, 'Give each port a name of its own');
    }
    names.add(name);
    if (server.tls?.httpsRedirect === true && !isHttp(server.port.protocol)) {
      report.warning(where.at('tls').at('httpsRedirect'), true, `A port of protocol ${server.port.protocol ?? ''} cannot send clients to HTTPS`,
        'Set "httpsRedirect" on a port of protocol HTTP');
    }
  });
};

function checkServer(server: JsonObject, derived: boolean, place: Place, report: Report): void {
  const hosts = texts(server.hosts);
  if (hosts.length === 0) report.error(place.at('hosts'), server.hosts, 'The server has no hosts', 'Name one, such as "shop.example.com" or "*"');
  hosts.forEach((host, index) => checkServerHost(host, derived, place.at('hosts').at(index), report));
  const sound = checkServerPort(server, place.at('port'), report);
  checkBind(server, place, report);
  checkServerTls(server.tls, place.at('tls'), report);
  if (sound) checkTlsOfProtocol(server, place, report);
}

/** A host of a server, with the namespaces of its VirtualServices before a slash. */
function checkServerHost(entry: string, derived: boolean, place: Place, report: Report): void {
  const slash = entry.indexOf('/');
  const namespace = slash < 0 ? '*' : entry.slice(0, slash);
  const host = entry.slice(slash + 1);
  if (namespace !== '*' && namespace !== '.' && !(derived && namespace === '~') && !isDnsLabel(namespace)) {
    report.error(place, entry, `${shown(namespace)} in ${shown(entry)} is not a namespace`, 'Use ".", "*" or the name of a namespace before the "/"');
  }
  // A gateway may be asked for by its IPv4 address.
  const address = isIpAddress(host);
  if (host !== '' && host !== '*' && !host.includes('.')) {
    report.error(place, entry, `${shown(host)} is ${address ? 'an IPv6 address' : 'a short name'}, which a gateway is not asked for`,
      'Give a full DNS name, such as "shop.example.com"');
  }
  const flaw = (address ? undefined : hostFlaw(host)) ?? partialWildcardFlaw(host);
  if (flaw !== undefined) report.error(place, entry, flaw.problem, flaw.fix);
}

function checkServerPort(server: JsonObject, place: Place, report: Report): boolean {
  const { port } = server;
  if (!given(port)) {
    report.error(place, undefined, 'The server has no port', 'Give "port", with a number, a name and a protocol');
    return false;
  }
  let sound = true;
  const wrong: Report['error'] = (...finding) => {
    sound = false;
    report.error(...finding);
  };
  if (!isProtocol(port.protocol)) {
    wrong(place.at('protocol'), port.protocol, port.protocol ? `${shown(port.protocol)} is not a protocol of Istio's` : 'The port has no protocol', `Use one of ${PROTOCOLS}`);
  }
  if (port.number > 0 || !(server.bind ?? '').startsWith(UNIX)) {
    checkPort(port.number, place.at('number'), { error: wrong, warning: () => undefined });
  }
  if (port.targetPort > 0) {
    wrong(place.at('targetPort'), port.targetPort, `A gateway has no target ports (${port.targetPort})`, 'Remove "targetPort"; the port of the Service says where it leads');
  }
  if (!port.name) wrong(place.at('name'), port.name, 'The port has no name', 'Give it one of its own, such as "https"');
  return sound;
}

function checkBind({ port, bind }: JsonObject, place: Place, report: Report): void {
  if (!bind) return;
  if (!bind.startsWith(UNIX)) {
    checkIpAddress(bind, place.at('bind'), report);
    return;
  }
  checkUnixPath(bind, place.at('bind'), report);
  if (port?.number) {
    report.error(place.at('port').at('number'), port.number, `The server listens on the socket ${shown(bind)} and has the port number ${port.number}`,
      'Leave the number out, or "bind"');
  }
}

function checkTlsOfProtocol({ port, tls }: JsonObject, place: Place, report: Report): void {
  if (isTls(port.protocol)) {
    if (!given(tls)) report.error(place.at('tls'), undefined, `A port of protocol ${port.protocol} has no TLS settings`, 'Give "tls", with a mode');
  } else if (given(tls)) {
    // A port of plain HTTP may have the settings that send its clients to HTTPS.
    const redirects = passesThrough(tls) && !tls.caCertificates && !tls.privateKey && !tls.serverCertificate;
    if (isHttp(port.protocol) && redirects) return;
    report.error(place.at('tls'), tls, `A port of protocol ${port.protocol} has TLS settings`, 'Use protocol HTTPS or TLS, or remove "tls"');
  }
}
