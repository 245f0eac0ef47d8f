import { renderDefaultInjector } from './injector';
import { renderDefaultRevisionValidator } from './validator';
import { Manifest } from '../../reference/json';
import { Release } from '../release';
import { DefaultRevisionValues } from '../values/types';

/**
 * What makes a revision the default one: who names no revision is injected by it, and configuration without a revision is checked
 * by it. One release of a cluster may do so.
 */
export function renderDefaultRevision(values: DefaultRevisionValues, release: Release): Manifest[] {
  return [renderDefaultInjector(values, release), renderDefaultRevisionValidator(values, release)];
}
