import { Manifest } from '../../reference/json';
import { crdManifests } from '../../resources/crds';
import { partOfIstio } from '../labels';
import { Release } from '../release';
import { isGiven } from '../values/read';
import { BaseValues } from '../values/types';

/** Groups whose definitions name their part of Istio, where they are not made for a release. */
const PARTS: Readonly<Record<string, string>> = { 'security.istio.io': 'security', 'telemetry.istio.io': 'telemetry' };

/**
 * The definitions of Istio's own kinds. Where the values say that they are not made for the release, they are all there, with the
 * labels that they have for everybody: nothing can be excluded from them.
 */
export function renderCrds({ base }: BaseValues, release: Release): Manifest[] {
  if (!isGiven(base.enableCRDTemplates)) return crdManifests().map((crd) => labelled(crd, labelsForAll(crd)));
  const excluded = base.excludedCRDs ?? [];
  return crdManifests()
    .filter((crd) => !excluded.includes(crd.metadata.name))
    .map((crd) => labelled(crd, partOfIstio(release.name)));
}

function labelled(crd: Manifest, labels: Record<string, string>): Manifest {
  return { ...crd, metadata: { ...crd.metadata, labels } };
}

function labelsForAll({ spec }: Manifest): Record<string, string> {
  const part = PARTS[spec.group];
  return { app: 'istio-pilot', release: 'istio', ...(part !== undefined && { istio: part }) };
}
