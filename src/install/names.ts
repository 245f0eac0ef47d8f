/** A name with the revision after it; the default revision leaves names as they are. */
export function revisioned(name: string, revision: string): string {
  return revision === '' ? name : `${name}-${revision}`;
}
