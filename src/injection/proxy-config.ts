import { goDuration } from '../reference/go-duration';
import { JsonObject } from '../reference/json';
import { Field, loadedBundle } from '../resources/bundle';
import { decode } from '../resources/validation/decode';
import { Findings, Place } from '../resources/validation/findings';
import { checkProxyConfig } from '../resources/validation/mesh/proxy-config';
import { yamlLibrary } from '../yaml/library';

export const PROXY_CONFIG = 'proxy.istio.io/config';
const EXAMPLE = 'Give fields of ProxyConfig, such as "concurrency: 2".';

/** What a pod says of its proxy, or what is wrong with it. */
export type PodProxyConfig = { readonly config: JsonObject } | { readonly wrong: string };

/** Pods of a mesh often say the same: it is read once. */
const known = new Map<string, PodProxyConfig>();
const MOST = 1000;

/** Reads the annotation `proxy.istio.io/config`, with what the injector would refuse of it, and with names that ProxyConfig has not. */
export function podProxyConfig(text: string): PodProxyConfig {
  let read = known.get(text);
  if (read === undefined) {
    read = readProxyConfig(text);
    if (known.size >= MOST) known.clear();
    known.set(text, read);
  }
  return read;
}

function readProxyConfig(text: string): PodProxyConfig {
  let parsed: unknown;
  try {
    parsed = yamlLibrary().parse(text);
  } catch (error) {
    return { wrong: `Annotation ${PROXY_CONFIG} is not YAML: ${(error as Error).message.split('\n')[0]}. ${EXAMPLE}` };
  }
  if (parsed === null || parsed === undefined) return { config: {} };
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return { wrong: `Annotation ${PROXY_CONFIG} is "${text}", which is no map. ${EXAMPLE}` };
  const given = parsed as JsonObject;
  const bundle = loadedBundle('install');
  const { spec, findings } = decode(bundle, 'MeshProxyConfig', given, Place.ROOT);
  if (!findings.hasErrors) {
    checkTypes('MeshProxyConfig', spec, Place.ROOT, findings);
    if (!findings.hasErrors) checkProxyConfig(spec, Place.ROOT, findings);
  }
  const wrong = findings.all.filter(({ severity }) => severity === 'error').map(({ path, value, problem, fix }) => {
    const isUnknown = problem.startsWith('there is no field');
    return isUnknown
      ? `Annotation ${PROXY_CONFIG} has "${path}: ${JSON.stringify(value)}", and ProxyConfig has no such field. Remove it, or correct its name.`
      : `Annotation ${PROXY_CONFIG}: ${path}: ${problem}. ${fix}.`;
  });
  return wrong.length > 0 ? { wrong: wrong.join(' ') } : { config: spec };
}

/** Durations, which the reader takes as text. */
function checkTypes(message: string, value: JsonObject, place: Place, findings: Findings): void {
  const { messages } = loadedBundle('install');
  for (const [name, field] of Object.entries<Field>(messages[message].fields)) {
    const [type, given] = [typeof field === 'string' ? field : String(field.is ?? ''), value[name]];
    if (given === undefined || given === null) continue;
    if (type === 'seconds' && goDuration(String(given)) === undefined) {
      findings.error(place.at(name), given, `"${given}" is not a duration`, 'Write a number with a unit, such as 5s');
    } else if (Object.hasOwn(messages, type) && typeof given === 'object' && !Array.isArray(given)) {
      checkTypes(type, given, place.at(name), findings);
    }
  }
}
