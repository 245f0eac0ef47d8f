import { CallerAttributes } from './caller-attributes';
import { fitsPattern } from './pattern';

/** Whether everybody who is one of the narrow callers is known to be one of the wide ones. Where it is not known, the answer is no. */
export function coversCallers(wide: readonly CallerAttributes[], narrow: readonly CallerAttributes[]): boolean {
  return narrow.every((one) => wide.some((other) => covers(other, one)));
}

function covers(wide: CallerAttributes, one: CallerAttributes): boolean {
  return (Object.entries(wide) as [keyof CallerAttributes, string[] | undefined][]).every(([name, values]) => {
    if (values === undefined) return true;
    const own = one[name];
    if (own !== undefined && own.every((value) => values.some((pattern) => fitsPattern(pattern, value)))) return true;
    // A principal says its namespace: trust-domain/ns/namespace/sa/account.
    return name === 'namespaces' && one.principals !== undefined
      && one.principals.every((principal) => values.some((pattern) => fitsPattern(pattern, namespaceOf(principal) ?? '')));
  });
}

function namespaceOf(principal: string): string | undefined {
  return /^[^*]*\/ns\/([^/*]+)\/sa\//.exec(principal)?.[1];
}
