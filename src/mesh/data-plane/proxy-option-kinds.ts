import type { ProxyOptions } from './proxy-options';
import type { ProxyConfigOptions } from './proxy-start';
import { flag, mapOf, number, numbers, OptionKinds, struct, structOf, text } from '../../reference/option-kinds';

const PROXY: OptionKinds<ProxyOptions> = {
  resources: struct,
  concurrency: number,
  // Its words are those of an annotation, which is looked at with the pod.
  logLevel: text,
  includeInboundPorts: numbers,
  excludeInboundPorts: numbers,
  includeOutboundPorts: numbers,
  excludeOutboundPorts: numbers,
  holdApplicationUntilProxyStarts: flag,
  nativeSidecar: flag,
  config: struct,
  annotations: mapOf(text),
};

export const proxy = structOf(PROXY);

export const PROXY_CONFIG: OptionKinds<ProxyConfigOptions> = { concurrency: number, environmentVariables: mapOf(text), image: struct };
