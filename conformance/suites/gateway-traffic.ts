import { answers, httpPort, refused } from './proxy-traffic';
import { identityOf } from '../lib/envoy';
import { Report } from '../lib/report';
import { RunningMesh } from '../lib/running-mesh';
import { ARCHIVE, DATABASE, MOVED, OTHER, OUTSIDE, PUBLIC } from '../programs/gateways';

/** An address of Services that no Service has: proxies take what goes there, and tell by the host where it belongs. */
const NOWHERE = '10.96.250.250';

/**
 * Traffic in through an injected gateway, and out through an egress gateway. What is outside runs at the first spare address.
 *
 * @param title what the mesh is called in the report
 * @param wayOut name of the Deployment of the egress gateway
 */
export async function gatewayTraffic(report: Report, mesh: RunningMesh, title: string, wayOut: string): Promise<void> {
  const outside = await mesh.stranger();
  const archive = await mesh.stranger();
  const stranger = await mesh.stranger();
  await mesh.serveAt(outside, 'http', 80, 'outside');
  await mesh.serveAt(outside, 'tcp', 5432, 'database');
  await mesh.serveAt(archive, 'tcp', 5432, 'archive');
  await mesh.serveAt(archive, 'http', 80, 'other');
  const [web, quiet] = [await mesh.connect('shop', 'web'), await mesh.connect('shop', 'quiet')];
  const [inward, outward] = [await mesh.connect('edge', 'in'), await mesh.connect('edge', wayOut)];
  await mesh.serve(web, 'http', 3000);

  for (const [name, envoy] of Object.entries({ web, in: inward, out: outward })) {
    const rejected = [...await envoy.stats()].filter(([stat, value]) => value > 0 && /(\.update_rejected|listener_create_failure)$/.test(stat));
    report.check(`${title}/${name}: Envoy takes everything that istiod sends`, [...rejected.map(String), ...(rejected.length > 0 ? envoy.rejections : [])]);
  }

  const inside = await mesh.call(stranger, ['http-call', '--url', `http://${inward.pod.ip}:${httpPort(inward)}/`, '--host', PUBLIC]);
  report.check(`${title}: an injected gateway lets requests for its host in`, answers(inside, '200 web-0'));

  const passed = async (): Promise<number> => (await outward.stats()).get('listener.0.0.0.0_80.downstream_cx_total') ?? 0;
  const out = (from: string) => mesh.call(from, ['http-call', '--url', `http://${NOWHERE}/`, '--host', OUTSIDE]);
  const before = await passed();
  report.check(`${title}: what a service calls outside is answered`, answers(await out(web.namespace), '200 outside'));
  report.check(`${title}: it went through the egress gateway`, await passed() > before ? [] : [`the gateway has had ${before} connections, as before`]);
  report.check(`${title}: a service that declares no call does not get out`, refused(await out(quiet.namespace)));

  const direct = (to: string) => mesh.call(web.namespace, ['http-call', '--url', `http://${NOWHERE}${to}`, '--host', MOVED]);
  report.check(`${title}: a route of what is outside answers for its path`, answers(await direct('/old'), '301 '));
  report.check(`${title}: and lets other requests leave`, answers(await direct('/'), '200 other'));

  const query = (from: string, address = DATABASE) => mesh.call(from, ['tcp-call', '--address', `${address}:5432`]);
  const bytes = async (): Promise<number> => (await outward.stats()).get('listener.0.0.0.0_5432.downstream_cx_total') ?? 0;
  report.check(`${title}: bytes that a service sends outside are answered`, answers(await query(web.namespace), 'database: PING'));
  report.check(`${title}: those for another host on the same port reach that one`, answers(await query(web.namespace, ARCHIVE), 'archive: PING'));
  report.check(`${title}: they went through the egress gateway`, await bytes() > 0 ? [] : ['the gateway has had no connection']);
  report.check(`${title}: bytes of a service that declares no call do not get out`, refused(await query(quiet.namespace)));

  // Past the sidecar, with an identity of the mesh: the gateway itself must ask who calls.
  const url = `https://${outward.pod.ip}:80/`;
  const asked = (identity: string, host = OUTSIDE) => (
    mesh.call(stranger, ['http-call', '--url', url, '--host', host, '--server-name', OUTSIDE], identity));
  report.check(`${title}: the egress gateway lets the caller through by its identity`, answers(await asked(identityOf(web.pod)), '200 outside'));
  report.check(`${title}: and no other`, answers(await asked(identityOf(quiet.pod)), '403 RBAC: access denied'));
  report.check(`${title}: who may call one host does not reach another one by its name`, answers(await asked(identityOf(web.pod), OTHER), '404 '));
}
