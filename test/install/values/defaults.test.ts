import { chartDefaults } from '../../../src/install/values/defaults';
import { Bundle } from '../../../src/resources/bundle';

const TOY = (messages: Record<string, any>): Bundle => ({ scalars: {}, enums: {}, kinds: {}, messages });

const START = { fields: { image: { is: 'string', default: 'pilot' }, size: { is: 'Size', default: { cpu: 2 } }, note: 'string' } };
const SIZE = { fields: { cpu: { is: 'integer', default: 1 }, memory: { is: 'integer', default: 1 } } };

test('a chart starts from the defaults of its fields, what a place says over what the message says', () => {
  const schema = TOY({ BaseChart: START, Size: SIZE });
  expect(chartDefaults('BaseChart', schema)).toEqual({ image: 'pilot', size: { cpu: 2, memory: 1 } });
});

test('of a shared message only some defaults hold, or all without some', () => {
  const schema = TOY({
    BaseChart: { fields: { one: { is: 'Start', only: ['image', 'size.memory', 'note'] }, two: { is: 'Start', without: ['size'] }, none: { is: 'Start', only: [] } } },
    Start: START,
    Size: SIZE,
  });
  expect(chartDefaults('BaseChart', schema)).toEqual({ one: { image: 'pilot', size: { memory: 1 } }, two: { image: 'pilot' } });
});

test('the values of a component stand without its name where its chart has them so', () => {
  const schema = TOY({ IstiodChart: { flat: 'pilot', fields: { pilot: 'Start', revision: { is: 'string', default: '' } } }, Start: START, Size: SIZE });
  expect(chartDefaults('IstiodChart', schema)).toEqual({ image: 'pilot', size: { cpu: 2, memory: 1 }, revision: '' });
});

test('each call makes a tree of its own', () => {
  const first = chartDefaults('IstiodChart');
  first.global.proxy.image = 'other';
  first.resources.requests.cpu = '1';
  const { global, resources } = chartDefaults('IstiodChart');
  expect([global.proxy.image, resources]).toEqual(['proxyv2', { requests: { cpu: '500m', memory: '2048Mi' } }]);
});

test('charts share the values of the mesh, and differ where the release does', () => {
  expect(['IstiodChart', 'CniChart', 'IngressChart'].map((chart) => chartDefaults(chart as 'CniChart').global.logging.level)).toEqual(['default:info', 'info', 'default:info']);
  expect(chartDefaults('ZtunnelChart').global).toEqual({ networkPolicy: { enabled: false } });
  expect(chartDefaults('EgressChart').gateways['istio-egressgateway'].type).toBe('ClusterIP');
  expect(chartDefaults('BaseChart').global).toEqual({ enableReaderRBAC: true, imagePullSecrets: [], istioNamespace: 'istio-system', resourceScope: 'all' });
});
