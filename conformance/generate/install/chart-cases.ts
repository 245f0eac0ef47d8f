import { Draw } from '../draw';
import { candidates } from './candidates';
import { overlaid, Place, placesOf, treeAt } from './places';
import { JsonObject } from '../../../src/reference/json';
import { Shapes } from '../shape';

/** One chart, as Helm is asked for it. */
export interface ChartCase {
  readonly title: string;
  /** The chart's name. */
  readonly part: string;
  readonly chart: TriedChart;
  readonly release: { readonly name: string; readonly namespace: string };
  readonly values: JsonObject;
}

/** A chart: its name with us, its folder among the charts of the release, and what schema/ calls its values. */
export interface TriedChart {
  readonly name: 'base' | 'istiod' | 'istio-default' | 'cni' | 'ztunnel' | 'gateway' | 'istio-ingress' | 'istio-egress';
  readonly folder: string;
  readonly message: string;
  readonly flat?: string;
  /** Given in each case: images, as the defaults of both are of two releases. */
  readonly values: JsonObject;
}

const IMAGES: JsonObject = { hub: 'registry.istio.io/release', tag: '1.31.4' };

/** The standalone gateway first: it is the one that users write values for by themselves. */
export const TRIED_CHARTS: readonly TriedChart[] = [
  { name: 'gateway', folder: 'gateway', message: 'GatewayChartValues', values: {} },
  { name: 'base', folder: 'base', message: 'BaseChart', values: {} },
  { name: 'istiod', folder: 'istio-control/istio-discovery', message: 'IstiodChart', flat: 'pilot', values: { global: IMAGES } },
  { name: 'cni', folder: 'istio-cni', message: 'CniChart', flat: 'cni', values: { global: IMAGES } },
  { name: 'ztunnel', folder: 'ztunnel', message: 'ZtunnelChart', flat: 'ztunnel', values: IMAGES },
  { name: 'istio-default', folder: 'default', message: 'DefaultChart', values: {} },
  { name: 'istio-ingress', folder: 'gateways/istio-ingress', message: 'IngressChart', values: { global: IMAGES } },
  { name: 'istio-egress', folder: 'gateways/istio-egress', message: 'EgressChart', values: { global: IMAGES } },
];

/** What chart profiles there are: those of a chart are names of files, so that platforms and releases count among them. */
const NAMED: readonly JsonObject[] = [
  ...['ambient', 'demo', 'preview', 'remote', 'stable', 'platform-gke', 'compatibility-version-1.27'].map((profile) => ({ profile })),
  ...['gke', 'k3s', 'k3d', 'microk8s', 'minikube', 'openshift'].flatMap((platform) => [{ platform }, { global: { platform } }]),
  ...['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'].map((compatibilityVersion) => ({ compatibilityVersion })),
];

/** What must be set too, for a value to have an effect. */
const COMPANIONS: readonly (readonly [RegExp, JsonObject])[] = [
  [/^(pdb|autoscaleMin)/, { autoscaleMin: 2 }],
  [/^podDisruptionBudget|^autoscaling\.minReplicas/, { autoscaling: { minReplicas: 2 } }],
  [/^networkGateway/, { networkGateway: 'network-1' }],
  [/^service\./, { service: { externalTrafficPolicy: 'Local' } }],
  [/^kind$/, { podDisruptionBudget: { minAvailable: 1 } }],
  [/^istiodRemote\./, { istiodRemote: { enabled: true }, global: { remotePilotAddress: 'istiod.example.com' } }],
  [/remotePilotAddress/, { istiodRemote: { enabled: true } }],
  [/resourceQuotas/, { resourceQuotas: { enabled: true } }],
  [/^taint/, { taint: { enabled: true } }],
  [/tracer\.lightstep/, { global: { proxy: { tracer: 'lightstep' } } }],
  [/tracer\.datadog/, { global: { proxy: { tracer: 'datadog' } } }],
  [/^(resourceScope|global\.(resourceScope|operatorManageWebhooks|readerServiceAccount))/, { revisionTags: ['stable'] }],
  [/^gateways\.istio-ingressgateway\./, { gateways: { 'istio-ingressgateway': { injectionTemplate: 'gateway' } } }],
  [/^gateways\.istio-egressgateway\./, { gateways: { 'istio-egressgateway': { autoscaleMin: 2 } } }],
];

/** Values that stand for others by a name; they are tried by `NAMED`. */
const NAMES = ['profile', 'platform', 'compatibilityVersion'];

const RELEASE = { name: 'mesh', namespace: 'istio-system' };

/** What must be set too, for a value to have an effect, if anything. */
export function companionOf({ name: chart }: TriedChart, name: string): JsonObject | undefined {
  if (name === 'replicaCount') return chart === 'gateway' ? { autoscaling: { enabled: false } } : { autoscaleEnabled: false };
  return COMPANIONS.find(([pattern]) => pattern.test(name))?.[1];
}

function chartPlaces(shapes: Shapes, { message, flat }: TriedChart): Place[] {
  return placesOf(shapes, message, flat).filter(({ path }) => !NAMES.includes(path[path.length - 1]));
}

/** A chart as it is, under each name of a profile, and with each of its values alone. */
export function chartCases(shapes: Shapes, chart: TriedChart): ChartCase[] {
  const one = (title: string, ...layers: JsonObject[]): ChartCase => ({
    title: `${chart.name}: ${title}`, part: chart.name, chart, release: RELEASE, values: overlaid(chart.values, ...layers),
  });
  return [
    one('as it is'),
    { ...one('in another namespace'), release: { name: 'istio-eastwest', namespace: 'edge' } },
    ...NAMED.map((named) => one(JSON.stringify(named), named)),
    ...chartPlaces(shapes, chart).flatMap((place) => {
      const name = place.path.join('.');
      const companion = companionOf(chart, name);
      return candidates(shapes, place).good.flatMap((value) => {
        const title = `${name} = ${JSON.stringify(value)}`;
        return [one(title, treeAt(place.path, value)), ...(companion === undefined ? [] : [one(`${title} where it counts`, companion, treeAt(place.path, value))])];
      });
    }),
  ];
}

/** A combination of a chart's values, drawn by lot. */
export function drawnChartCase(shapes: Shapes, chart: TriedChart, seed: number, number: number): ChartCase {
  const draw = Draw.nth(seed, number);
  const layers: JsonObject[] = [chart.values];
  if (draw.chance(0.4)) layers.push(draw.pick(NAMED));
  if (draw.chance(0.2) && chart.name === 'istiod') layers.push({ autoscaleMin: 2, revisionTags: ['stable'] });
  const places = chartPlaces(shapes, chart);
  for (let left = draw.int(1, 12); left > 0; left--) {
    const place = draw.pick(places);
    const { good } = candidates(shapes, place);
    if (good.length > 0) layers.push(treeAt(place.path, draw.pick(good)));
  }
  const release = draw.pick([RELEASE, RELEASE, { name: 'istio-gateway', namespace: 'edge' }, { name: 'a', namespace: 'default' }]);
  return { title: `${chart.name}: ${seed}/${number}`, part: chart.name, chart, release, values: overlaid(...layers) };
}
