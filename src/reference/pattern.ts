/** Whether a value fits a pattern of a policy: the value itself, or with a `*` at the beginning or the end for whatever stands there. */
export function fitsPattern(pattern: string, value: string): boolean {
  return pattern === value
    || (pattern.endsWith('*') && value.startsWith(pattern.slice(0, -1)))
    || (pattern.startsWith('*') && value.endsWith(pattern.slice(1)));
}
