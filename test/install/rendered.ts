import { ChartName, CHARTS } from '../../src/install/charts';
import { Release } from '../../src/install/release';
import { chartValues } from '../../src/install/values/chart';
import { JsonObject, Manifest } from '../../src/reference/json';

export const RELEASE: Release = { name: 'mesh', namespace: 'istio-system' };

/** The objects of a chart with values, as a Helm user gives them. */
export function rendered(chart: ChartName, values: JsonObject = {}, release: Release = RELEASE): Manifest[] {
  return CHARTS[chart].render(chartValues(chart, values), release, values);
}

/** Kind and name of an object. */
export const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

/** The only object of that kind and name. */
export function find(objects: readonly Manifest[], name: string): Manifest {
  const found = objects.filter((object) => nameOf(object) === name);
  expect(found.map(nameOf)).toEqual([name]);
  return found[0];
}
