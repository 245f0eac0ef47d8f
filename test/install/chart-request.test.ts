import { CHART_NAMES, chartNamed, renderChart } from '../../src/install';
import { CHARTS } from '../../src/install/charts';

const RELEASE = { name: 'mine', namespace: 'mesh' };

const refusal = (chart: string, values: object): string => {
  try {
    renderChart({ chart, values, release: RELEASE });
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
};

test('the names of charts are those of the registry', () => {
  expect([...CHART_NAMES].sort()).toEqual(Object.keys(CHARTS).sort());
});

test.each(CHART_NAMES)('the chart %s is rendered from its defaults, for its release', (chart) => {
  const objects = renderChart({ chart, release: RELEASE });
  expect(objects.length).toBeGreaterThan(0);
  expect([...new Set(objects.map(({ metadata }) => metadata.namespace ?? 'mesh'))].filter((namespace) => !['mesh', 'istio-system'].includes(namespace))).toEqual([]);
});

test.each([
  ['default', 'There is no chart "default". Did you mean "istio-default"? Use one of: base, istiod, istio-default, cni, ztunnel, gateway, istio-ingress, istio-egress.'],
  ['valueOf', 'There is no chart "valueOf". Use one of: base, istiod, istio-default, cni, ztunnel, gateway, istio-ingress, istio-egress.'],
])('%j is no chart', (name, message) => {
  expect(() => chartNamed(name)).toThrow(new Error(message));
});

describe('what a chart may be given', () => {
  test('are its own values, those of its component without their name, and those of all charts', () => {
    expect(refusal('istiod', { autoscaleMin: 2, pilot: { env: { A: '1' } }, global: { logAsJson: true }, ztunnel: { hub: 'x' }, profile: 'demo' })).toBe('nothing');
  });

  test('of the standalone gateway its own alone', () => {
    expect(refusal('gateway', { autoscaleMin: 2 })).toMatch(/^There is no setting "autoscaleMin" \(in the request\)\. /);
  });

  test('null takes away a value, wherever it stands', () => {
    expect(refusal('istiod', { resources: null, affinity: null, global: { priorityClassName: null } })).toBe('nothing');
    expect(refusal('istiod', { global: null })).toMatch(/^The setting "global" takes a map of /);
  });
});
