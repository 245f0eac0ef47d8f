import { VALIDATED_GROUPS } from './webhooks';
import { Manifest } from '../reference/json';

const GROUP = 'admissionregistration.k8s.io';

/** Kinds that the rule looks for. The API server has a variable for each: whether the object is one. */
const KINDS = ['EnvoyFilter', 'WasmPlugin', 'ProxyConfig', 'Telemetry', 'AuthorizationPolicy'] as const;

/** Lists of a Telemetry with a field in their items that is not stable. */
const UNSTABLE_TELEMETRY = [
  { list: 'tracing', item: 't', field: 'useRequestIdForTraceSampling' },
  { list: 'metrics', item: 'm', field: 'reportingInterval' },
  { list: 'accessLogging', item: 'l', field: 'filter' },
] as const;

/** Fields of the source of an AuthorizationPolicy that are not stable. */
const UNSTABLE_SOURCE = ['trustDomains', 'notTrustDomains'] as const;

/** What differs between the rule of a revision and that of the default one. */
export interface StablePolicyOptions {
  readonly policy: string;
  readonly binding: string;
  readonly labels: Record<string, string>;
  /**
   * The revision whose configuration it is about.
   *
   * @default - all configuration
   */
  readonly revision?: string;
}

/**
 * The rule that configuration has no kinds and no fields that are not stable, which the API server itself checks; and the binding
 * by which it holds.
 */
export function renderStablePolicy({ policy, binding, labels, revision }: StablePolicyOptions): Manifest[] {
  return [
    {
      apiVersion: `${GROUP}/v1`,
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: policy, labels },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [{ apiGroups: [...VALIDATED_GROUPS], apiVersions: ['*'], operations: ['CREATE', 'UPDATE'], resources: ['*'] }],
          ...(revision !== undefined && { objectSelector: { matchExpressions: [{ key: 'istio.io/rev', operator: 'In', values: [revision] }] } }),
        },
        variables: KINDS.map((kind) => ({ name: variable(kind), expression: `object.kind == '${kind}'` })),
        validations: validations().map((expression) => ({ expression })),
      },
    },
    {
      apiVersion: `${GROUP}/v1`,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: binding },
      spec: { policyName: policy, validationActions: ['Deny'] },
    },
  ];
}

const variable = (kind: (typeof KINDS)[number]): string => `is${kind}`;

function validations(): string[] {
  return [
    ...(['EnvoyFilter', 'WasmPlugin', 'ProxyConfig'] as const).map((kind) => `!variables.${variable(kind)}`),
    telemetryRule(),
    authorizationRule(),
  ];
}

function telemetryRule(): string {
  const uses = UNSTABLE_TELEMETRY.map(({ list, item, field }) => {
    const whole = `object.spec.${list}`;
    return `(has(${whole}) ? ${whole} : {}).exists(${item}, has(${item}.${field}))`;
  });
  return lines('!(', `  variables.${variable('Telemetry')} && (`, ...uses.map((use, at) => `    ${use}${at < uses.length - 1 ? ' ||' : ''}`), '  )', ')');
}

/** The last text of the object: the installer, which cuts its file into objects, loses the break at the end of it. */
function authorizationRule(): string {
  const uses = UNSTABLE_SOURCE.map((field) => `has(f.source.${field})`).join(' || ');
  return lines(
    '!(',
    `  variables.${variable('AuthorizationPolicy')} &&`,
    '  has(object.spec.rules) &&',
    '  object.spec.rules.exists(r,',
    '    has(r.from) && r.from.exists(f,',
    `      has(f.source) && (${uses})`,
    '    )',
    '  )',
    ')',
  ).trimEnd();
}

/** Written over several lines, as a person reads it. */
const lines = (...text: string[]): string => text.map((line) => `${line}\n`).join('');
