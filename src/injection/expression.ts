import { OfProxy, PodContext } from './context';

/**
 * A value that depends on the pod, with two faces: what it is for one pod, and how istiod's template says it.
 * Everything that the proxy's model computes is built from the few functions of this file, so that the faces cannot differ.
 */
export interface Expression {
  /** The expression in the language of Go templates, in parentheses where it needs them. */
  readonly go: string;
  /** Whether the install values alone decide it, so that it is the same for every pod. */
  readonly ofValues?: boolean;
  /** Whether the mesh and the pod's annotations alone decide it, so that it is the same for all pods that are annotated alike. */
  readonly ofProxy?: boolean;
  /** Its value for one pod. */
  evaluate(pod: PodContext): unknown;
}

/** What decides all of them. */
export function together(...parts: readonly Expression[]): { ofValues?: true; ofProxy?: true } {
  if (!parts.every(({ ofProxy }) => ofProxy)) return {};
  return parts.every(({ ofValues }) => ofValues) ? { ofValues: true, ofProxy: true } : { ofProxy: true };
}

/** A constant. */
export function constant(of: string | boolean | number): Expression {
  return { go: JSON.stringify(of), evaluate: () => of, ofValues: true, ofProxy: true };
}

/** Whether something holds, in the sense of Go templates: empty, zero and missing values do not. */
export function truthy(of: unknown): boolean {
  if (of === undefined || of === null || of === false || of === 0 || of === '') return false;
  return typeof of !== 'object' || Object.keys(of).length > 0;
}

/** How Go prints a value: a missing one too. */
export function goText(of: unknown): string {
  return of === undefined || of === null ? '<nil>' : String(of);
}

function at(of: unknown, path: readonly string[]): unknown {
  return path.reduce<any>((inner, key) => inner?.[key], of);
}

/** An install value, by its path. Its parents must be there; use `optionalValue` where the last one may not be. */
export function value(path: string): Expression {
  const keys = path.split('.');
  return { go: `.Values.${path}`, evaluate: (pod) => at(pod.values, keys), ofValues: true, ofProxy: true };
}

/** An install value whose parent may be missing. */
export function optionalValue(path: string): Expression {
  const dot = path.lastIndexOf('.');
  return { ...value(path), go: `(.Values.${path.slice(0, dot)})${path.slice(dot)}` };
}

/** Something that the injector computed itself: a field of the template's data. */
export function data(go: string, evaluate: (pod: PodContext) => unknown): Expression {
  return { go, evaluate };
}

/** The same of what the mesh and the pod's annotations alone decide. */
export function proxyData(go: string, evaluate: (pod: OfProxy) => unknown): Expression {
  return { go, evaluate, ofProxy: true };
}

/** A label of the pod; empty when it has none. */
export function label(name: string): Expression {
  return { go: `(index .ObjectMeta.Labels ${JSON.stringify(name)})`, evaluate: (pod) => pod.labels[name] ?? '' };
}

/** An annotation of the pod; empty when it has none. */
export function annotation(name: string): Expression {
  return { go: `(index .ObjectMeta.Annotations ${JSON.stringify(name)})`, evaluate: (pod) => pod.annotations[name] ?? '', ofProxy: true };
}

/** An annotation of the pod, or else another value, as text. */
export function annotationOr(name: string, otherwise: Expression): Expression {
  return {
    go: `(annotation .ObjectMeta ${JSON.stringify(name)} ${otherwise.go})`,
    evaluate: (pod) => pod.annotations[name] ?? goText(otherwise.evaluate(pod)),
    ...(otherwise.ofProxy && { ofProxy: true }),
  };
}

/** Whether the pod has an annotation, even an empty one. */
export function hasAnnotation(name: string): Expression {
  return { go: `(isset .ObjectMeta.Annotations ${JSON.stringify(name)})`, evaluate: (pod) => name in pod.annotations, ofProxy: true };
}

/** Whether two values are equal. */
export function eq(left: Expression, right: Expression | string): Expression {
  const other = typeof right === 'string' ? constant(right) : right;
  return { go: `(eq ${left.go} ${other.go})`, evaluate: (pod) => left.evaluate(pod) === other.evaluate(pod), ...together(left, other) };
}

/** Whether a value, printed, is the text. It also holds for values that are missing or no text. */
export function prints(of: Expression, text: string): Expression {
  return { go: `(eq (printf "%v" ${of.go}) ${JSON.stringify(text)})`, evaluate: (pod) => goText(of.evaluate(pod)) === text, ...together(of) };
}

/** Whether something does not hold. */
export function not(of: Expression): Expression {
  return { go: `(not ${of.go})`, evaluate: (pod) => !truthy(of.evaluate(pod)), ...together(of) };
}

/** Whether all hold. */
export function and(...all: Expression[]): Expression {
  return { go: `(and ${all.map((one) => one.go).join(' ')})`, evaluate: (pod) => all.every((one) => truthy(one.evaluate(pod))), ...together(...all) };
}

/** Whether any holds. */
export function or(...any: Expression[]): Expression {
  return { go: `(or ${any.map((one) => one.go).join(' ')})`, evaluate: (pod) => any.some((one) => truthy(one.evaluate(pod))), ...together(...any) };
}

/** The first value that is not empty, or the last. */
export function firstOf(...values: Expression[]): Expression {
  return {
    ...together(...values),
    go: `(or ${values.map((one) => one.go).join(' ')})`,
    evaluate: (pod) => {
      const evaluated = values.map((one) => one.evaluate(pod));
      return evaluated.find(truthy) ?? evaluated[evaluated.length - 1];
    },
  };
}

/** One of two values. */
export function choose(condition: Expression, yes: Expression, no: Expression): Expression {
  return {
    ...together(condition, yes, no),
    go: `(ternary ${yes.go} ${no.go} (not (not ${condition.go})))`,
    evaluate: (pod) => (truthy(condition.evaluate(pod)) ? yes : no).evaluate(pod),
  };
}

/** Texts and values behind each other. */
export function concat(...parts: (string | Expression)[]): Expression {
  const format = parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : '%v')).join('');
  const values = parts.filter((part): part is Expression => typeof part !== 'string');
  return {
    ...together(...values),
    go: `(printf ${[JSON.stringify(format), ...values.map((one) => one.go)].join(' ')})`,
    evaluate: (pod) => parts.map((part) => (typeof part === 'string' ? part : goText(part.evaluate(pod)))).join(''),
  };
}

/** A function that the template language has, applied to values. */
export function call(name: string, apply: (...values: any[]) => unknown, ...of: Expression[]): Expression {
  return { go: `(${[name, ...of.map((one) => one.go)].join(' ')})`, evaluate: (pod) => apply(...of.map((one) => one.evaluate(pod))), ...together(...of) };
}
