import { Manifest } from '../../reference/json';
import { crdManifests } from '../../resources/crds';
import { partOfIstio } from '../labels';
import { BaseValues } from '../values/types';

/** The definitions of Istio's own kinds. */
export function renderCrds(values: BaseValues): Manifest[] {
  return crdManifests()
    .filter((crd) => !values.base.excludedCRDs.includes(crd.metadata.name))
    .map((crd) => ({ ...crd, metadata: { ...crd.metadata, labels: partOfIstio() } }));
}
