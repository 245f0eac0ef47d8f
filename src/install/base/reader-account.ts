import { Manifest } from '../../reference/json';
import { hasOwnReader, isReadByOthers, pullSecrets } from '../accounts';
import { labelsOf } from '../labels';
import { Release } from '../release';
import { BaseValues } from '../values/types';

/** The account by which the control planes of other clusters read this one; all revisions share it. */
export function renderReaderAccount({ global }: BaseValues, release: Release): Manifest[] {
  if (!isReadByOthers(global) || hasOwnReader(global)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...pullSecrets(global.imagePullSecrets),
    metadata: {
      name: 'istio-reader-service-account',
      namespace: global.istioNamespace,
      labels: labelsOf('istio-reader', { app: 'istio-reader' }, release.name),
    },
  }];
}
