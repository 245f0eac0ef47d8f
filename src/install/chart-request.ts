import { ChartName, CHARTS } from './charts';
import { inOrder } from './order';
import { Release } from './release';
import { chartValues } from './values/chart';
import { check, Given } from './values/check';
import { plainValues } from './values/plain';
import { installSchema } from './values/schema';
import { Shapes } from './values/shape';
import { FieldsShape } from './values/shape-types';
import { copy, sorted } from './values/tree';
import { JsonObject, Manifest } from '../reference/json';
import { nearest } from '../reference/nearest';

/** A chart by itself, as Helm is asked for it. */
export interface ChartRequest {
  /** Its own name, such as `istiod`. */
  readonly chart: string;
  /**
   * Values over its defaults, in the form of a Helm values file: as plain data, or as the struct of the chart's values.
   *
   * @default its defaults alone
   */
  readonly values?: object;
  /** Name and namespace under which it is installed. */
  readonly release: Release;
  /** Where the values were given, for messages. */
  readonly given?: Given;
}

/**
 * The objects of a chart, in an order in which they can be applied.
 *
 * @throws if there is no such chart, a value does not exist or is of the wrong kind, or the chart refuses its values
 */
export function renderChart({ chart, values = {}, release, given = 'in the request' }: ChartRequest): Manifest[] {
  const name = chartNamed(chart);
  const plain = givenChartValues(name, values, given);
  return copy(inOrder(CHARTS[name].render(chartValues(name, plain), release, plain)));
}

/**
 * Values that a chart is given, as plain data.
 *
 * @throws if a value does not exist or is of the wrong kind
 */
export function givenChartValues(chart: ChartName, values: object, given: Given): JsonObject {
  const { message } = CHARTS[chart];
  const plain: JsonObject = sorted(plainValues(values, message, installSchema()));
  check(chartShape(message), [], plain, given);
  return plain;
}

/** Names that charts have elsewhere. */
const OTHER_NAMES: Readonly<Record<string, ChartName>> = { 'istio-base': 'base', 'istio-cni': 'cni', 'default': 'istio-default', 'istio-discovery': 'istiod' };

/**
 * The chart of a name.
 *
 * @throws if there is none, with the names that there are
 */
export function chartNamed(name: string): ChartName {
  if (Object.hasOwn(CHARTS, name)) return name as ChartName;
  const names = Object.keys(CHARTS);
  const like = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : nearest(name, names);
  const guess = like === undefined ? '' : ` Did you mean "${like}"?`;
  throw new Error(`There is no chart "${name}".${guess} Use one of: ${names.join(', ')}.`);
}

let shapes: Shapes | undefined;
const shapeOf = new Map<string, FieldsShape>();

function chartShape(message: string): FieldsShape {
  const known = shapeOf.get(message);
  if (known !== undefined) return known;
  shapes ??= new Shapes(installSchema());
  const made = shapes.chart(message);
  shapeOf.set(message, made);
  return made;
}
