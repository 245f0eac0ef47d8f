import { JsonObject } from '../../reference/json';
import { isGiven, orElse, text, when } from '../values/read';
import { GatewayValues, IngressValues } from '../values/types';

/** On which nodes the gateway's proxies may run; nothing when nothing was asked for. */
export function affinityOf({ global }: IngressValues, gateway: GatewayValues): JsonObject {
  return when('nodeAffinity', nodeAffinity(global.arch, orElse(gateway.nodeSelector, global.defaultNodeSelector)));
}

/** Architectures with a weight above zero may be used, the heaviest by preference. */
function nodeAffinity(arch: Readonly<Record<string, number>>, nodeSelector: Readonly<Record<string, unknown>>): JsonObject {
  const wanted = Object.keys(arch).sort().filter((name) => arch[name] > 0);
  const isArch = (values: string[]): JsonObject => ({ key: 'kubernetes.io/arch', operator: 'In', values });
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
