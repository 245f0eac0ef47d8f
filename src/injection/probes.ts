import { goJson } from './go-json';
import { JsonObject } from '../reference/json';

const VARIABLE = 'ISTIO_KUBE_APP_PROBERS';
const PROXY = 'istio-proxy';

/** Handlers of a container that kubelet calls over the network, and the path under which the proxy's agent calls them instead. */
const HANDLERS: readonly { readonly path: (container: string) => string; readonly at: readonly string[] }[] = [
  { at: ['readinessProbe'], path: (name) => `/app-health/${name}/readyz` },
  { at: ['livenessProbe'], path: (name) => `/app-health/${name}/livez` },
  { at: ['startupProbe'], path: (name) => `/app-health/${name}/startupz` },
  { at: ['lifecycle', 'preStop'], path: (name) => `/app-lifecycle/${name}/prestopz` },
  { at: ['lifecycle', 'postStart'], path: (name) => `/app-lifecycle/${name}/poststartz` },
];

/** Ports of the agent: the mesh's own, and the one that the pod may have chosen. */
export interface AgentPorts {
  readonly configured: number;
  readonly ofPod: number;
}

/**
 * Sends kubelet's probes to the proxy's agent, which calls the application from inside the pod: kubelet has no certificate, and
 * STRICT mutual TLS would turn it away.
 *
 * @param reinjected whether the pod had its proxy before, so that the probes that it found then must be kept
 */
export function rewriteProbes(spec: JsonObject, ports: AgentPorts, reinjected: boolean): JsonObject {
  const all: JsonObject[] = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  if (!all.some((container) => container.name === PROXY)) return spec;
  // Where there are two of that name, the one beside the application's containers is meant.
  const proxy = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].find((container: JsonObject) => container.name === PROXY);
  const application = all.filter((container) => container.name !== PROXY);
  const probers = Object.assign({}, ...application.map((container) => probersOf(container, ports.configured)));
  const rewrite = (container: JsonObject): JsonObject => {
    if (container.name !== PROXY) return rewriteContainer(container, ports.ofPod);
    return container === proxy && Object.keys(probers).length > 0 ? withProbers(container, probers, reinjected) : container;
  };
  return {
    ...spec,
    ...(spec.initContainers && { initContainers: spec.initContainers.map(rewrite) }),
    ...(spec.containers && { containers: spec.containers.map(rewrite) }),
  };
}

function probersOf(container: JsonObject, agentPort: number): JsonObject {
  const found: JsonObject = {};
  for (const { at, path } of HANDLERS) {
    const handler = at.reduce<any>((inner, key) => inner?.[key], container);
    const prober = handler && proberOf(handler, at[0] !== 'lifecycle', container, agentPort);
    if (prober) found[path(container.name)] = prober;
  }
  return found;
}

/** What the agent must know to call the application: the handler with its port as a number, fields in the API's order. */
function proberOf(handler: JsonObject, isProbe: boolean, container: JsonObject, agentPort: number): JsonObject | undefined {
  const timeout = isProbe && handler.timeoutSeconds ? { timeoutSeconds: handler.timeoutSeconds } : {};
  const { httpGet, tcpSocket, grpc } = handler;
  if (httpGet || tcpSocket) {
    const port = portNumber((httpGet ?? tcpSocket).port, container);
    // A handler that already calls the agent was rewritten before.
    if (port === undefined || (port === agentPort && typeof (httpGet ?? tcpSocket).port === 'number')) return undefined;
    if (!httpGet) return { tcpSocket: compact({ port, host: tcpSocket.host }), ...timeout };
    const { path, host, scheme, httpHeaders } = httpGet;
    return { httpGet: compact({ path, port, host, scheme, httpHeaders: httpHeaders?.map(({ name, value }: JsonObject) => ({ name, value: value ?? '' })) }), ...timeout };
  }
  return grpc && isProbe ? { grpc: { port: grpc.port, service: grpc.service ?? null }, ...timeout } : undefined;
}

function portNumber(port: number | string, container: JsonObject): number | undefined {
  if (typeof port === 'number') return port;
  return (container.ports ?? []).find((one: JsonObject) => one.name === port)?.containerPort;
}

function rewriteContainer(container: JsonObject, port: number): JsonObject {
  let result = container;
  for (const { at, path } of HANDLERS) {
    const [field, inner] = at;
    const handler = at.reduce<any>((value, key) => value?.[key], result);
    const rewritten = handler && rewriteHandler(handler, inner === undefined, path(container.name), port);
    if (rewritten) {
      result = { ...result, [field]: inner === undefined ? rewritten : { ...result[field], [inner]: rewritten } };
    }
  }
  return result;
}

function rewriteHandler(handler: JsonObject, isProbe: boolean, path: string, port: number): JsonObject | undefined {
  const { httpGet, tcpSocket, grpc, ...rest } = handler;
  if (!httpGet && !tcpSocket && !(grpc && isProbe)) return undefined;
  // The agent itself speaks to the application in its scheme; kubelet speaks plain HTTP to the agent.
  const scheme = httpGet?.scheme === 'HTTPS' ? 'HTTP' : httpGet?.scheme;
  return { ...rest, httpGet: compact({ ...httpGet, path, port, scheme }) };
}

function withProbers(proxy: JsonObject, probers: JsonObject, reinjected: boolean): JsonObject {
  const env: JsonObject[] = proxy.env ?? [];
  const before = reinjected ? env.findIndex((variable) => variable.name === VARIABLE) : -1;
  if (before < 0) return { ...proxy, env: [...env, { name: VARIABLE, value: sortedJson(probers) }] };
  const found = parsed(env[before].value);
  if (found === undefined) return proxy;
  const kept = { ...probers, ...found };
  return { ...proxy, env: env.map((variable, at) => (at === before ? { name: VARIABLE, value: sortedJson(kept) } : variable)) };
}

/** The probers that the proxy had, as far as they can be read. */
function parsed(text: unknown): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function sortedJson(map: JsonObject): string {
  return goJson(Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function compact(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined && value !== ''));
}
