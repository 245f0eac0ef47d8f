import { checkMeshConfig } from './mesh-config';
import { JsonObject } from '../../../reference/json';
import { loadedBundle } from '../../bundle';
import { decode } from '../decode';
import { Finding, Place } from '../findings';

/**
 * What Istio would refuse of a mesh configuration that is laid over its own defaults.
 *
 * @param config as it was given, in any of the spellings that Istio reads
 */
export function meshConfigErrors(config: JsonObject): readonly Finding[] {
  const { spec, findings } = decode(loadedBundle('install'), 'MeshConfig', config, Place.ROOT);
  if (!findings.hasErrors) checkMeshConfig(spec, Place.ROOT, findings);
  return findings.all.filter(({ severity }) => severity === 'error');
}
