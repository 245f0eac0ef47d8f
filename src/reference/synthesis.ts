import { App, Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';

/** What was read of each thing since the app began to be synthesized; nothing while none is. */
let known: Map<object, Map<string, unknown>> | undefined;

/**
 * What is read of a thing: anew each time, since a program may still change it; but once while an app is synthesized, when nothing is
 * changed any more, and the same is asked by checks and by what is written, object by object.
 *
 * @param of the thing
 * @param what a name for that which is read, one a kind of thing
 */
export function readOnce<T>(of: object, what: string, read: () => T): T {
  if (known === undefined) return read();
  let all = known.get(of);
  if (all === undefined) known.set(of, all = new Map());
  if (!all.has(what)) all.set(what, read());
  return all.get(what) as T;
}

/** A value for a field that is made when it is asked for, and once for all that ask while the app is synthesized: checks, and cdk8s that writes it. */
export function lazily(produce: () => unknown): any {
  const key = {};
  return Lazy.any({ produce: () => readOnce(key, 'value', produce) });
}

/** Lets what `readOnce` reads be kept while the app is synthesized. */
export function rememberInSynthesis(root: IConstruct): void {
  if (!(root instanceof App) || Object.hasOwn(root, 'synth')) return;
  for (const method of ['synth', 'synthYaml'] as const) {
    const inherited: () => unknown = Reflect.get(Object.getPrototypeOf(root), method);
    Object.defineProperty(root, method, { value: () => remembering(() => inherited.call(root)) });
  }
}

function remembering<T>(work: () => T): T {
  const before = known;
  known = new Map();
  try {
    return work();
  } finally {
    known = before;
  }
}
