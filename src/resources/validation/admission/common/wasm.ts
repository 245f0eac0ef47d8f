import { byteLength } from './bytes';
import { messages } from './read';
import { Report } from './report';
import { JsonObject } from '../../../../reference/json';
import { Place, shown } from '../../findings';
import { parseRequestUrl, parseUrl } from '../../go-url';

const SCHEMES: ReadonlySet<string> = new Set(['', 'file', 'http', 'https', 'oci']);
const LONGEST_SECRET = 253;
const LONGEST_NAME = 256;

/** A module of WebAssembly: where it comes from, what it is called, and what its machine knows. */
export function checkWasm(wasm: JsonObject, place: Place, report: Report): void {
  checkUrl(wasm.url, place.at('url'), report);
  const sha = wasm.sha256;
  if (sha && !/^[a-f0-9]{64}$/.test(sha)) {
    report.error(place.at('sha256'), sha, `${shown(sha)} is not the checksum of a module`, 'Give 64 digits of 0-9 and a-f, in lower case');
  }
  checkLength(wasm.imagePullSecret, LONGEST_SECRET, 'name of the secret', place.at('imagePullSecret'), report);
  checkLength(wasm.pluginName, LONGEST_NAME, 'name of the plugin', place.at('pluginName'), report);
  checkEnvironment(messages(wasm.vmConfig?.env), place.at('vmConfig').at('env'), report);
}

/** The ports at which a filter is put into the traffic. */
export function checkPorts(selectors: readonly JsonObject[], place: Place, report: Report): void {
  selectors.forEach(({ ports }, index) => messages(ports).forEach(({ number = 0 }, port) => {
    if (number >= 1 && number <= 65535) return;
    report.error(place.at(index).at('ports').at(port).at('number'), number, `${number} is not a port`, 'Give a number from 1 to 65535');
  }));
}

function checkUrl(url: string | undefined, place: Place, report: Report): void {
  if (!url) {
    report.error(place, url, 'There is no URL of a module', 'Give one, such as "oci://registry.example.com/filter:1.0"');
    return;
  }
  const found = strictUrl(url);
  if (found === undefined) {
    report.error(place, url, `${shown(url)} is not a URL`, 'Give one, such as "oci://registry.example.com/filter:1.0" or "https://example.com/filter.wasm"');
  } else if (!SCHEMES.has(found)) {
    report.error(place, url, `${shown(url)} has the scheme ${shown(found)}, by which no module is fetched`, 'Use oci, https, http or file');
  }
}

/** The scheme of a URL, or of what is one with `http://` before it; undefined for what is none. */
function strictUrl(text: string): string | undefined {
  const url = parseRequestUrl(text) === undefined ? `http://${text}` : text;
  return parseUrl(url) === undefined ? undefined : parseRequestUrl(url)?.scheme;
}

function checkLength(text: string | undefined, most: number, what: string, place: Place, report: Report): void {
  const length = byteLength(text ?? '');
  if (length > most) report.error(place, text, `The ${what} ${shown(text)} has ${length} bytes`, `Give one of at most ${most}`);
}

function checkEnvironment(variables: readonly JsonObject[], place: Place, report: Report): void {
  const names = new Set<string>();
  variables.forEach((variable, index) => {
    const { name = '', value, valueFrom = 'INLINE' } = variable;
    const at = place.at(index);
    if (name === '') report.error(at.at('name'), name, 'A variable has no name', 'Name it');
    checkLength(name, LONGEST_NAME, 'name of the variable', at.at('name'), report);
    if (name !== '' && names.has(name)) report.error(at.at('name'), name, `The variable ${shown(name)} is given twice`, 'Keep one of them');
    names.add(name);
    if (valueFrom !== 'INLINE' && value) {
      report.error(at.at('value'), value, `The variable ${shown(name)} comes from ${valueFrom}, and has the value ${shown(value)}`,
        'Leave the value out, or use valueFrom INLINE');
    }
  });
}
