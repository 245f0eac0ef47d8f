import { Chart, Lazy, Testing } from 'cdk8s';
import {
  ConsistentHashAlgorithm, ConsistentHashLB, DestinationRule, Host, HTTPFaultAbort, LoadBalancerSettings, MetricSelector, Percent, Percentage,
  PortNumber, ProtoDuration, ReadinessProbe, SimpleLB, StringMatch, TrafficExtension, TrafficExtensionSpec, VirtualService, WorkloadGroup,
} from '../../src';

function written(make: (scope: Chart) => void): any {
  const chart = Testing.chart();
  make(chart);
  return Testing.synth(chart)[0].spec;
}

test('a choice is written with the field that was chosen, beside the others', () => {
  expect([
    StringMatch.exact('v'), StringMatch.regex('v.*'), HTTPFaultAbort.httpStatus(503, { percentage: Percent.of(10) }), HTTPFaultAbort.grpcStatus('UNAVAILABLE'),
    LoadBalancerSettings.simple(SimpleLB.LEAST_REQUEST, { localityLbSetting: { enabled: true } }), MetricSelector.customMetric('requests'),
  ].map((choice) => WrittenAlone.of(choice))).toEqual([
    { exact: 'v' }, { regex: 'v.*' }, { percentage: { value: 10 }, httpStatus: 503 }, { grpcStatus: 'UNAVAILABLE' },
    { localityLbSetting: { enabled: true }, simple: 'LEAST_REQUEST' }, { customMetric: 'requests' },
  ]);
});

test('none of the fields of a choice is a choice too, where Istio takes it', () => {
  const none = [StringMatch.of(), LoadBalancerSettings.of({ localityLbSetting: { enabled: false } }), MetricSelector.of()];
  expect(none.map((choice) => WrittenAlone.of(choice))).toEqual([{}, { localityLbSetting: { enabled: false } }, {}]);
  expect([(TrafficExtensionSpec as any).of, (ReadinessProbe as any).of]).toEqual([undefined, undefined]);
});

test('two choices in one message do not exclude each other', () => {
  const algorithm = ConsistentHashAlgorithm.maglev({ tableSize: 65537 });
  expect([
    ConsistentHashLB.useSourceIp(true, { algorithm }), ConsistentHashLB.useSourceIp(), ConsistentHashLB.of({ algorithm }),
    ConsistentHashLB.httpCookie({ name: 'session', ttl: ProtoDuration.seconds(0) }, { algorithm: ConsistentHashAlgorithm.ringHash({ minimumRingSize: 1024 }) }),
  ].map((choice) => WrittenAlone.of(choice))).toEqual([
    { useSourceIp: true, maglev: { tableSize: 65537 } }, { useSourceIp: true }, { maglev: { tableSize: 65537 } },
    { httpCookie: { name: 'session', ttl: '0s' }, ringHash: { minimumRingSize: 1024 } },
  ]);
});

test('choices within choices are written, in a chart, without one, and lazily', () => {
  const spec = {
    host: Host.service('web', 'shop'),
    trafficPolicy: {
      loadBalancer: LoadBalancerSettings.consistentHash(ConsistentHashLB.httpHeaderName('x-user'), { warmup: { duration: ProtoDuration.minutes(1) } }),
    },
  };
  const expected = {
    host: 'web.shop.svc.cluster.local', trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: 'x-user' }, warmup: { duration: '60s' } } },
  };
  expect(written((scope) => new DestinationRule(scope, 'a', { spec }))).toEqual(expected);
  expect(DestinationRule.manifest({ spec }).spec).toEqual(expected);
  expect(written((scope) => new DestinationRule(scope, 'a', { spec: Lazy.any({ produce: () => spec }) }))).toEqual(expected);
});

test('the spec of a kind can be a choice itself', () => {
  const spec = TrafficExtensionSpec.lua({ inlineCode: 'print()' }, { priority: 3 });
  expect(written((scope) => new TrafficExtension(scope, 'a', { spec }))).toEqual({ lua: { inlineCode: 'print()' }, priority: 3 });
});

test('a choice is a value: neither what went in nor what comes out changes it', () => {
  const options = { periodSeconds: 5 };
  const command = ['true'];
  const probe = ReadinessProbe.exec({ command }, options);
  command.push('more');
  options.periodSeconds = 6;
  probe.resolve().exec.command.push('again');
  expect(written((scope) => new WorkloadGroup(scope, 'a', { spec: { template: {}, probe } }))).toEqual(
    { template: {}, probe: { exec: { command: ['true'] }, periodSeconds: 5 } });
});

test('what holds one value is made from it, and checks it', () => {
  expect(WrittenAlone.of(Percent.of(0.5))).toEqual({ value: 0.5 });
  expect(() => Percent.of(101)).toThrow(new Error('101 is not a percentage. Give a number from 0 to 100.'));
});

test('one class cannot stand for another', () => {
  // @ts-expect-error the values have different units
  const port: PortNumber = Percentage.of(5);
  // @ts-expect-error the choices are of different messages
  const match: StringMatch = MetricSelector.of();
  // @ts-expect-error a field of the group is chosen by its factory alone
  LoadBalancerSettings.of({ simple: SimpleLB.RANDOM });
  // @ts-expect-error a name that the message does not have
  const spec: Parameters<typeof VirtualService.manifest>[0]['spec'] = { hosts: [], htp: [] };
  expect([port, match, spec]).toHaveLength(3);
});

/** What a value writes without a chart. */
const WrittenAlone = {
  of: (value: any): any => VirtualService.manifest({ spec: value }).spec,
};
