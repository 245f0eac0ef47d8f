import { Draw } from '../draw';
import { candidates } from './candidates';
import { MESH_VALUES } from './mesh-values';
import { overlaid, Place, placesOf, treeAt } from './places';
import { JsonObject } from '../../../src/reference/json';
import { Shapes } from '../shape';

/** One installation that both programs are asked for: files of the installer, the later over the earlier, and settings over them. */
export interface ManifestCase {
  readonly title: string;
  /** Whether we refuse it, whatever the installer does. */
  readonly refused?: boolean;
  /** What `spec` says, a file each. */
  readonly files: readonly JsonObject[];
  readonly set: readonly string[];
}

export const PROFILES = ['default', 'demo', 'minimal', 'empty', 'ambient', 'preview', 'remote', 'stable', 'openshift', 'openshift-ambient'];
export const PLATFORMS = ['gke', 'k3s', 'k3d', 'microk8s', 'minikube', 'openshift'];
export const COMPATIBLE = ['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'];
export const SCOPES = ['all', 'cluster', 'namespace'];

/** The images that both programs are told to use: their own defaults are of two releases. */
const IMAGES: JsonObject = { hub: 'registry.istio.io/release', tag: '1.31.4' };

/** Everything that can be installed, so that each value has objects to show in. */
const EVERYTHING: JsonObject = {
  ...IMAGES,
  profile: 'ambient',
  components: {
    ingressGateways: [{ name: 'istio-ingressgateway', enabled: true }],
    egressGateways: [{ name: 'istio-egressgateway', enabled: true }],
  },
};

/** The installer reads the CRDs for longer than all else together: they are left out where nothing of them can change. */
const WITHOUT_BASE: JsonObject = { components: { base: { enabled: false } } };

/** What the component with the CRDs reads. */
const OF_BASE = /^values\.(base|defaultRevision|experimental|global\.(istioNamespace|imagePullSecrets|resourceScope|enableReaderRBAC|readerServiceAccount))/;

/** What must be set too, for a value to have an effect. */
const COMPANIONS: readonly (readonly [RegExp, JsonObject])[] = [
  [/^values\.base\.|experimental/, { values: { defaultRevision: 'default' } }],
  [/pilot\.(pdb|autoscaleMin)|defaultPodDisruptionBudget/, { values: { pilot: { autoscaleMin: 2 } } }],
  [/pilot\.replicaCount/, { values: { pilot: { autoscaleEnabled: false } } }],
  [/istiodRemote\.enabledLocal/, { values: { istiodRemote: { enabled: true }, global: { remotePilotAddress: '10.20.30.40' } } }],
  [/istiodRemote\./, { values: { istiodRemote: { enabled: true }, global: { remotePilotAddress: 'istiod.example.com' } } }],
  [/remotePilotAddress|configCluster/, { values: { istiodRemote: { enabled: true } } }],
  [/externalIstiod/, { values: { global: { configCluster: true } } }],
  [/cni\.resourceQuotas/, { values: { cni: { resourceQuotas: { enabled: true } } } }],
  [/ztunnel\.resourceQuotas/, { values: { ztunnel: { resourceQuotas: { enabled: true } } } }],
  [/taint\.name/, { values: { pilot: { taint: { enabled: true } } } }],
  [/gateways\.istio-(in|e)gressgateway\.replicaCount/, { values: { gateways: { 'istio-ingressgateway': { autoscaleEnabled: false }, 'istio-egressgateway': { autoscaleEnabled: false } } } }],
  [/gressgateway\./, { values: { gateways: { 'istio-ingressgateway': { autoscaleMin: 2 }, 'istio-egressgateway': { injectionTemplate: 'gateway' } } } }],
  [/(resourceScope|operatorManageWebhooks|readerServiceAccount)/, { values: { revisionTags: ['stable'] } }],
  [/tracer\.lightstep/, { values: { global: { proxy: { tracer: 'lightstep' } } } }],
  [/tracer\.datadog/, { values: { global: { proxy: { tracer: 'datadog' } } } }],
  [/tracer\./, { values: { global: { proxy: { tracer: 'zipkin' } } } }],
  [/cni\.(chained|provider)/, { values: { pilot: { cni: { enabled: true } } } }],
  [/cniConfFileName|istioOwnedCNIConfig/, { values: { cni: { istioOwnedCNIConfig: true } } }],
  [/sidecarInjectorWebhook\.(enable|reinvocation)/, { revision: 'canary', values: { revisionTags: ['stable'] } }],
];

