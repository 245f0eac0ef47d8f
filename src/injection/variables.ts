import { byWebhook, InjectionSettings } from './settings';
import { JsonObject } from '../reference/json';

const CLUSTER = 'ISTIO_META_CLUSTER_ID';
const NETWORK = 'ISTIO_META_NETWORK';

/** Words of the path, and the variables that they stand for; any other word is the variable itself, in capitals. */
const SHORT: Readonly<Record<string, string>> = { cluster: CLUSTER, net: NETWORK };

/**
 * Variables that the injector itself gives a proxy, over those of the template: what the path of the webhook says, and where the
 * pod is. They stand last in its environment, in the order of their names.
 */
export function proxyVariables(labels: Readonly<Record<string, string>>, settings: InjectionSettings): Map<string, string> {
  const variables = byWebhook(settings) ? variablesOfPath(settings.injectionPath ?? '') : new Map<string, string>();
  const { multiCluster, network } = settings.values.global ?? {};
  const given = (name: string, otherwise: unknown): string => variables.get(name) || String(otherwise ?? '');
  const ofPod: string | undefined = labels[NETWORK_LABEL];
  const found: [string, string][] = [[CLUSTER, given(CLUSTER, multiCluster?.clusterName)], [NETWORK, ofPod ?? given(NETWORK, network)]];
  for (const [name, value] of found) {
    if (value !== '') variables.set(name, value);
  }
  return new Map([...variables].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The label that says in which network a pod is. */
export const NETWORK_LABEL = 'topology.istio.io/network';

/** The network among the variables of a proxy. */
export function networkOf(variables: ReadonlyMap<string, string>): string | undefined {
  return variables.get(NETWORK);
}

/** What a path such as `/inject/cluster/east/net/network1` says: words and values in turn, a slash in a value as `--slash--`. */
export function variablesOfPath(path: string): Map<string, string> {
  // The first two parts are what stands before the slash at the beginning, and "inject".
  const ofPath = path.replace(/\/$/, '').split('/').slice(2).join('/');
  const pairs = ofPath.startsWith(':ENV:') ? pairsOfOldForm(ofPath) : pairsOf(ofPath);
  return new Map(pairs.map(([word, value]): [string, string] => [Object.hasOwn(SHORT, word) ? SHORT[word] : word.toUpperCase(), value])
    .filter(([name]) => name !== ''));
}

function pairsOf(text: string): [string, string][] {
  const words = text === '' ? [] : text.split('/');
  return words.flatMap((word, at): [string, string][] => (at % 2 === 0 && at + 1 < words.length ? [[word, words[at + 1].replaceAll('--slash--', '/')]] : []));
}

/** Before paths had words in turn: `:ENV:name=value:ENV:name=value`. */
function pairsOfOldForm(text: string): [string, string][] {
  return text.split(':ENV:').slice(1).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
  });
}

/** The container with variables of that name replaced, at the end of its environment. */
export function withVariables(container: JsonObject, variables: ReadonlyMap<string, string>): JsonObject {
  const others = (container.env ?? []).filter(({ name }: JsonObject) => !variables.has(name));
  return { ...container, env: [...others, ...[...variables].map(([name, value]) => ({ name, value }))] };
}
