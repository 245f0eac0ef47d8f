import { JsonObject } from '../../reference/json';
import { isGiven, orElse, text, when } from '../values/read';
import { GatewayValues, GlobalValues } from '../values/types';

/** On which nodes the gateway's proxies may run, and beside which pods; nothing when nothing was asked for. */
export function affinityOf(global: GlobalValues, gateway: GatewayValues): JsonObject {
  return {
    ...when('nodeAffinity', nodeAffinity(global.arch ?? {}, orElse(gateway.nodeSelector, global.defaultNodeSelector) ?? {})),
    ...when('podAntiAffinity', podAntiAffinity(gateway)),
  };
}

/** Architectures with a weight above zero may be used, the heaviest by preference. */
function nodeAffinity(arch: Readonly<Record<string, number>>, nodeSelector: Readonly<Record<string, unknown>>): JsonObject {
  const wanted = Object.keys(arch).sort().filter((name) => arch[name] > 0);
  const isArch = (values: string[]): JsonObject => ({ key: 'kubernetes.io/arch', operator: 'In', ...when('values', values) });
  const expressions = [
    ...(isGiven(arch) ? [isArch(wanted)] : []),
    ...Object.keys(nodeSelector).sort().map((key) => ({ key, operator: 'In', values: [text(nodeSelector[key])] })),
  ];
  return {
    ...(expressions.length > 0 && {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: expressions }] },
    }),
    ...when('preferredDuringSchedulingIgnoredDuringExecution', wanted.map((name) => ({
      weight: arch[name],
      preference: { matchExpressions: [isArch([name])] },
    }))),
  };
}

/** Pods that must not, and pods that should not, be on the same node. */
function podAntiAffinity({ podAntiAffinityLabelSelector, podAntiAffinityTermLabelSelector }: GatewayValues): JsonObject {
  return {
    ...when('requiredDuringSchedulingIgnoredDuringExecution', podAntiAffinityLabelSelector?.map((term: AntiAffinityTerm) => ({
      ...podTerm(term), ...(isGiven(term.namespaces) && { namespaces: parts(term.namespaces) }),
    }))),
    // Istio reads namespaces of the terms above alone.
    ...when('preferredDuringSchedulingIgnoredDuringExecution', podAntiAffinityTermLabelSelector?.map((term: AntiAffinityTerm) => ({
      podAffinityTerm: podTerm(term), weight: 100,
    }))),
  };
}

/** Pods, by one label, that share a domain of the topology. Lists are parted by commas. */
interface AntiAffinityTerm {
  readonly key: string;
  readonly operator: string;
  readonly values?: string;
  readonly topologyKey: string;
  readonly namespaces?: string;
}

function podTerm({ key, operator, values, topologyKey }: AntiAffinityTerm): JsonObject {
  return {
    labelSelector: { matchExpressions: [{ key, operator, ...(isGiven(values) && { values: parts(values) }) }] },
    topologyKey,
  };
}

/** The parts of a list as Istio walks them: by the text of their number, so that the eleventh comes after the second. */
function parts(list: string): string[] {
  return list.split(',').map((part, index) => ({ part, key: String(index) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ part }) => part);
}