/** All values below `values`, and the fields of the mesh configuration one by one. */
export function installPlaces(shapes: Shapes): Place[] {
  return placesOf(shapes, 'IstioOperatorSpec').filter(({ path }) => path[0] === 'values' && !HANDED_ON.includes(path.join('.')));
}

/** Places whose own fields are others' places. */
const HANDED_ON = ['values.meshConfig'];

/** Fields of the mesh configuration, and of what proxies start with. */
export function meshPlaces(shapes: Shapes): Place[] {
  const { fields } = shapes.bundle.messages.MeshConfig;
  const { fields: proxy } = shapes.bundle.messages.MeshProxyConfig;
  const place = (path: readonly string[], field: string | JsonObject): Place => ({ path: ['meshConfig', ...path], shape: shapes.of(field) });
  return [
    ...Object.keys(fields).filter((name) => name !== 'defaultConfig').map((name) => place([name], fields[name])),
    ...Object.keys(proxy).map((name) => place(['defaultConfig', name], proxy[name])),
  ];
}

/** Profiles on platforms, in every form of compatibility and scope. */
export function gridCases(): ManifestCase[] {
  const one = (title: string, ...layers: JsonObject[]): ManifestCase => ({ title, files: [overlaid(IMAGES, ...layers)], set: [] });
  return [
    ...PROFILES.map((profile) => one(`profile ${profile}`, { profile })),
    ...PROFILES.flatMap((profile) => PLATFORMS.map((platform) => one(`profile ${profile} on ${platform}`, { profile, values: { global: { platform } } }, WITHOUT_BASE))),
    ...PROFILES.flatMap((profile) => COMPATIBLE.map((version) => one(`profile ${profile} as ${version}`, { profile, compatibilityVersion: version }, WITHOUT_BASE))),
    ...PROFILES.flatMap((profile) => SCOPES.map((resourceScope) =>
      one(`profile ${profile}, scope ${resourceScope}`, { profile, values: { global: { resourceScope }, ztunnel: { resourceScope } } }))),
    ...PROFILES.map((profile) => one(`profile ${profile}, a revision with tags`, { profile, revision: 'canary', values: { revisionTags: ['stable', 'prod'] } })),
  ];
}

/** Each value alone: with what gives it an effect, without it, and with values that are wrong there. */
export function aloneCases(shapes: Shapes): ManifestCase[] {
  return [...installPlaces(shapes), ...meshPlaces(shapes)].flatMap((place) => {
    const name = place.path.join('.');
    const { good, odd } = candidates(shapes, place);
    const companion = COMPANIONS.find(([pattern]) => pattern.test(name))?.[1];
    const base = overlaid(EVERYTHING, OF_BASE.test(name) ? {} : WITHOUT_BASE);
    const given = (value: unknown, below: JsonObject = {}) => overlaid(base, below, treeAt(place.path, value));
    return [
      ...good.map((value) => ({ title: `${name} = ${JSON.stringify(value)}`, files: [given(value)], set: [] })),
      ...(companion === undefined ? [] : good.map((value) => ({ title: `${name} = ${JSON.stringify(value)} where it counts`, files: [given(value, companion)], set: [] }))),
      ...odd.map((value) => ({ title: `${name} = ${JSON.stringify(value)} (odd)`, files: [given(value)], set: [] })),
    ];
  });
}

/** Names that nobody knows, beside those of each message. */
export function unknownCases(shapes: Shapes): ManifestCase[] {
  const parents = new Set([...installPlaces(shapes), ...meshPlaces(shapes)].map(({ path }) => path.slice(0, -1).join('/')));
  return [...parents].map((parent) => {
    const path = [...parent.split('/'), 'noSuchField'];
    return { title: `${path.join('.')} = 1 (odd)`, refused: true, files: [overlaid(EVERYTHING, WITHOUT_BASE, treeAt(path, 1))], set: [] };
  });
}

/** What the installer refuses whatever it is set to. It would leave nothing to compare of a combination. */
const NEVER_TAKEN = /podAntiAffinity\w*Selector$|tracer\.stackdriver|ztunnel\.meshConfig/;

