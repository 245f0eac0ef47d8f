import { deepMerge } from './deep-merge';
import { DEFAULT_HUB, DEFAULT_TAG, istiodDefaults } from './defaults';
import { parseSet } from './set';
import { InjectionSettings } from '../injection';
import { isDnsLabel } from '../reference/host';
import { JsonObject } from '../reference/json';

/** What an installation is asked for. */
export interface InstallRequest {
  /**
   * Name of the profile: "default" or "minimal".
   *
   * @default "default"
   */
  readonly profile?: string;
  /** Settings in the form of the installer, "path=value"; of two with the same path, the later holds. */
  readonly set?: readonly string[];
  /** Fields of the mesh configuration, laid over the chart's. */
  readonly meshConfig?: JsonObject;
  /**
   * Name of the revision.
   *
   * @default the one of `set`, or else the default revision
   */
  readonly revision?: string;
}

/** An installation, decided: all that is rendered follows from this. */
export interface Installation {
  readonly profile: Profile;
  /** Name of the revision; "default" for the unnamed one. */
  readonly revision: string;
  /** Namespace of the control plane, the root namespace of the mesh. */
  readonly namespace: string;
  /** Merged values of istiod's chart. */
  readonly values: JsonObject;
  /** The values that the request gave, for the record. */
  readonly given: JsonObject;
  /** The mesh configuration as it is installed. */
  readonly meshConfig: JsonObject;
}

const PROFILES = ['default', 'minimal'] as const;
/** A named set of components. */
export type Profile = (typeof PROFILES)[number];

/**
 * Decides an installation from what is asked for.
 *
 * @throws if a setting, or the profile, is one that cannot be installed
 */
export function resolveInstall(request: InstallRequest = {}): Installation {
  const settings = new Map((request.set ?? []).map(parseSet).map(({ path, value }) => [path, value]));
  const profile = profileOf(settings.get('profile') ?? request.profile ?? 'default');
  const revision = revisionOf(request.revision ?? settings.get('revision') ?? '');
  const hub = settings.get('hub') ?? DEFAULT_HUB;
  const tag = settings.get('tag') ?? DEFAULT_TAG;

  const given: JsonObject = {
    defaultRevision: '',
    gateways: { 'istio-egressgateway': {}, 'istio-ingressgateway': {} },
    global: { configValidation: true, hub, istioNamespace: 'istio-system', tag },
    pilot: { cni: { enabled: false }, enabled: true },
    ...(revision !== '' && { revision }),
    ...(request.meshConfig && Object.keys(request.meshConfig).length > 0 && { meshConfig: structuredClone(request.meshConfig) }),
    ztunnel: { resourceName: 'ztunnel' },
  };
  const values = deepMerge(istiodDefaults(), given);
  return Object.freeze({
    profile,
    revision: revision || 'default',
    namespace: values.global.istioNamespace,
    values,
    given,
    meshConfig: meshConfigOf(values),
  });
}

/** What the injector knows of an installation. */
export function injectionSettings(installation: Installation): InjectionSettings {
  return { values: injectorValues(installation.values), meshConfig: installation.meshConfig, revision: installation.revision };
}

/** The values that the injection templates ask for. */
export function injectorValues(values: JsonObject): JsonObject {
  const { securityContext, seccompProfile } = values.gateways;
  return {
    gateways: { securityContext, seccompProfile },
    global: values.global,
    pilot: { cni: values.cni, env: values.env },
    revision: values.revision,
    sidecarInjectorWebhook: values.sidecarInjectorWebhook,
  };
}

/** A name with the revision behind it; the default revision has the plain name. */
export function revisioned(name: string, installation: Installation): string {
  return installation.revision === 'default' ? name : `${name}-${installation.revision}`;
}

function meshConfigOf(values: JsonObject): JsonObject {
  const suffix = values.revision === '' ? '' : `-${values.revision}`;
  const chart: JsonObject = {
    defaultConfig: { discoveryAddress: `istiod${suffix}.${values.global.istioNamespace}.svc:15012` },
    defaultProviders: { metrics: ['prometheus'] },
    enablePrometheusMerge: true,
    rootNamespace: values.global.istioNamespace,
    trustDomain: 'cluster.local',
  };
  return deepMerge(chart, values.meshConfig);
}

function profileOf(name: string): Profile {
  const found = PROFILES.find((profile) => profile === name);
  if (!found) {
    throw new Error(`Profile "${name}" cannot be installed yet. Use one of: ${PROFILES.join(', ')}.`);
  }
  return found;
}

function revisionOf(name: string): string {
  if (name === 'default') return '';
  if (name !== '' && !isDnsLabel(name)) {
    throw new Error(`"${name}" is not a name for a revision. Use at most 63 lower-case letters, digits and dashes, such as "1-31-4" or "canary".`);
  }
  return name;
}
