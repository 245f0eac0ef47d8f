import { Envoy, identityOf } from '../lib/envoy';
import { Outcome, waitFor } from '../lib/process';
import { Report } from '../lib/report';
import { RunningMesh } from '../lib/running-mesh';
import { WITH_CALL, WITHOUT_CALL } from '../programs/pair';

const REDIS_PORT = 6379;

/** Traffic of the guestbook: Redis over TCP, and the page through the ingress gateway. */
export async function guestbookTraffic(report: Report, mesh: RunningMesh, envoys: ReadonlyMap<string, Envoy>): Promise<void> {
  const [web, web2, redis, analyzer, gateway] = ['guestbook-v1', 'guestbook-v2', 'redis-master', 'analyzer', 'public'].map((name) => envoys.get(name)!);
  await mesh.serve(redis, 'tcp', REDIS_PORT);
  await mesh.serve(web, 'http', 3000);
  await mesh.serve(web2, 'http', 3000);
  const stranger = await mesh.stranger();

  const service = `${await mesh.serviceAddress('guestbook', 'redis-master')}:${REDIS_PORT}`;
  report.check('guestbook: the page reaches redis-master through both proxies', answers(await mesh.call(web.namespace, ['tcp-call', '--address', service]), 'redis-master-0: PING'));
  await checkDenied(report, 'guestbook: the analyzer, which does not declare it, is denied by redis-master\'s proxy', mesh, redis, stranger, identityOf(analyzer.pod));
  await checkPlainText(report, 'guestbook: redis-master takes no plain text', mesh, redis, stranger);

  const url = `http://${gateway.pod.ip}:${httpPort(gateway)}/`;
  const through = await mesh.call(stranger, ['http-call', '--url', url, '--host', 'guestbook.example.com', '--count', '200']);
  const lines = through.stdout.trim().split('\n');
  const second = lines.filter((line) => line === '200 guestbook-v2-0').length;
  const others = lines.filter((line) => !/^200 guestbook-v[12]-0$/.test(line));
  // Of 200 requests 40 go to version 2, give or take 28: five standard deviations.
  report.check(`guestbook: of 200 requests through the gateway, about one in five sees version 2 (${second})`, [
    ...others.slice(0, 3),
    ...(through.code === 0 ? [] : [through.stderr]),
    ...(second >= 12 && second <= 68 ? [] : [`${second} of 200 saw version 2`]),
  ]);
  const foreign = await mesh.call(stranger, ['http-call', '--url', url, '--host', 'other.example.com']);
  report.check('guestbook: a host that is not exposed gets nothing', /^40[34]/.test(foreign.stdout) ? [] : [text(foreign)]);
}

/** Traffic of bookinfo: methods, versions by header, identities. */
export async function bookinfoTraffic(report: Report, mesh: RunningMesh, envoys: ReadonlyMap<string, Envoy>): Promise<void> {
  const [page, details, reviews1, reviews3] = ['productpage-v1', 'details-v1', 'reviews-v1', 'reviews-v3'].map((name) => envoys.get(name)!);
  for (const envoy of [details, reviews1, reviews3]) await mesh.serve(envoy, 'http', 9080);
  const stranger = await mesh.stranger();

  const call = async (service: string, ...more: string[]) => mesh.call(page.namespace, [
    'http-call', '--url', `http://${await mesh.serviceAddress('bookinfo', service)}:9080/`, '--host', `${service}:9080`, ...more,
  ]);
  report.check('bookinfo: the page reads details', answers(await call('details'), '200 details-v1-0'));
  report.check('bookinfo: the page may not write details', answers(await call('details', '--method', 'POST'), '403 RBAC: access denied'));
  report.check('bookinfo: the tester sees reviews v3', answers(await call('reviews', '--header', 'end-user=jason'), '200 reviews-v3-0'));
  const hidden = await call('ratings');
  report.check('bookinfo: the page, which does not declare it, cannot reach ratings', answers(hidden, '502 '));
  const direct = await mesh.call(stranger, ['http-call', '--url', `https://${details.pod.ip}:9080/`], identityOf(reviews1.pod));
  report.check('bookinfo: reviews, which does not declare it, is denied by details\' proxy', answers(direct, '403 RBAC: access denied'));
}