/** A combination drawn by lot. */
export function drawnCase(shapes: Shapes, seed: number, number: number): ManifestCase {
  const draw = Draw.nth(seed, number);
  const spec: JsonObject = { ...IMAGES, profile: draw.pick(PROFILES) };
  const layers: JsonObject[] = [spec];
  if (draw.chance(0.85)) layers.push(WITHOUT_BASE);
  if (draw.chance(0.3)) layers.push({ values: { global: { platform: draw.pick(PLATFORMS) } } });
  if (draw.chance(0.25)) layers.push({ compatibilityVersion: draw.pick(COMPATIBLE) });
  if (draw.chance(0.15)) layers.push(treeAt(['values', 'global', 'resourceScope'], draw.pick(SCOPES)));
  if (draw.chance(0.3)) layers.push({ revision: draw.pick(['canary', '1-31-4', 'default']) });
  if (draw.chance(0.3)) layers.push({ values: { defaultRevision: draw.pick(['default', 'canary', '']) } });
  if (draw.chance(0.5)) layers.push({ components: drawnComponents(draw) });
  if (draw.chance(0.2)) layers.push({ values: { pilot: { autoscaleMin: 2 } } });
  const places = installPlaces(shapes).filter(({ path }) => !NEVER_TAKEN.test(path.join('.')));
  for (let left = draw.int(2, 14); left > 0; left--) {
    if (draw.chance(0.15)) {
      const [path, values] = draw.pick(Object.entries(MESH_VALUES));
      layers.push(treeAt([...draw.pick([['meshConfig'], ['meshConfig'], ['values', 'meshConfig']]), ...path.split('.')], draw.pick(values)));
      continue;
    }
    const place = draw.pick(places);
    const { good, odd } = candidates(shapes, place);
    const wrong = odd.length > 0 && draw.chance(0.01);
    const pool = wrong ? odd : good;
    if (pool.length > 0) layers.push(treeAt(place.path, draw.pick(pool)));
  }
  return { title: `${seed}/${number}`, ...splitOver(draw, layers) };
}

/** Which components there are, under which names, with images of their own. */
function drawnComponents(draw: Draw): JsonObject {
  const own = () => ({
    ...(draw.chance(0.2) && { namespace: draw.pick(['istio-system', 'mesh-nodes']) }),
    ...(draw.chance(0.15) && { hub: 'registry.example.com/own' }),
    ...(draw.chance(0.15) && { tag: draw.pick<unknown>(['1.31.5', 1.31]) }),
  });
  const gateway = (name: string) => ({
    name, enabled: draw.chance(0.85), ...own(), ...(draw.chance(0.4) && { label: { app: name, tier: 'edge' } }),
  });
  return {
    ...(draw.chance(0.1) && { base: { enabled: draw.chance(0.5) } }),
    ...(draw.chance(0.3) && { pilot: { ...(draw.chance(0.3) && { enabled: draw.chance(0.7) }), ...own() } }),
    ...(draw.chance(0.4) && { cni: { enabled: draw.chance(0.8), ...own() } }),
    ...(draw.chance(0.4) && { ztunnel: { enabled: draw.chance(0.8), ...own() } }),
    ...(draw.chance(0.4) && { ingressGateways: draw.list(0, 2, (index) => gateway(['istio-ingressgateway', 'public'][index])) }),
    ...(draw.chance(0.4) && { egressGateways: draw.list(0, 2, (index) => gateway(['istio-egressgateway', 'out'][index])) }),
  };
}

/** The layers in one file or in two; now and then the last scalar as a setting. */
function splitOver(draw: Draw, layers: readonly JsonObject[]): Pick<ManifestCase, 'files' | 'set'> {
  const setting = draw.chance(0.3) ? settingOf(layers[layers.length - 1]) : undefined;
  const rest = setting === undefined ? layers : layers.slice(0, -1);
  const cut = draw.chance(0.2) ? draw.int(1, rest.length) : rest.length;
  const files = [rest.slice(0, cut), rest.slice(cut)].filter((part) => part.length > 0).map((part) => overlaid(...part));
  return { files, set: setting === undefined ? [] : [setting] };
}

/** A tree with one scalar in it as `path=value`, where its value survives being written as text. */
function settingOf(tree: JsonObject): string | undefined {
  const path: string[] = [];
  let current: unknown = tree;
  while (typeof current === 'object' && current !== null && !Array.isArray(current)) {
    const keys = Object.keys(current);
    if (keys.length !== 1) return undefined;
    path.push(keys[0].replaceAll('.', '\\.'));
    current = (current as JsonObject)[keys[0]];
  }
  return ['boolean', 'number'].includes(typeof current) || (typeof current === 'string' && /^[A-Za-z][A-Za-z-]+$/.test(current)) ? `${path.join('.')}=${String(current)}` : undefined;
}
