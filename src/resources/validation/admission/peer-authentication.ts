import { AdmissionCheck } from '.';
import { entries, given } from './common/read';
import { checkSelector } from './common/selectors';

/** Which mutual TLS a workload takes: a port can have its own only where workloads are picked by labels. */
export const checkPeerAuthentication: AdmissionCheck = (_object, spec, place, report) => {
  const ports = entries(spec.portLevelMtls);
  const at = place.at('portLevelMtls');
  if (given(spec.portLevelMtls) && ports.length === 0) {
    report.error(at, spec.portLevelMtls, 'No port has a mode of its own', 'Name a port, or leave the field out');
  }
  if (ports.length > 0 && entries(spec.selector?.matchLabels).length === 0) {
    report.error(at, spec.portLevelMtls, 'Ports have modes of their own, and no workload is picked', 'Pick workloads by labels in selector.matchLabels, or leave the ports out');
  }
  for (const [port, mode] of ports) {
    if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535) report.error(at.at(port), mode, `${port} is not a port`, 'Give a number from 1 to 65535');
  }
  checkSelector(spec, place, report);
};
