import { renderCrds } from './crds';
import { renderDefaultValidator } from './default-validator';
import { renderReaderAccount } from './reader-account';
import { Manifest } from '../../reference/json';
import { inScope } from '../scope';
import { BaseValues } from '../values/types';

/** What every revision of a mesh shares. */
export function renderBase(values: BaseValues): Manifest[] {
  return inScope(values.global.resourceScope, [...renderCrds(values), ...renderDefaultValidator(values), ...renderReaderAccount(values)]);
}
