import { JsonObject } from '../../reference/json';
import { nearest } from '../../reference/nearest';
import { isMap } from '../values/tree';

/*
 * This chart alone says of its values what they may be, and Helm holds them to it before anything is rendered. What is said there
 * beyond the kinds of values that schema/ has is asked here.
 */

/** What JSON calls kinds of values; a whole number is an integer, as in 5.0. */
type Kind = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** What may stand at a place. */
interface Rule {
  readonly kinds?: readonly Kind[];
  /** The only values. */
  readonly words?: readonly unknown[];
  /** Rules for fields by name; others are free. */
  readonly fields?: { readonly [name: string]: Rule };
  /** Rule for every field. */
  readonly each?: Rule;
  /** Rule for every item of a list. */
  readonly items?: Rule;
  /** Whether there are no other fields. */
  readonly closed?: boolean;
  /** Fields that must be there. */
  readonly required?: readonly string[];
}

const kinds = (...all: Kind[]): Rule => ({ kinds: all });
const object = (fields: { readonly [name: string]: Rule } = {}): Rule => ({ kinds: ['object'], fields });
const list = (items?: Rule): Rule => ({ kinds: ['array'], ...(items && { items }) });
const oneOf = (...words: readonly string[]): Rule => ({ kinds: ['string'], words });

const text = kinds('string');
const integer = kinds('integer');
const boolean = kinds('boolean');
const amounts: Rule = { kinds: ['object', 'null'], fields: { cpu: kinds('string', 'null'), memory: kinds('string', 'null') } };

const VALUES = object({
  global: object(),
  enabled: boolean,
  affinity: object(),
  securityContext: kinds('object', 'null'),
  containerSecurityContext: kinds('object', 'null'),
  kind: oneOf('Deployment', 'DaemonSet'),
  annotations: { kinds: ['object'], each: kinds('string', 'integer') },
  autoscaling: object({ enabled: boolean, maxReplicas: integer, minReplicas: integer, targetCPUUtilizationPercentage: integer }),
  env: object(),
  envVarFrom: list(object({ name: text, valueFrom: object() })),
  strategy: object(),
  minReadySeconds: kinds('null', 'integer'),
  readinessProbe: kinds('null', 'object'),
  labels: object(),
  name: text,
  nodeSelector: object(),
  podAnnotations: object({
    'inject.istio.io/templates': text, 'prometheus.io/path': text, 'prometheus.io/port': text, 'prometheus.io/scrape': text,
  }),
  replicaCount: kinds('integer', 'null'),
  resources: object({ limits: amounts, requests: amounts }),
  revision: text,
  defaultRevision: text,
  compatibilityVersion: text,
  profile: text,
  platform: text,
  pilot: object(),
  runAsRoot: boolean,
  unprivilegedPort: { words: [true, false, 'auto'] },
  service: object({
    annotations: object(),
    selectorLabels: { kinds: ['object'], each: text },
    externalTrafficPolicy: text,
    healthCheckNodePort: integer,
    loadBalancerIP: text,
    loadBalancerSourceRanges: list(),
    ipFamilies: { items: oneOf('IPv4', 'IPv6') },
    ipFamilyPolicy: oneOf('', 'SingleStack', 'PreferDualStack', 'RequireDualStack'),
    ports: list(object({ name: text, port: integer, protocol: text, targetPort: integer })),
    type: text,
  }),
  serviceAccount: object({ annotations: object(), name: text, create: boolean }),
  rbac: object({ enabled: boolean }),
  tolerations: list(),
  topologySpreadConstraints: list(),
  networkGateway: text,
  networkGatewayPorts: {
    kinds: ['object'],
    each: { ...object({ port: integer, targetPort: integer, protocol: text }), required: ['port'] },
  },
  imagePullPolicy: oneOf('', 'Always', 'IfNotPresent', 'Never'),
  imagePullSecrets: list(object({ name: text })),
  podDisruptionBudget: object({
    minAvailable: kinds('integer', 'string'),
    maxUnavailable: kinds('integer', 'string'),
    unhealthyPodEvictionPolicy: oneOf('', 'IfHealthyBudget', 'AlwaysAllow'),
  }),
  dnsPolicy: text,
  dnsConfig: object(),
  terminationGracePeriodSeconds: kinds('number'),
  volumes: list(object()),
  volumeMounts: list(object()),
  initContainers: list(object()),
  additionalContainers: list(object()),
  priorityClassName: text,
  lifecycle: object({ postStart: object(), preStop: object() }),
});

const RULES: Rule = { ...VALUES, closed: true };

/**
 * Checks values as the chart's own rules do. Values that a profile brings along are not held to them.
 *
 * @param given what the user gave, before anything was laid below it
 * @throws at the first value that the chart refuses, with its path and what it takes
 */
export function checkGatewayChart(given: JsonObject): void {
  checkRule(RULES, given, '');
}

function checkRule(rule: Rule, value: unknown, path: string): void {
  if (value === undefined) return;
  const { kinds: allowed, words, fields = {}, each, items, closed = false, required = [] } = rule;
  if (allowed && !allowed.some((kind) => isKind(kind, value))) throw wrong(path, value, allowed.map((kind) => WORDS[kind]).join(' or '));
  if (words && !words.includes(value)) throw wrong(path, value, `one of ${words.filter((word) => word !== '').join(', ')}`);
  if (Array.isArray(value)) {
    if (items) value.forEach((item, index) => checkRule(items, item, `${path}[${index}]`));
  } else if (isMap(value)) {
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) throw new Error(`"${path}" has no "${missing}". Set "${path}.${missing}".`);
    for (const key of Object.keys(value)) {
      const own = Object.hasOwn(fields, key) ? fields[key] : each;
      if (closed && !own) throw unknown(key, Object.keys(fields));
      if (own) checkRule(own, value[key], path === '' ? key : `${path}.${key.replaceAll('.', '\\.')}`);
    }
  }
}

const WORDS: Readonly<Record<Kind, string>> = {
  object: 'a map', array: 'a list', string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'null',
};

function isKind(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'object': return isMap(value);
    case 'array': return Array.isArray(value);
    case 'null': return value === null;
    case 'integer': return Number.isInteger(value);
    default: return typeof value === kind;
  }
}

function unknown(key: string, known: readonly string[]): Error {
  const like = nearest(key, known);
  return new Error(`The gateway chart has no value "${key}".${like === undefined ? '' : ` Did you mean "${like}"?`} It has: ${[...known].sort().join(', ')}.`);
}

function wrong(path: string, value: unknown, wanted: string): Error {
  return new Error(`The value "${path}" of the gateway chart takes ${wanted}, and ${JSON.stringify(value)} is something else.`);
}
