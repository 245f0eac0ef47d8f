import { PROFILES, Profile, profileRequest } from './profiles';
import { check } from './values/check';
import { PathError, withValue } from './values/path';
import { plainValues } from './values/plain';
import { installSchema } from './values/schema';
import { parseSetting, unreadable } from './values/set';
import { Shape, Shapes } from './values/shape';
import { at, isMap, merge } from './values/tree';
import { isDnsLabel } from '../reference/host';
import { JsonObject } from '../reference/json';
import type { MeshConfig } from '../resources';
import type { InstallValues } from '../resources/install-values';

/** What an installation is asked for. Later members of this list win over earlier ones: profile, values, meshConfig, set, revision. */
export interface InstallRequest {
  /**
   * Name of the profile: "default" or "minimal". A setting "profile=…" wins over it.
   *
   * @default "default"
   */
  readonly profile?: string;
  /** Settings in the form of the installer, "path=value"; of two with the same path, the later holds. */
  readonly set?: readonly string[];
  /** Values, as below `values` of the installer's file. */
  readonly values?: InstallValues | JsonObject;
  /** Fields of the mesh configuration, laid over those that follow from the values. */
  readonly meshConfig?: MeshConfig | JsonObject;
  /**
   * Name of the revision. "default" is the control plane without a name.
   *
   * @default the one of `set`, or else the control plane without a name
   */
  readonly revision?: string;
}

/** A request after its profile was laid below it. */
export interface ProfiledRequest {
  readonly profile: Profile;
  /** What was asked for, without the profile. */
  readonly own: JsonObject;
  /** What was asked for, over the profile. */
  readonly whole: JsonObject;
}

/**
 * Reads and checks a request, and lays its profile below it.
 *
 * @throws at the first thing that does not exist, cannot be rendered yet, or has a value of the wrong kind
 */
export function profiled(request: InstallRequest): ProfiledRequest {
  const own = ownRequest(request);
  const profile = profileOf(own.profile);
  checkNames(own);
  return { profile, own, whole: merge(profileRequest(profile), own) };
}

let shapeOnce: Shape | undefined;

/** Everything that an installation may be asked for. */
function requestShape(): Shape {
  shapeOnce ??= new Shapes(installSchema()).type('IstioOperatorSpec');
  return shapeOnce;
}

function ownRequest({ profile, values, meshConfig, set, revision }: InstallRequest): JsonObject {
  const given: JsonObject = plainValues({ profile, values, meshConfig }, 'IstioOperatorSpec', installSchema());
  check(requestShape(), [], given, 'in the request');
  let own = merge({}, given);
  for (const text of set ?? []) {
    const setting = parseSetting(text);
    check(requestShape(), setting.steps, setting.value, setting.given);
    try {
      own = withValue(own, setting.steps, setting.value);
    } catch (error) {
      throw error instanceof PathError ? unreadable(setting.given, setting.path, error) : error;
    }
  }
  return revision === undefined || revision === 'default' ? own : { ...own, revision };
}

const NAMES: readonly { readonly path: readonly string[]; readonly what: string }[] = [
  { path: ['revision'], what: 'revision' },
  { path: ['values', 'revision'], what: 'revision' },
  { path: ['values', 'global', 'istioNamespace'], what: 'namespace' },
  { path: ['components', 'pilot', 'namespace'], what: 'namespace' },
];

function checkNames(own: JsonObject): void {
  for (const { path, what } of NAMES) {
    const name = at(own, path);
    if (name !== undefined && name !== '' && !isDnsLabel(name as string)) {
      throw new Error(`"${name}" is not a name for a ${what}. Use at most 63 lower-case letters, digits and dashes, such as ${what === 'revision' ? '"1-31-4" or "canary"' : '"istio-system"'}.`);
    }
  }
  checkCertProvider(at(own, ['values', 'global', 'pilotCertProvider']));
  for (const path of [['hub'], ['values', 'global', 'hub'], ['components', 'pilot', 'hub']]) checkHub(at(own, path));
  for (const path of [['tag'], ['values', 'global', 'tag'], ['components', 'pilot', 'tag']]) checkTag(at(own, path));
}

/** The cluster does not sign certificates by itself any more; it does through a signer, which has a name. */
function checkCertProvider(provider: unknown): void {
  if (provider === 'kubernetes') {
    throw new Error('The certificate provider "kubernetes" is not supported by Istio any more. Use "istiod", "custom", "none" or "k8s.io/" with the name of a signer.');
  }
}

function checkHub(hub: unknown): void {
  if (hub !== undefined && !/^[A-Za-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+((\.|_{1,2}|-+)[a-z0-9]+)*)*$/.test(hub as string)) {
    throw new Error(`"${hub}" is not a place of images. Give a registry and a path without tag, such as "registry.example.com/istio".`);
  }
}

function checkTag(tag: unknown): void {
  if (tag !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(String(tag))) {
    throw new Error(`"${tag}" is not a tag of images. Use letters, digits, ".", "_" and "-", such as "1.31.4".`);
  }
  if (tag === 'latest') {
    throw new Error('The tag "latest" is a different image every day. Give the tag of a release, such as 1.31.4.');
  }
}

function profileOf(name: unknown): Profile {
  const found = PROFILES.find((profile) => profile === (name ?? 'default') || (name === '' && profile === 'default'));
  if (!found) {
    throw new Error(`Profile "${name}" cannot be installed yet. Use one of: ${PROFILES.join(', ')}.`);
  }
  return found;
}

/** The items of a list of components, each with a name, that are not switched off. */
export function enabledGateways(whole: JsonObject): JsonObject[] {
  const gateways = (at(whole, ['components', 'ingressGateways']) ?? []) as JsonObject[];
  const always = at(whole, ['values', 'gateways', 'istio-ingressgateway', 'enabled']) === true;
  return gateways.filter((gateway, index) => {
    const enabled = always || (gateway.enabled ?? true);
    if (enabled && (!isMap(gateway) || !gateway.name)) {
      throw new Error(`The ingress gateway at components.ingressGateways[${index}] has no name. The list replaces that of the profile as a whole: set components.ingressGateways[${index}].name too, such as "istio-ingressgateway".`);
    }
    return enabled;
  });
}
