import { Expectation, Sight } from './oracle';
import { PlannedRequest, withQuery } from './request';
import { Answer } from '../lib/pod-agent';

/** An answer, and the version of the service whose workload gave it. */
export interface Told {
  readonly answer: Answer;
  /** Undefined where no workload of the service answered. */
  readonly version?: string;
}

/** How far from what is expected a count may be, in standard deviations. By chance one count in three million is farther. */
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
      if (answer.seen === undefined) return [`expected an answer of the application, got ${answerText(told)}`];
      if (told.version === undefined) return [`answered by ${answer.seen.by}, which is no workload of the service`];
      if (!expected.by.versions.includes(told.version)) return [`answered by version "${told.version}", expected ${expected.by.versions.map((version) => `"${version}"`).join(' or ')}`];
      return unlike(expected.sees, request, told);
    case 'made up':
      return isMadeUp(answer, expected.status) ? [] : [`expected status ${expected.status} of a proxy, got ${answerText(told)}`];
    case 'forbidden':
      return isForbidden(answer, request) ? [] : [`expected to be refused, got ${answerText(told)}`];
    case 'unreachable':
      return isUnreachable(answer) ? [] : [`expected no way there, got ${answerText(told)}`];
  }
}

function unlike(sees: Sight, { query }: PlannedRequest, { answer: { seen } }: Told): string[] {
  const path = sees.path === undefined ? undefined : withQuery(sees.path, query);
  return [
    ...(seen!.port === String(sees.port) ? [] : [`arrived on port ${seen!.port}, expected ${sees.port}`]),
    ...(seen!.path === path ? [] : [`the application saw the path ${seen!.path}, expected ${path}`]),
    ...(seen!.method === sees.method ? [] : [`the application saw the method ${seen!.method}, expected ${sees.method}`]),
    ...Object.entries(sees.headers).filter(([name, value]) => seen!.headers?.[name] !== value)
      .map(([name, value]) => `the application saw ${name}: ${seen!.headers?.[name]}, expected ${value}`),
  ];
}

function isMadeUp({ status, grpcStatus, seen }: Answer, expected: number): boolean {
  return seen === undefined && (status === expected || (grpcStatus !== undefined && grpcStatus !== '' && grpcStatus !== '0'));
}

function isForbidden({ error, status, grpcStatus, seen }: Answer, { port }: PlannedRequest): boolean {
  if (seen !== undefined) return false;
  return port.kind === 'tcp' ? error !== undefined : status === 403 || grpcStatus === GRPC_PERMISSION_DENIED;
}

/** A gateway says 404 of what it does not let in, or 403; a sidecar 502 of what it does not know. For gRPC all three are a status of its own. */
function isUnreachable({ error, status, grpcStatus, seen }: Answer): boolean {
  return seen === undefined && (error !== undefined || [403, 404, 502].includes(status ?? 0) || (grpcStatus !== undefined && grpcStatus !== '' && grpcStatus !== '0'));
}

/** Shares that are not those that were declared. */
function disproportions(expected: Expectation, told: readonly Told[]): string[] {
  if (expected.outcome !== 'answered' || expected.by.shares === undefined) return [];
  const total = told.filter(({ version }) => version !== undefined).length;
  return Object.entries(expected.by.shares).flatMap(([version, percent]) => {
    const count = told.filter((one) => one.version === version).length;
    const mean = total * percent / 100;
    const allowed = DEVIATIONS * Math.sqrt(mean * (1 - percent / 100));
    return Math.abs(count - mean) <= allowed + 0.5 ? [] : [`version "${version}" answered ${count} of ${total}, expected ${mean.toFixed(1)} give or take ${allowed.toFixed(1)}`];
  });
}

function answerText({ answer: { error, status, grpcStatus, body, seen }, version }: Told): string {
  if (seen !== undefined) return `an answer of ${seen.by}${version === undefined ? '' : ` (version "${version}")`}`;
  if (error !== undefined) return `no answer: ${error}`;
  return [`status ${status}`, ...(grpcStatus ? [`gRPC status ${grpcStatus}`] : []), ...(body ? [JSON.stringify(body.slice(0, 80))] : [])].join(', ');
}
