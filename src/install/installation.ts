import { injectorValues } from './istiod/injector-config';
import { meshConfigOf } from './mesh-config';
import { InjectionSettings } from '../injection';
import { Profile } from './profiles';
import { enabledGateways, InstallRequest, profiled } from './request';
import { chartDefaults } from './values/defaults';
import { at, freeze, merge, nested, sorted } from './values/tree';
import { BaseValues, IngressValues, IstiodValues } from './values/types';
import { JsonObject } from '../reference/json';

/** A gateway that the installation itself brings. */
export interface InstalledGateway {
  readonly namespace: string;
  readonly values: IngressValues;
}

/** An installation, decided: all that is rendered follows from this, and nothing of it can be changed. */
export interface Installation {
  readonly profile: Profile;
  /** Name of the revision; "default" for the one without a name. */
  readonly revision: string;
  /** Namespace of the control plane, the root namespace of the mesh unless its configuration says otherwise. */
  readonly namespace: string;
  /** Values before any default was laid below them. */
  readonly original: JsonObject;
  /** What all revisions share; absent when it is not installed. */
  readonly base?: BaseValues;
  /** Whether istiod is installed. */
  readonly istiod: boolean;
  /** Merged values of istiod. */
  readonly values: IstiodValues;
  /** The gateways of the installation. */
  readonly gateways: readonly InstalledGateway[];
  /** What a further ingress gateway starts from. */
  readonly ingress: IngressValues;
  /** The mesh configuration as it is installed, without what Istio has by itself. */
  readonly meshConfig: JsonObject;
}

/**
 * Decides an installation from what is asked for.
 *
 * @throws if something asked for does not exist or cannot be rendered yet, with its path and what can be set instead
 */
export function resolveInstall(request: InstallRequest = {}): Installation {
  const { profile, own, whole } = profiled(request);
  const original = chartValues(own, whole);
  const root = original.global.istioNamespace || 'istio-system';
  const values = istiodValues(withImages(original, whole.components.pilot));
  const namespace = whole.components.pilot.namespace || root;
  const ingress = merge(chartDefaults('IngressChart'), original) as IngressValues & JsonObject;
  return freeze({
    profile,
    revision: values.revision || 'default',
    namespace,
    original: withImages(original, whole.components.pilot),
    ...((whole.components.base.enabled ?? true) && { base: merge(chartDefaults('BaseChart'), original) as BaseValues & JsonObject }),
    istiod: whole.components.pilot.enabled ?? true,
    values,
    gateways: enabledGateways(whole).map((gateway) => ({
      namespace: gateway.namespace || root,
      values: withGateway(ingress, { name: gateway.name, labels: gateway.label ?? {}, ...(gateway.tag !== undefined && { tag: gateway.tag }) }),
    })),
    ingress,
    meshConfig: meshConfigOf({ values, namespace }),
  });
}

/** What the injector knows of an installation. */
export function injectionSettings({ values, meshConfig, revision }: Installation): InjectionSettings {
  return { values: injectorValues(values), meshConfig, revision, revisionTags: values.revisionTags };
}

/** The values with what is about one gateway in them. */
export function withGateway(ingress: IngressValues, gateway: JsonObject): IngressValues {
  return merge(ingress as unknown as JsonObject, nested(['gateways', 'istio-ingressgateway'], gateway)) as IngressValues & JsonObject;
}

/**
 * The values that the request stands for. What it says outside `values` is put where the renderers read it; and then the values
 * that were asked for are laid over it once more, so that the more exact place wins.
 */
function chartValues(own: JsonObject, whole: JsonObject): JsonObject {
  const derived: JsonObject = {
    global: { hub: whole.hub, tag: whole.tag },
    ...(whole.revision !== undefined && { revision: whole.revision }),
    ...(whole.meshConfig !== undefined && { meshConfig: whole.meshConfig }),
    pilot: { enabled: whole.components.pilot.enabled ?? false, cni: { enabled: false } },
  };
  return sorted(merge(merge(whole.values, derived), own.values ?? {}));
}

/** The values with the images that a component was given for itself. */
function withImages(original: JsonObject, { hub, tag }: JsonObject): JsonObject {
  return sorted(merge(original, { pilot: { ...(hub !== undefined && { hub }), ...(tag !== undefined && { tag }) } }));
}

/** istiod reads its own values without their prefix. */
function istiodValues(original: JsonObject): IstiodValues {
  const merged = merge(chartDefaults('IstiodChart'), original);
  return merge(merged, at(merged, ['pilot']) as JsonObject) as IstiodValues & JsonObject;
}
