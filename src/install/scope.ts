import { Manifest } from '../reference/json';

/**
 * Only the objects that the value `global.resourceScope` asks for: `all`, `cluster` (objects without a namespace) or `namespace`.
 */
export function inScope(scope: string, objects: Manifest[]): Manifest[] {
  return objects.filter(({ metadata }) => scope === 'all' || scope === (metadata.namespace === undefined ? 'cluster' : 'namespace'));
}
