import { AdmissionCheck } from '.';
import { JsonObject } from '../../../reference/json';
import { Place, shown } from '../findings';
import { checkCount } from './common/connection-pool';
import { checkLabels } from './common/labels';
import { checkPort } from './common/ports';
import { chosen, given, messages, texts } from './common/read';
import { Report } from './common/report';

const COUNTS = ['periodSeconds', 'initialDelaySeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold'];
const METHODS = ['httpGet', 'tcpSocket', 'exec', 'grpc'] as const;
const HEADER_NAME = /^[-A-Za-z0-9]+$/;

/** What workloads outside Kubernetes have in common, and how to tell that one is ready. */
export const checkWorkloadGroup: AdmissionCheck = (_object, spec, place, report) => {
  if (!given(spec.template)) {
    report.error(place.at('template'), undefined, 'There is no template', 'Give "template", with the serviceAccount of the workloads; it may be empty ({})');
    return;
  }
  checkLabels(spec.metadata?.labels, place.at('metadata').at('labels'), report);
  if (given(spec.probe)) checkProbe(spec.probe, place.at('probe'), report);
};

function checkProbe(probe: JsonObject, place: Place, report: Report): void {
  for (const field of COUNTS) checkCount(probe[field], place.at(field), report);
  const method = chosen(probe, METHODS);
  switch (method) {
    case 'httpGet':
      checkHttpGet(probe.httpGet, place.at('httpGet'), report);
      break;
    case 'tcpSocket':
      checkPort(probe.tcpSocket.port, place.at('tcpSocket').at('port'), report);
      break;
    case 'exec':
      if (texts(probe.exec.command).length === 0) {
        report.error(place.at('exec').at('command'), probe.exec.command, 'The command is empty', 'Give the program and its arguments');
      }
      break;
    case 'grpc':
      report.error(place.at('grpc'), probe.grpc, 'Istio does not take a probe by gRPC here', 'Use "httpGet", "tcpSocket" or "exec"');
      break;
    default:
      report.error(place, probe, 'The probe says nothing of how to ask', 'Give "httpGet", "tcpSocket" or "exec"');
  }
}

function checkHttpGet(get: JsonObject, place: Place, report: Report): void {
  checkPort(get.port, place.at('port'), report);
  if (get.scheme && get.scheme !== 'HTTP' && get.scheme !== 'HTTPS') {
    report.error(place.at('scheme'), get.scheme, `${shown(get.scheme)} is not a scheme of a probe`, 'Use "HTTP" or "HTTPS", in capitals');
  }
  messages(get.httpHeaders).forEach(({ name }, index) => {
    if (HEADER_NAME.test(name ?? '')) return;
    report.error(place.at('httpHeaders').at(index).at('name'), name, name ? `${shown(name)} is not the name of a header` : 'The header has no name',
      'Use letters, digits and dashes');
  });
}
