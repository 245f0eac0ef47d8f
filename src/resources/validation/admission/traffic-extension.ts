import { AdmissionCheck } from '.';
import { byteLength } from './common/bytes';
import { chosen, messages } from './common/read';
import { checkSelector } from './common/selectors';
import { checkTargets } from './common/target-refs';
import { checkPorts, checkWasm } from './common/wasm';

const LONGEST_CODE = 65536;

/** A filter in the proxies of some workloads: a module of WebAssembly, or a program in Lua. */
export const checkTrafficExtension: AdmissionCheck = (_object, spec, place, report) => {
  // Where both are given, Istio reads the one that is declared last.
  const filter = chosen(spec, ['wasm', 'lua']);
  if (filter === undefined) report.error(place, undefined, 'There is neither wasm nor lua', 'Give one of them');
  checkTargets(spec, place, report);
  checkSelector(spec, place, report);
  if (filter === 'wasm') checkWasm(spec.wasm, place.at('wasm'), report);
  if (filter === 'lua') {
    const code = spec.lua.inlineCode ?? '';
    const length = byteLength(code);
    const at = place.at('lua').at('inlineCode');
    if (length === 0) report.error(at, code, 'There is no program', 'Write functions such as envoy_on_request in Lua');
    if (length > LONGEST_CODE) report.error(at, code, `The program has ${length} bytes`, `Shorten it to ${LONGEST_CODE}, or use a module of WebAssembly`);
  }
  checkPorts(messages(spec.match), place.at('match'), report);
};
