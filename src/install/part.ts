import { givenChartValues } from './chart-request';
import { CHARTS, ChartName } from './charts';
import { gatewayChartContext } from './gateway-chart/context';
import { InstalledPart } from './invariants';
import { inOrder } from './order';
import { Release } from './release';
import { chartValues } from './values/chart';
import { copy, freeze, merge } from './values/tree';
import type { GatewayChartValues } from './values/types';
import { JsonObject, Manifest } from '../reference/json';

/** Which chart is installed, and with what. */
export interface PartRequest {
  readonly chart: ChartName;
  readonly release: Release;
  /** Values in the form of the chart's values file, or in that of the typed structs. */
  readonly values: object;
  /** What it is called in messages, such as `revision "canary"`. */
  readonly title: string;
}

/** What components of a cluster share: profile, platform, older release, `global` and the mesh configuration. */
export interface SharedValues {
  readonly profile?: string;
  readonly platform?: string;
  readonly compatibilityVersion?: string;
  readonly global?: object;
  readonly meshConfig?: object;
}

/** Charts that write the mesh configuration, or read of it. */
const READS_MESH_CONFIG: readonly ChartName[] = ['istiod', 'istio-ingress', 'istio-egress'];

/**
 * Decides one chart of an installation.
 *
 * @param shared what lies below its own values
 * @throws if a value does not exist, has the wrong kind, or cannot be rendered
 */
export function resolvePart({ chart, release, values, title }: PartRequest, shared: SharedValues = {}): InstalledPart {
  const below = givenChartValues(chart, readOf(shared, chart), 'in the values of the control plane');
  const given = merge(below, givenChartValues(chart, values, `in the values of ${title}`));
  return freeze({ chart, release, title, given, values: chartValues(chart, given) });
}

function readOf({ meshConfig, ...others }: SharedValues, chart: ChartName): SharedValues {
  return { ...others, ...(meshConfig !== undefined && READS_MESH_CONFIG.includes(chart) && { meshConfig }) };
}

/** The objects of a chart, in an order in which they can be applied. */
export function renderPart({ chart, release, values, given }: InstalledPart): Manifest[] {
  return copy(inOrder(CHARTS[chart].render(values, release, given)));
}

/** Labels by which the Service of a gateway of the chart `gateway`, and Gateway resources, find its pods. */
export function gatewaySelector({ values, release }: InstalledPart): Record<string, string> {
  return { ...gatewayChartContext(values as GatewayChartValues & JsonObject, release).selector };
}
