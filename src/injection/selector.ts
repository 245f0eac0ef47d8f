import { JsonObject } from '../reference/json';

type Labels = Readonly<Record<string, string>>;

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** How a selector answers for a pod: a word for each case, since a wrong selector is no error for the injector. */
export type SelectorAnswer = 'matches' | 'matches not' | 'empty' | 'invalid';

/**
 * Whether a label selector of Kubernetes picks a pod. One without a condition would pick everything: the injector takes it for none.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function askSelector(selector: JsonObject, labels: Labels): SelectorAnswer {
  const requirements = requirementsOf(selector);
  if (requirements.length === 0) return 'empty';
  if (!requirements.every(isValid)) return 'invalid';
  return requirements.every((requirement) => holds(requirement, labels)) ? 'matches' : 'matches not';
}

function requirementsOf(selector: JsonObject): Requirement[] {
  const equal = Object.entries((selector.matchLabels ?? {}) as JsonObject).map(([key, value]) => ({ key, operator: 'In', values: [String(value)] }));
  const others = ((selector.matchExpressions ?? []) as JsonObject[])
    .map(({ key, operator, values }) => ({ key: String(key ?? ''), operator: String(operator ?? ''), values: (values ?? []).map(String) }));
  return [...equal, ...others];
}

/** Whether the API server would take it; the injector passes by what it would not. */
function isValid({ key, operator, values }: Requirement): boolean {
  if (!isLabelName(key) || !values.every(isLabelValue)) return false;
  if (operator === 'In' || operator === 'NotIn') return values.length > 0;
  return (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
}

function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const has = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In': return has && values.includes(labels[key]);
    case 'NotIn': return !has || !values.includes(labels[key]);
    case 'Exists': return has;
    default: return !has;
  }
}

/** Whether a text may be the name of a label: a name, with the domain that it belongs to before a slash or without one. */
export function isLabelName(text: string): boolean {
  const parts = text.split('/');
  const name = parts[parts.length - 1];
  if (parts.length > 2 || name === '' || !isLabelValue(name)) return false;
  return parts.length === 1 || (parts[0].length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(parts[0]));
}

/** Whether a text may be the value of a label. */
export function isLabelValue(text: string): boolean {
  return text.length <= 63 && /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/.test(text);
}
