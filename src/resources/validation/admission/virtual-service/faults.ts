import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { checkDuration } from '../common/durations';
import { chosen, given } from '../common/read';
import { Report } from '../common/report';

const GRPC_STATUSES = [
  'OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS',
  'UNAUTHENTICATED',
];
const LEAST_SHARE = 0.0001;

/** Faults on purpose: delays, and answers in place of the service's. */
export function checkFault(fault: JsonObject | null | undefined, place: Place, report: Report): void {
  if (!given(fault)) return;
  if (!given(fault.abort) && !given(fault.delay)) {
    report.error(place, fault, 'The fault has neither "abort" nor "delay"', 'Give one of them, or leave the fault out');
  }
  if (given(fault.abort)) checkAbort(fault.abort, place.at('abort'), report);
  if (given(fault.delay)) checkDelay(fault.delay, place.at('delay'), report);
}

function checkPercentage(percentage: JsonObject | null | undefined, place: Place, report: Report): void {
  const value = percentage?.value ?? 0;
  if (value >= 0 && value <= 100 && !(value > 0 && value < LEAST_SHARE)) return;
  if (Number.isNaN(value)) return;
  report.error(place.at('value'), value, `${value} is not a share of requests in percent`, `Give 0, or a number from ${LEAST_SHARE} to 100`);
}

/** An abort without a status does nothing; Istio drops what it would warn of here. */
function checkAbort(abort: JsonObject, place: Place, report: Report): void {
  checkPercentage(abort.percentage, place.at('percentage'), report);
  switch (chosen(abort, ['httpStatus', 'grpcStatus', 'http2Error'])) {
    case 'httpStatus':
      checkHttpStatus(abort.httpStatus, place.at('httpStatus'), report);
      break;
    case 'grpcStatus':
      if (GRPC_STATUSES.includes(abort.grpcStatus)) return;
      report.error(place.at('grpcStatus'), abort.grpcStatus, `${shown(abort.grpcStatus)} is not a status of gRPC`, `Use one of ${GRPC_STATUSES.join(', ')}`);
      break;
    case 'http2Error':
      report.error(place.at('http2Error'), abort.http2Error, `Istio cannot abort with the HTTP/2 error ${shown(abort.http2Error)}`, 'Use "httpStatus" or "grpcStatus"');
      break;
  }
}

/** A status that Envoy can answer with. */
export function checkHttpStatus(status: number | null | undefined, place: Place, report: Report): void {
  const code = status ?? 0;
  if (code >= 200 && code <= 600) return;
  report.error(place, status, code === 0 ? 'There is no status' : `${code} is not a status to answer with`, 'Give a number from 200 to 599');
}

function checkDelay(delay: JsonObject, place: Place, report: Report): void {
  checkPercentage(delay.percentage, place.at('percentage'), report);
  const kind = chosen(delay, ['fixedDelay', 'exponentialDelay']);
  if (kind === undefined) return;
  checkDuration(delay[kind], place.at(kind), report);
  if (kind === 'exponentialDelay') {
    report.error(place.at(kind), delay[kind], `Istio cannot delay by ${shown(delay[kind])} on average`, 'Use "fixedDelay"');
  }
}
