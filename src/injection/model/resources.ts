import { proxyValue } from './facts';
import { annotation, Expression, hasAnnotation, or, together, value } from '../expression';
import { node, Node, tree, when } from '../node';

const CPU = 'sidecar.istio.io/proxyCPU';
const MEMORY = 'sidecar.istio.io/proxyMemory';
const CPU_LIMIT = 'sidecar.istio.io/proxyCPULimit';
const MEMORY_LIMIT = 'sidecar.istio.io/proxyMemoryLimit';

const requests = or(hasAnnotation(CPU), hasAnnotation(MEMORY));
const limits = or(hasAnnotation(CPU_LIMIT), hasAnnotation(MEMORY_LIMIT));

const amounts = (cpu: string, memory: string): Node => node({
  cpu: when(hasAnnotation(cpu), annotation(cpu)),
  memory: when(hasAnnotation(memory), annotation(memory)),
});

/** Amounts as the values say, without those that are null. */
export function configuredResources(path: string): Expression {
  const of = value(path);
  return { ...together(of), go: `(omitNil ${of.go})`, evaluate: (pod) => withoutNull(of.evaluate(pod)) };
}
const fromValues = configuredResources('global.proxy.resources');
// Nothing but nulls is a null, which takes away what a container of that name has already.
const configured: Expression = { go: fromValues.go, evaluate: (pod) => fromValues.evaluate(pod) ?? null, ...together(fromValues) };

/** What the proxy may use: as the pod's annotations say; if it has none of them, as the values say. */
export const resources: Node = when(
  or(requests, limits),
  { requests: when(requests, amounts(CPU, MEMORY)), limits: when(limits, amounts(CPU_LIMIT, MEMORY_LIMIT)) },
  when(proxyValue('resources'), tree(configured), {}),
);

function withoutNull(of: any): any {
  if (of === null || typeof of !== 'object' || Array.isArray(of)) return of ?? undefined;
  const kept = Object.entries(of).map(([key, inner]) => [key, withoutNull(inner)] as const).filter(([, inner]) => inner !== undefined);
  return kept.length === 0 && Object.keys(of).length > 0 ? undefined : Object.fromEntries(kept);
}
