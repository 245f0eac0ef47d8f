import { readFile } from './install-options';
import { Io, UsageError } from './io';
import { Part } from './manifest-output';
import { ChartName, chartNamed, CHART_NAMES, renderChart } from '../install';
import { withPlace } from '../install/value-place';
import { merge } from '../install/values/tree';
import { isMap, JsonObject } from '../reference/json';
import { readDocuments } from '../yaml/document';

/** Options about charts that are rendered by themselves. */
export interface ChartFlags {
  /** `CHART=FILE`, the later over the earlier. */
  readonly values: string[];
  readonly release?: string;
  readonly namespace?: string;
}

/** Names of releases that Istio's guides use, where they are not those of the charts. */
const USUAL_RELEASES: { readonly [chart in ChartName]?: string } = { base: 'istio-base', cni: 'istio-cni' };

/** A file of Helm values. */
interface ValuesFile {
  readonly chart: ChartName;
  readonly values: JsonObject;
  /** The line of a value, as `file:line`; nothing where the file does not have it. */
  readonly placeOf: (keys: readonly (string | number)[]) => string | undefined;
}

/** Renders the charts of which values are given, each as Helm would. */
export function renderCharts(io: Io, { values, release, namespace }: ChartFlags): Part[] {
  const files = values.map((text) => readValues(io, text));
  const charts = CHART_NAMES.filter((name) => files.some(({ chart }) => chart === name));
  if (release !== undefined && charts.length > 1) {
    throw new UsageError(`One release is one chart, and --release ${release} would be the name of several: ${charts.join(', ')}. Render them one by one.`);
  }
  return charts.map((chart) => {
    const own = files.filter((file) => file.chart === chart);
    const said = (keys: readonly (string | number)[]): string | undefined =>
      [...own].reverse().map(({ placeOf }) => placeOf(keys)).find((place) => place !== undefined);
    const objects = withPlace(said, [[], ['pilot'], ['cni']], () => renderChart({
      chart,
      values: own.map((file) => file.values).reduce(merge, {}),
      release: { name: release ?? USUAL_RELEASES[chart] ?? chart, namespace: namespace ?? 'istio-system' },
      given: (keys) => said(keys) ?? 'in the values',
    }));
    return { name: chart, objects };
  });
}

function readValues(io: Io, text: string): ValuesFile {
  const equals = text.indexOf('=');
  if (equals <= 0 || equals === text.length - 1) throw new UsageError(`"${text}" does not name a chart and a file. Write CHART=FILE, such as istiod=values.yaml.`);
  const chart = chartNamed(text.slice(0, equals));
  const file = text.slice(equals + 1);
  const [document, second] = readDocuments(readFile(io, file, 'a file of Helm values'), file);
  if (second !== undefined) throw new UsageError(`${file}:${second.lineOf([])}: a second document begins here. Give each file of values by itself, with --values for each.`);
  if (document === undefined) return { chart, values: {}, placeOf: () => undefined };
  const { value } = document;
  if (!isMap(value)) throw new UsageError(`${file}:${document.lineOf([])}: these are no values. Write a map, such as "replicaCount: 2".`);
  return { chart, values: value, placeOf: (keys) => (holds(value, keys) ? `${file}:${document.lineOf(keys)}` : undefined) };
}

function holds(tree: unknown, [key, ...rest]: readonly (string | number)[]): boolean {
  if (key === undefined) return true;
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, key)) return false;
  return holds((tree as JsonObject)[key], rest);
}
