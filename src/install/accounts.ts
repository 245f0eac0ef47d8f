import { JsonObject } from '../reference/json';
import { isGiven, when } from './values/read';
import { GlobalValues } from './values/types';

/** What is read of the values about accounts. */
type AccountValues = Pick<GlobalValues, 'readerServiceAccount'> & { readonly enableReaderRBAC?: unknown };

/** The secrets by which the pods of an account pull images: a member of its ServiceAccount, where there are any. */
export function pullSecrets(names: readonly string[] | null | undefined): JsonObject {
  return when('imagePullSecrets', (names ?? []).map((name) => ({ name })));
}

/** Whether control planes of other clusters may read this one; they may unless the values say otherwise. */
export function isReadByOthers(global: AccountValues): boolean {
  return global.enableReaderRBAC === undefined || isGiven(global.enableReaderRBAC);
}

/** Whether they do so by an account that exists already. */
export function hasOwnReader({ readerServiceAccount }: AccountValues): boolean {
  return isGiven(readerServiceAccount?.name);
}
