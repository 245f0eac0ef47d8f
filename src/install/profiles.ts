import { releaseImages } from './values/release';
import { merge } from './values/tree';
import { JsonObject } from '../reference/json';

/** Profiles that can be installed: named starting points of an installation. */
export const PROFILES = ['default', 'minimal'] as const;

/** A named starting point of an installation. */
export type Profile = (typeof PROFILES)[number];

/** Name of the gateway that the default profile brings. */
export const DEFAULT_INGRESS = 'istio-ingressgateway';

/** What a profile asks for, in the form of a request. Every profile stands on the default one. */
export function profileRequest(profile: Profile): JsonObject {
  return profile === 'default' ? defaultProfile() : merge(defaultProfile(), minimalProfile());
}

function defaultProfile(): JsonObject {
  return {
    ...releaseImages(),
    components: {
      base: { enabled: true },
      pilot: { enabled: true },
      ingressGateways: [{ name: DEFAULT_INGRESS, enabled: true }],
      egressGateways: [{ name: 'istio-egressgateway', enabled: false }],
    },
    values: {
      // The check of configuration without a revision belongs to whoever installs the default tag.
      defaultRevision: '',
      global: { istioNamespace: 'istio-system', configValidation: true },
      gateways: { 'istio-ingressgateway': {}, 'istio-egressgateway': {} },
      ztunnel: { resourceName: 'ztunnel' },
    },
  };
}

/** The control plane alone. */
function minimalProfile(): JsonObject {
  return { components: { ingressGateways: [{ name: DEFAULT_INGRESS, enabled: false }] } };
}
