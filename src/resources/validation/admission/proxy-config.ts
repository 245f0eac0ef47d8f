import { AdmissionCheck } from '.';
import { checkSelector } from './common/selectors';

/** How the proxies of some workloads run. */
export const checkProxyConfig: AdmissionCheck = (_object, spec, place, report) => {
  checkSelector(spec, place, report);
  if (spec.concurrency < 0) {
    report.error(place.at('concurrency'), spec.concurrency, `A proxy cannot have ${spec.concurrency} threads`,
      'Give a number of threads, 0 for one a core, or leave it out');
  }
};
