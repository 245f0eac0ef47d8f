import { AdmissionCheck } from '.';
import { messages } from './common/read';
import { checkSelector } from './common/selectors';
import { checkTargets } from './common/target-refs';
import { checkPorts, checkWasm } from './common/wasm';

/** A module of WebAssembly in the proxies of some workloads. */
export const checkWasmPlugin: AdmissionCheck = (_object, spec, place, report) => {
  checkTargets(spec, place, report);
  checkSelector(spec, place, report);
  checkWasm(spec, place, report);
  checkPorts(messages(spec.match), place.at('match'), report);
};
