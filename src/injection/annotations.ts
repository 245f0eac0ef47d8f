import { isIP } from 'node:net';
import { refusedJson } from './annotation-json';
import { parseBoolean } from './prometheus';
import { PROXY_CONFIG, podProxyConfig } from './proxy-config';
import { InjectionSettings } from './settings';
import { refusedTemplates } from './templates';

/** What an annotation takes: a test, and the words for it. */
interface Rule {
  readonly takes: string;
  readonly test: (value: string) => boolean;
}

const ports: Rule = { takes: 'ports from 0 to 65535, divided by commas', test: (value) => value.trim() === '' || value.split(',').every(isPort) };
const ranges: Rule = { takes: 'IP ranges such as 10.0.0.0/8, divided by commas', test: (value) => value === '' || value.split(',').every(isRange) };
const count: Rule = { takes: 'a whole number from 0 to 4294967295', test: (value) => /^\d+$/.test(value) && Number(value) <= 4294967295 };
const quantity: Rule = { takes: 'an amount such as 100m or 128Mi', test: (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/.test(value) };
const interfaces: Rule = { takes: 'names of network interfaces, divided by commas', test: (value) => value === '' || value.split(',').every(isInterface) };
const orAll = (rule: Rule): Rule => ({ takes: `"*", or ${rule.takes}`, test: (value) => value === '*' || rule.test(value) });

const RULES: Readonly<Record<string, Rule>> = {
  'sidecar.istio.io/interceptionMode': { takes: 'REDIRECT, TPROXY or NONE', test: (value) => ['REDIRECT', 'TPROXY', 'NONE'].includes(value) },
  'status.sidecar.istio.io/port': { takes: 'a port from 0 to 65535', test: isPort },
  'readiness.status.sidecar.istio.io/initialDelaySeconds': count,
  'readiness.status.sidecar.istio.io/periodSeconds': count,
  'readiness.status.sidecar.istio.io/failureThreshold': count,
  'traffic.sidecar.istio.io/includeOutboundIPRanges': orAll(ranges),
  'traffic.sidecar.istio.io/excludeOutboundIPRanges': ranges,
  'traffic.sidecar.istio.io/includeInboundPorts': orAll(ports),
  'traffic.sidecar.istio.io/excludeInboundPorts': ports,
  'traffic.sidecar.istio.io/excludeOutboundPorts': ports,
  'traffic.sidecar.istio.io/excludeInterfaces': interfaces,
  'traffic.sidecar.istio.io/kubevirtInterfaces': interfaces,
  'istio.io/reroute-virtual-interfaces': interfaces,
  'prometheus.istio.io/merge-metrics': { takes: 'true or false', test: (value) => parseBoolean(value) !== undefined },
  'sidecar.istio.io/proxyCPU': quantity,
  'sidecar.istio.io/proxyMemory': quantity,
  'sidecar.istio.io/proxyCPULimit': quantity,
  'sidecar.istio.io/proxyMemoryLimit': quantity,
};

/** What is wrong with a pod's annotations: values that the injector would refuse, and templates that cannot be injected here. */
export function refusedAnnotations(annotations: Readonly<Record<string, string>>, settings: InjectionSettings): string[] {
  const wrong = Object.entries(annotations)
    .filter(([name, value]) => RULES[name] !== undefined && !RULES[name].test(String(value)))
    .map(([name, value]) => `Annotation ${name} is "${value}". It takes ${RULES[name].takes}.`);
  const config = annotations[PROXY_CONFIG] === undefined ? undefined : podProxyConfig(String(annotations[PROXY_CONFIG]));
  return [...wrong, ...(config !== undefined && 'wrong' in config ? [config.wrong] : []), ...refusedJson(annotations, settings), ...refusedTemplates(annotations, settings)];
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) <= 65535;
}

function isRange(text: string): boolean {
  const [address, bits, more] = text.split('/');
  const family = isIP(address);
  return family !== 0 && !address.includes('%') && more === undefined && /^(0|[1-9]\d*)$/.test(bits ?? '') && Number(bits) <= (family === 4 ? 32 : 128);
}

function isInterface(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9_.-]{0,14}$/.test(text.trim());
}
