import { InstalledChart, installedCharts, istiodGiven } from './components';
import { InstallRequest } from './install-request';
import { injectorValues } from './istiod/injector-config';
import { meshConfigOf } from './mesh-config';
import { profiled } from './request';
import { Said } from './request-names';
import { InjectionSettings } from '../injection';
import { withPlace } from './value-place';
import { chartValues } from './values/chart';
import { at, freeze, merge, nested, sorted } from './values/tree';
import { IngressValues, IstiodValues } from './values/types';
import { JsonObject, JsonValue } from '../reference/json';

/** An installation, decided: all that is rendered follows from this, and nothing of it can be changed. */
export interface Installation {
  /** Name of the profile. */
  readonly profile: string;
  /** Name of the revision; "default" for the one without a name. */
  readonly revision: string;
  /** Namespace of the control plane, the root namespace of the mesh unless its configuration says otherwise. */
  readonly namespace: string;
  /** All that is installed, in the order in which it is applied. */
  readonly charts: readonly InstalledChart[];
  /** Where something of the request was given, if in a file or a setting. */
  readonly said: Said;
  /** Merged values of istiod. */
  readonly values: IstiodValues;
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
  const { profile, own, whole, metadata, said } = profiled(request);
  const given = helmValues(own, whole);
  const root = textAt(given, ['global', 'istioNamespace']) || metadata.namespace || 'istio-system';
  const charts = installedCharts(whole, given, root);
  const namespace = textAt(whole, ['components', 'pilot', 'namespace']) || root;
  const { values, meshConfig, ingress } = withPlace(said, [['unvalidatedValues'], ['values'], []], () => {
    const merged = chartValues('istiod', istiodGiven(whole, given)) as IstiodValues & JsonObject;
    return {
      values: merged,
      meshConfig: meshConfigOf({ values: merged, namespace }),
      ingress: chartValues('istio-ingress', given) as IngressValues & JsonObject,
    };
  });
  return freeze({
    profile,
    revision: values.revision || 'default',
    namespace,
    charts,
    said,
    values,
    ingress,
    meshConfig,
  });
}

/** What the injector knows of an installation. */
export function injectionSettings({ values, meshConfig, revision }: Installation): InjectionSettings {
  return { values: injectorValues(values), meshConfig, revision, revisionTags: values.revisionTags, injectionPath: injectionPathOf(values) };
}

/** The path under which the webhook of the installation is asked, which tells it of clusters and networks. */
function injectionPathOf({ istiodRemote: { injectionPath, injectionURL } }: Pick<IstiodValues, 'istiodRemote'>): string {
  if (!injectionURL) return String(injectionPath ?? '');
  return /^\w+:\/\/[^/?#]*([^?#]*)/.exec(String(injectionURL))?.[1] ?? '';
}

/** The values with what is about one gateway in them. */
export function withGateway(ingress: IngressValues, gateway: JsonObject): IngressValues {
  return merge(ingress as unknown as JsonObject, nested(['gateways', 'istio-ingressgateway'], gateway)) as IngressValues & JsonObject;
}

/**
 * The values that the request stands for. What it says outside `values` is put where charts read it. Of images, revision and
 * compatibility the values that were asked for win; of the mesh configuration, and of which components are on, what stands outside them.
 * Last of all come the values that nobody checks.
 */
function helmValues(own: JsonObject, whole: JsonObject): JsonObject {
  const { hub, tag, revision, meshConfig, compatibilityVersion, unvalidatedValues } = whole;
  const weak: JsonObject = {
    global: { hub, tag: String(tag) },
    ...(revision !== undefined && { revision }),
    ...(compatibilityVersion !== undefined && { compatibilityVersion }),
  };
  const strong: JsonObject = {
    pilot: { enabled: isOn(whole, 'pilot'), cni: { enabled: isOn(whole, 'cni') } },
    ...(meshConfig !== undefined && { meshConfig }),
  };
  return sorted([weak, own.values ?? {}, strong, unvalidatedValues ?? {}].reduce(merge, whole.values));
}

/** Whether a component is switched on in so many words: charts ask for this, and not for what is installed. */
function isOn(whole: JsonObject, component: string): boolean {
  return at(whole, ['components', component, 'enabled']) === true;
}

function textAt(tree: JsonObject, path: readonly string[]): string | undefined {
  const found: JsonValue | undefined = at(tree, path);
  return typeof found === 'string' ? found : undefined;
}
