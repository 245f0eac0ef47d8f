import { Manifest } from '../../reference/json';
import { labelsOf } from '../labels';
import { Release } from '../release';
import { renderStablePolicy } from '../stable-policy';
import { BaseValues } from '../values/types';

/** The rule that configuration of the default revision, and that of none, has no fields that may still change. */
export function renderDefaultStablePolicy({ defaultRevision, experimental }: BaseValues, release: Release): Manifest[] {
  if (!experimental.stableValidationPolicy || defaultRevision === '') return [];
  return renderStablePolicy({
    policy: 'stable-channel-default-policy.istio.io',
    binding: 'stable-channel-default-policy-binding.istio.io',
    labels: labelsOf('istiod', { 'istio': 'istiod', 'istio.io/rev': defaultRevision }, release.name),
  });
}
