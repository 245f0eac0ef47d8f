import { Expectation, Location, Part, Sight } from './oracle';
import { PlannedService, speaksHttp } from './plan';
import { PlannedRequest, withQuery } from './request';
import { Answer } from '../lib/pod-agent';

/** An answer, and the workload that gave it. */
export interface Told {
  readonly answer: Answer;
  /** Undefined where no workload of the mesh answered. */
  readonly by?: { readonly service: PlannedService; readonly version: string };
}

/**
 * How far from what is expected a count may be, in standard deviations. Of 60 requests, one count in 27,000 at most is farther by chance: that
 * of a share of 5 percent. A check fails only if three of them are.
 */
const DEVIATIONS = 5;

const GRPC_PERMISSION_DENIED = '7';

/** What is wrong with the answers to a request that was sent so often. */
export function complaints(expected: Expectation, request: PlannedRequest, told: readonly Told[]): string[] {
  const each = told.flatMap((one) => wrong(expected, request, one));
  return [...new Set([...each, ...disproportions(expected, told)])];
}

function wrong(expected: Expectation, request: PlannedRequest, told: Told): string[] {
  const { answer } = told;
  switch (expected.outcome) {
    case 'answered':
      if (expected.failed && isMadeUp(answer, expected.failed.status)) return [];
      if (answer.seen === undefined) return [`expected an answer of the application, got ${answerText(told)}`];
      if (!expected.by.some((part) => isOf(part, told))) return [`answered by ${workloadText(told)}, expected ${expected.by.map(partText).join(' or ')}`];
      return unlike(expected.sees, request, told);
    case 'made up':
      if (!isMadeUp(answer, expected.status)) return [`expected status ${expected.status} of a proxy, got ${answerText(told)}`];
      if (request.port.kind === 'grpc' && request.sender.way !== 'gateway') return [];
      return [
        ...(expected.body === undefined || answer.body === expected.body ? [] : [`expected the text "${expected.body}", got "${answer.body}"`]),
        ...(expected.location === undefined ? [] : elsewhere(expected.location, answer)),
      ];
    case 'forbidden':
      return isForbidden(answer, request) ? [] : [`expected to be refused, got ${answerText(told)}`];
    case 'unreachable':
      return isUnreachable(answer) ? [] : [`expected no way there, got ${answerText(told)}`];
  }
}

function unlike(sees: Sight, { query }: PlannedRequest, { answer: { seen, headers }, by }: Told): string[] {
  const path = sees.path === undefined ? undefined : withQuery(sees.path, query);
  const port = sees.ports[by!.service.name];
  return [
    ...(seen!.port === String(port) ? [] : [`arrived on port ${seen!.port}, expected ${port}`]),
    ...(seen!.path === path ? [] : [`the application saw the path ${seen!.path}, expected ${path}`]),
    ...(sees.host === undefined || seen!.host === sees.host ? [] : [`the application saw the host ${seen!.host}, expected ${sees.host}`]),
    ...(seen!.method === sees.method ? [] : [`the application saw the method ${seen!.method}, expected ${sees.method}`]),
    ...Object.entries({ ...sees.headers, ...sees.ofUser[by!.service.name] }).filter(([name, value]) => seen!.headers?.[name] !== value)
      .map(([name, value]) => `the application saw ${name}: ${seen!.headers?.[name]}, expected ${value}`),
    ...sees.without.filter((name) => seen!.headers?.[name] !== undefined).map((name) => `the application saw ${name}, which is taken away`),
    ...Object.entries(sees.answerHeaders).filter(([name, value]) => headers?.[name] !== value)
      .map(([name, value]) => `the caller saw ${name}: ${headers?.[name]}, expected ${value}`),
  ];
}

function elsewhere({ path, authority, scheme }: Location, { location = '' }: Answer): string[] {
  const found = URL.canParse(location) ? new URL(location) : undefined;
  const right = found !== undefined && (path === undefined || found.pathname === path)
    && (authority === undefined || found.host === authority) && (scheme === undefined || found.protocol === `${scheme}:`);
  return right ? [] : [`sent to "${location}", expected ${scheme ?? 'the same scheme'}, ${authority ?? 'the same host'} and ${path ?? 'the same path'}`];
}

function isOf({ service, versions }: Part, { by }: Told): boolean {
  return by?.service === service && versions.includes(by.version);
}

function isMadeUp({ status, grpcStatus, seen }: Answer, expected: number): boolean {
  return seen === undefined && (status === expected || (grpcStatus !== undefined && grpcStatus !== '' && grpcStatus !== '0'));
}

function isForbidden({ error, status, grpcStatus, seen }: Answer, { port }: PlannedRequest): boolean {
  if (seen !== undefined) return false;
  return !speaksHttp(port) ? error !== undefined : status === 403 || grpcStatus === GRPC_PERMISSION_DENIED;
}

/** A gateway says 404 of what it does not let in, or 403; a sidecar 502 of what it does not know. For gRPC all three are a status of its own. */
function isUnreachable({ error, status, grpcStatus, seen }: Answer): boolean {
  return seen === undefined && (error !== undefined || [403, 404, 502].includes(status ?? 0) || (grpcStatus !== undefined && grpcStatus !== '' && grpcStatus !== '0'));
}

/** Shares that are not those that were declared. */
function disproportions(expected: Expectation, told: readonly Told[]): string[] {
  if (expected.outcome !== 'answered') return [];
  const total = told.filter(({ by }) => by !== undefined).length;
  const { failed } = expected;
  return [
    ...expected.by.flatMap((part) => disproportion(partText(part), part.percent, told.filter((one) => isOf(part, one)).length, total)),
    ...(failed && told.length > 1 ? disproportion(`a made-up status ${failed.status}`, failed.percent, told.length - total, told.length) : []),
  ];
}

/** Whether a count of requests is none that a share leads to. */
export function disproportion(what: string, percent: number, count: number, total: number): string[] {
  const mean = total * percent / 100;
  const allowed = DEVIATIONS * Math.sqrt(mean * (1 - percent / 100));
  return Math.abs(count - mean) <= allowed + 0.5 ? [] : [`${what} got ${count} of ${total}, expected ${mean.toFixed(1)} give or take ${allowed.toFixed(1)}`];
}

/** Workloads in words. */
export function partText({ service, versions }: Part): string {
  return [service.name, ...(versions.length === 1 && versions[0] !== '' ? [versions[0]] : [])].join(' ');
}

function workloadText({ answer: { seen }, by }: Told): string {
  return by === undefined ? `${seen?.by}, which is no workload of the mesh` : partText({ service: by.service, versions: [by.version], percent: 100 });
}

function answerText(told: Told): string {
  const { error, status, grpcStatus, body, seen } = told.answer;
  if (seen !== undefined) return `an answer of ${workloadText(told)}`;
  if (error !== undefined) return `no answer: ${error}`;
  return [`status ${status}`, ...(grpcStatus ? [`gRPC status ${grpcStatus}`] : []), ...(body ? [JSON.stringify(body.slice(0, 80))] : [])].join(', ');
}
