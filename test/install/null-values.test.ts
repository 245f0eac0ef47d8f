import { CHART_NAMES, ChartName, renderChart } from '../../src/install';
import { CHARTS } from '../../src/install/charts';
import { chartDefaults } from '../../src/install/values/defaults';
import { isMap, nested } from '../../src/install/values/tree';
import { JsonObject } from '../../src/reference/json';

/** Ways to all values of a tree, and to the trees in it. */
function ways(tree: JsonObject, way: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) => [[...way, key], ...(isMap(value) ? ways(value, [...way, key]) : [])]);
}

/** Faults of the program: what nobody meant to throw. */
function faults(chart: ChartName): string[] {
  return ways(chartDefaults(CHARTS[chart].message)).flatMap((way) => {
    try {
      renderChart({ chart, values: nested(way, null), release: { name: 'mine', namespace: 'mesh' } });
      return [];
    } catch (error) {
      return error instanceof TypeError || error instanceof RangeError ? [`${way.join('.')}: ${error.message}`] : [];
    }
  });
}

// In files of values, a key with nothing behind it is null.
test.each(CHART_NAMES)('each value of the chart %s may be null: it is rendered, or refused in words', (chart) => {
  expect(faults(chart)).toEqual([]);
});
