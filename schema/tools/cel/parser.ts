import { runInThisContext } from 'node:vm';

/** A node of a parsed expression. */
export interface CelNode {
  readonly op: string;
  readonly args: any;
}

/** An unsigned literal, such as `1u`. */
export interface CelUnsigned {
  readonly value: bigint;
}

/** The package is an ES module, which a test's own loader cannot load: Node's is asked for, outside of the world of the test. */
const load: NodeJS.Require = runInThisContext('process.getBuiltinModule("node:module")').createRequire(__filename);

/** The tree of an expression. Macros are calls in it, as they are written. */
export function parseCel(text: string): CelNode {
  const { parse } = load('@marcbachmann/cel-js');
  return parse(text).ast;
}

/** The evaluator of the package, to compare with. */
export function celEvaluator(): { evaluate(text: string, context: Record<string, unknown>): unknown } {
  return load('@marcbachmann/cel-js');
}
