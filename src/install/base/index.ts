import { renderCrds } from './crds';
import { renderDefaultValidator } from './default-validator';
import { renderReaderAccount } from './reader-account';
import { renderDefaultStablePolicy } from './stable-policy';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { inScope } from '../scope';
import { BaseValues } from '../values/types';

/** What every revision of a mesh shares. */
export function renderBase(values: BaseValues, release: Release): Manifest[] {
  return inScope(values.global.resourceScope, [
    ...renderCrds(values, release),
    ...renderDefaultValidator(values, release),
    ...renderDefaultStablePolicy(values, release),
    ...renderReaderAccount(values, release),
  ]);
}
