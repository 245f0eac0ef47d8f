import { Manifest } from '../../reference/json';
import { labelsOf } from '../labels';
import { isGiven } from '../values/read';
import { BaseValues } from '../values/types';

/** The account by which the control planes of other clusters read this one; all revisions share it. */
export function renderReaderAccount({ global }: BaseValues): Manifest[] {
  if (!global.enableReaderRBAC || isGiven(global.readerServiceAccount?.name)) return [];
  return [{
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    ...(isGiven(global.imagePullSecrets) && { imagePullSecrets: global.imagePullSecrets.map((name) => ({ name })) }),
    metadata: {
      name: 'istio-reader-service-account',
      namespace: global.istioNamespace,
      labels: labelsOf('istio-reader', { app: 'istio-reader' }),
    },
  }];
}
