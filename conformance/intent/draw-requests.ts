import { hostOf, PlannedExposure, PlannedExternal, PlannedMesh, PlannedPort, PlannedService, sharesOf, speaksHttp } from './plan';
import { PlannedRequest, Sender } from './request';
import { Token } from './users';
import { CALLS, HEADERS, METHODS, PATHS, QUERIES, TIMEOUT_MS } from './words';
import { Draw } from '../generate/draw';

/** How often a request is sent where versions get shares of it. */
export const TIMES = 60;

/** How many different requests are sent from a caller to a port, besides the one for proportions. */
const EACH = 6;

/** The services of a mesh whose workloads run: a caller, one that it calls, and now and then a third. */
export function sample(draw: Draw, { services, calls }: PlannedMesh): PlannedService[] {
  const { caller, callee } = calls.length > 0 ? draw.pick(calls) : { caller: services[0], callee: services[1] };
  const led = new Set(sharesOf(callee).map(({ service }) => service));
  const others = services.filter((service) => service !== caller && service !== callee && (led.has(service.name) || service.versions.length < 2));
  const third = others.find(({ name }) => led.has(name)) ?? (others.length > 0 && draw.chance(0.5) ? draw.pick(others) : undefined);
  return [caller, callee, ...(third ? [third] : [])];
}

/** Requests between the services of the sample, on all ways. */
export function drawRequests(draw: Draw, mesh: PlannedMesh, running: readonly PlannedService[]): PlannedRequest[] {
  const inside = running.flatMap((service) => running.filter((callee) => callee !== service).flatMap((callee) => callee.ports.flatMap((port) => [
    ...drawThrough(draw, { way: 'proxy', service }, callee, port),
    ...drawPast(draw, service, callee, port),
  ])));
  const plain = running.map((callee) => ({ ...drawRequest(draw, { way: 'plain' }, callee, draw.pick(callee.ports)), ...versionOf(draw, callee) }));
  const exposures = mesh.gateway?.exposures.filter(({ service }) => running.includes(service)) ?? [];
  const out = running.flatMap((service) => mesh.externals.flatMap((external) => external.ports.flatMap((port) => (
    draw.list(speaksHttp(port) ? 3 : 1, speaksHttp(port) ? 3 : 1, () => drawOut(draw, service, external, port))))));
  return [...inside, ...plain, ...out, ...exposures.flatMap((exposure) => drawFromOutside(draw, exposure))];
}

function drawOut(draw: Draw, service: PlannedService, external: PlannedExternal, port: PlannedPort): PlannedRequest {
  const host = port.kind === 'http' ? draw.pick([external.host, `${external.host}:${port.number}`]) : external.host;
  return { ...drawRequest(draw, { way: 'proxy', service }, external, port), host };
}

function drawThrough(draw: Draw, sender: Sender, callee: PlannedService, port: PlannedPort): PlannedRequest[] {
  if (port.kind === 'tls') {
    return draw.list(3, 3, (index) => ({ ...drawRequest(draw, sender, callee, port), times: index === 0 ? connectionTimes(callee) : 1 }));
  }
  if (port.kind === 'tcp') return [{ ...drawRequest(draw, sender, callee, port), times: connectionTimes(callee) }];
  const requests = draw.list(EACH, EACH, () => drawRequest(draw, sender, callee, port));
  const routed = callee.routes.some(({ to, mirror, abort }) => [to, mirror, abort].some((said) => said !== undefined)) ? TIMES : timesOf(callee);
  return requests.map((request, at) => often(request, at < 2 ? routed : 1));
}

function timesOf({ split }: PlannedService): number {
  return split === undefined ? 1 : TIMES;
}

function connectionTimes(callee: PlannedService): number {
  return callee.connections.length > 0 ? TIMES : timesOf(callee);
}

function drawPast(draw: Draw, service: PlannedService, callee: PlannedService, port: PlannedPort): PlannedRequest[] {
  return draw.list(2, 2, () => ({ ...drawRequest(draw, { way: 'past', service }, callee, port), ...versionOf(draw, callee) }));
}

/** The request so often, unless it takes its time. */
function often(request: PlannedRequest, times: number): PlannedRequest {
  return request.waitMs === undefined ? { ...request, times } : request;
}

function versionOf(draw: Draw, { versions }: PlannedService): { version?: string } {
  return versions.length > 0 ? { version: draw.pick(versions) } : {};
}

function drawFromOutside(draw: Draw, { service, port: number, hosts, tls, paths }: PlannedExposure): PlannedRequest[] {
  const port = service.ports.find((one) => one.number === number)!;
  const requests = port.kind === 'tcp' ? 1 : EACH;
  return draw.list(requests, requests, (index) => {
    const secured = !speaksHttp(port) ? undefined : index === 0 ? usualTls(tls) : draw.pick<PlannedRequest['tls']>([usualTls(tls), usualTls(tls), usualTls(tls), 'anonymous', undefined]);
    const request = drawRequest(draw, { way: 'gateway' }, service, port);
    return often({
      ...request,
      ...(paths && draw.chance(0.6) && { path: draw.pick(PATHS.filter((path) => path.startsWith(paths[0]))) }),
      host: hosts.length === 0 || draw.chance(0.15) ? 'other.example.com' : draw.pick(hosts),
      ...(secured && { tls: secured }),
    }, index === 0 ? TIMES : 1);
  });
}

/** How clients come that know what is asked of them. */
function usualTls(tls: PlannedExposure['tls']): PlannedRequest['tls'] {
  return tls && ({ simple: 'anonymous', mutual: 'identified' } as const)[tls];
}

function drawRequest(draw: Draw, sender: Sender, callee: PlannedService, port: PlannedPort): PlannedRequest {
  const slow = callee.routes.some(({ timeoutMs }) => timeoutMs !== undefined) && sender.way !== 'past' && port.kind !== 'grpc' && draw.chance(0.15);
  return {
    sender,
    callee,
    port,
    host: drawHost(draw, sender, callee, port),
    method: port.kind === 'grpc' ? 'POST' : draw.pick(METHODS),
    path: draw.pick(port.kind === 'grpc' && draw.chance(0.7) ? CALLS : PATHS),
    query: some(draw, QUERIES, 0.2),
    headers: some(draw, HEADERS, 0.3),
    ...(speaksHttp(port) && draw.chance(0.5) && { token: draw.pick<Token>(['staff', 'staff', 'staff', 'guest', 'guest', 'forged', 'expired']) }),
    ...(slow && { waitMs: TIMEOUT_MS * 2 }),
    times: 1,
  };
}

/** The names that an application may use for a service: short ones only from where they mean it. */
function drawHost(draw: Draw, sender: Sender, callee: PlannedService, { kind, number }: PlannedPort): string {
  const full = hostOf(callee);
  if (kind === 'tls') return draw.pick([full, full, `east.${full}`, 'other.example.com']);
  const short = `${callee.name}.${callee.namespace}`;
  const near = 'service' in sender && sender.service.namespace === callee.namespace ? [callee.name] : [];
  return draw.pick([full, `${full}:${number}`, short, `${short}:${number}`, `${short}.svc`, ...near]);
}

function some(draw: Draw, choices: Readonly<Record<string, readonly string[]>>, probability: number): Record<string, string> {
  return Object.fromEntries(Object.entries(choices).filter(() => draw.chance(probability)).map(([name, values]) => [name, draw.pick(values)]));
}
