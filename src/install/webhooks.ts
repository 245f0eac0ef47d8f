import { JsonObject } from '../reference/json';
import { isGiven } from './values/read';

/** Where and how configuration is checked. */
export interface ValidationValues {
  readonly validationURL?: string;
  readonly validationCABundle?: string;
  readonly validationFailurePolicy?: string;
}

/** Groups of the kinds that istiod checks. */
export const VALIDATED_GROUPS: readonly string[] = ['security.istio.io', 'networking.istio.io', 'telemetry.istio.io', 'extensions.istio.io'];

/** The objects that istiod checks: all of Istio's own kinds. */
export const VALIDATED_RULES: JsonObject = Object.freeze({
  operations: ['CREATE', 'UPDATE'],
  apiGroups: [...VALIDATED_GROUPS],
  apiVersions: ['*'],
  resources: ['*'],
});

/** Whom the API server asks whether configuration is right. */
export function validationClient(values: ValidationValues, service: string, namespace: string): JsonObject {
  return {
    ...(isGiven(values.validationURL)
      ? { url: values.validationURL }
      : { service: { name: service, namespace, path: '/validate' } }),
    ...(isGiven(values.validationCABundle) && { caBundle: values.validationCABundle }),
  };
}

/**
 * What happens when nobody answers. Until istiod runs, everything is let in; istiod itself turns this to `Fail`, except where
 * a certificate is given and istiod keeps its hands off.
 */
export function validationFailurePolicy(values: ValidationValues): string {
  if (isGiven(values.validationCABundle)) return 'Fail';
  return isGiven(values.validationFailurePolicy) ? values.validationFailurePolicy : 'Ignore';
}
