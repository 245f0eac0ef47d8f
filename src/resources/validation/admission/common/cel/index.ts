import { checkSyntax } from './syntax';
import { CelError } from './tokens';

/** What is wrong with the syntax of an expression of the Common Expression Language; undefined for one that is right. */
export function celFlaw(expression: string): string | undefined {
  try {
    checkSyntax(expression);
    return undefined;
  } catch (error) {
    if (error instanceof CelError) return error.message;
    throw error;
  }
}
