import { output } from './process';
import { builtProgram } from './programs';

/** What Istio says of an object. */
export interface IstioAnswer {
  /** Who decided: nobody, for a kind that it does not check; the reading of the spec; or the checks of the kind. */
  readonly stage: 'unknown' | 'decode' | 'fields' | 'config' | 'json' | 'panic';
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What `istioctl validate` says of each object, in their order. */
export async function askIstio(objects: readonly unknown[]): Promise<IstioAnswer[]> {
  if (objects.length === 0) return [];
  const input = objects.map((object) => `${JSON.stringify(object)}\n`).join('');
  const lines = (await output(await builtProgram('validate'), [], { input })).trimEnd().split('\n');
  if (lines.length !== objects.length) throw new Error(`validate gave ${lines.length} answers to ${objects.length} objects`);
  return lines.map((line) => JSON.parse(line));
}
