import { CHARTS, ChartName } from './charts';
import { InstalledPart } from './invariants';
import { inOrder } from './order';
import { Release } from './release';
import { chartValues } from './values/chart';
import { check } from './values/check';
import { plainValues } from './values/plain';
import { installSchema } from './values/schema';
import { Shapes } from './values/shape';
import { copy, freeze, merge } from './values/tree';
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

/** Where the struct of a chart's values is not that of the chart itself, which has them below a name of their own. */
const STRUCTS: Partial<Record<ChartName, string>> = { ztunnel: 'ZtunnelValues' };

/** Charts that write the mesh configuration, or read of it. */
const READS_MESH_CONFIG: readonly ChartName[] = ['istiod', 'istio-ingress', 'istio-egress'];

/**
 * Decides one chart of an installation.
 *
 * @param shared what lies below its own values
 * @throws if a value does not exist, has the wrong kind, or cannot be rendered
 */
export function resolvePart({ chart, release, values, title }: PartRequest, shared: SharedValues = {}): InstalledPart {
  const struct = STRUCTS[chart] ?? CHARTS[chart].message;
  const own: JsonObject = plainValues(values, struct, installSchema());
  check(new Shapes(installSchema()).type(struct), [], own, `in the values of ${title}`);
  const given = merge(sharedValues(shared, chart), own);
  return freeze({ chart, release, title, given, values: chartValues(chart, given) });
}

function sharedValues({ meshConfig, ...others }: SharedValues, chart: ChartName): JsonObject {
  const plain: JsonObject = plainValues({ ...others, ...(READS_MESH_CONFIG.includes(chart) && { meshConfig }) }, 'InstallValues', installSchema());
  check(new Shapes(installSchema()).type('InstallValues'), [], plain, 'in the values of the control plane');
  return plain;
}

/** The objects of a chart, in an order in which they can be applied. */
export function renderPart({ chart, release, values, given }: InstalledPart): Manifest[] {
  return copy(inOrder(CHARTS[chart].render(values, release, given)));
}
