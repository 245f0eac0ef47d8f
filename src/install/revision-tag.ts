import { InstalledPart } from './invariants';
import { renderPart } from './part';
import { merge } from './values/tree';
import { Manifest } from '../reference/json';

/**
 * What makes a tag lead to a revision: the webhooks of pods that name the tag, and the Service under which such pods find istiod.
 *
 * @param revision the istiod that the tag leads to
 */
export function renderTag(revision: InstalledPart, tag: string): Manifest[] {
  const tagged = { ...revision, values: merge(revision.values, { revisionTags: [tag] }) };
  return renderPart(tagged).filter(({ metadata }) => metadata.labels?.['istio.io/tag'] === tag);
}
