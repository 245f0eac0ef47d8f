import { hasRightsHere, IstiodContext } from './context';
import { Manifest } from '../../reference/json';
import { podLabelsOf } from '../labels';
import { revisioned } from '../names';
import { renderStablePolicy } from '../stable-policy';
import { isGiven } from '../values/read';

/** The rule that configuration of this revision has no fields that may still change. */
export function renderRevisionStablePolicy({ values, release }: IstiodContext): Manifest[] {
  if (!hasRightsHere(values) || !isGiven(values.experimental.stableValidationPolicy)) return [];
  const name = (prefix: string): string => `${revisioned(prefix, values.revision)}-${values.global.istioNamespace}.istio.io`;
  return renderStablePolicy({
    policy: name('stable-channel-policy'),
    binding: name('stable-channel-policy-binding'),
    labels: podLabelsOf('istiod', {}, release.name),
    revision: values.revision === '' ? 'default' : values.revision,
  });
}
