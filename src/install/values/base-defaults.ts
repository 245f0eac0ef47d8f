import { BaseValues } from './types';

/** What the base component starts from. */
export function baseDefaults(): BaseValues {
  return {
    global: {
      istioNamespace: 'istio-system',
      imagePullSecrets: [],
      resourceScope: 'all',
      enableReaderRBAC: true,
    },
    base: {
      excludedCRDs: [],
      validationURL: '',
      validationCABundle: '',
    },
    defaultRevision: 'default',
  };
}