/** The same two services twice, with and without `web.calls(redis)`. */
export async function pairTraffic(report: Report, mesh: RunningMesh): Promise<void> {
  const stranger = await mesh.stranger();
  const pairs = new Map<string, { web: Envoy; redis: Envoy; service: string }>();
  for (const namespace of [WITH_CALL, WITHOUT_CALL]) {
    const web = await mesh.connect(namespace, 'web');
    const redis = await mesh.connect(namespace, 'redis');
    await mesh.serve(redis, 'tcp', REDIS_PORT);
    pairs.set(namespace, { web, redis, service: `${await mesh.serviceAddress(namespace, 'redis')}:${REDIS_PORT}` });
  }
  const declared = pairs.get(WITH_CALL)!;
  const undeclared = pairs.get(WITHOUT_CALL)!;

  report.check('with web.calls(redis), the call is answered', answers(await mesh.call(declared.web.namespace, ['tcp-call', '--address', declared.service]), 'redis-0: PING'));
  report.check('with web.calls(redis), web\'s identity is what opens redis', answers(
    await mesh.call(stranger, ['tcp-call', '--address', `${declared.redis.pod.ip}:${REDIS_PORT}`], identityOf(declared.web.pod)), 'redis-0: PING'));
  await checkDenied(report, 'with web.calls(redis), another identity is denied by redis\' proxy', mesh, declared.redis, stranger, identityOf(undeclared.web.pod));
  await checkPlainText(report, 'with web.calls(redis), plain text gets no answer', mesh, declared.redis, stranger);

  report.check('without the line, web\'s proxy knows no host', (await undeclared.web.configDump()).outboundHosts);
  report.check('without the line, the call gets no answer', refused(await mesh.call(undeclared.web.namespace, ['tcp-call', '--address', undeclared.service])));
  await checkDenied(report, 'without the line, web is denied by redis\' proxy', mesh, undeclared.redis, stranger, identityOf(undeclared.web.pod));
}

/** Calls Redis past the caller's proxy, under mutual TLS with the identity; it must get no answer, and the policy must be why. */
async function checkDenied(report: Report, name: string, mesh: RunningMesh, redis: Envoy, from: string, identity: string): Promise<void> {
  const denied = async () => (await redis.stats()).get('tcp.rbac.denied') ?? 0;
  const before = await denied();
  const outcome = await mesh.call(from, ['tcp-call', '--address', `${redis.pod.ip}:${REDIS_PORT}`], identity);
  const complaints = refused(outcome);
  if (complaints.length === 0) {
    await waitFor('the proxy to count a denied connection', 10_000, async () => (await denied()) > before ? true : undefined)
      .catch(() => complaints.push(`the proxy counts ${before} denied connections, as before: it was not the policy (${text(outcome)})`));
  }
  report.check(name, complaints);
}

async function checkPlainText(report: Report, name: string, mesh: RunningMesh, redis: Envoy, from: string): Promise<void> {
  report.check(name, refused(await mesh.call(from, ['tcp-call', '--address', `${redis.pod.ip}:${REDIS_PORT}`])));
}

/** What is wrong with an answer that was to be another. */
export function answers(outcome: Outcome, expected: string): string[] {
  return outcome.code === 0 && outcome.stdout.trim() === expected.trim() ? [] : [`expected "${expected}", got ${text(outcome)}`];
}

/** What is wrong with an answer where there was to be none. */
export function refused(outcome: Outcome): string[] {
  return outcome.code === 0 ? [`got an answer: ${text(outcome)}`] : [];
}

function text({ stdout, stderr }: Outcome): string {
  return JSON.stringify(stdout.trim() || stderr.trim());
}

/** The port of the gateway's pods for plain HTTP: it opens those that a Gateway names, at the Service's target. */
export function httpPort(gateway: Envoy): number {
  const { containers } = gateway.pod.stored.spec;
  const ports: number[] = containers.flatMap((container: any) => container.ports ?? []).map((port: any) => port.containerPort);
  return ports.find((port) => port === 8080) ?? 80;
}
