import { Inexpressible, SourcePrinter } from '../../conformance/lib/source-printer';
import { readSchema } from '../../schema/tools/source';

const schema = readSchema();
const print = (object: object) => new SourcePrinter(schema).object(object, 'chart', 'a');
const virtualService = (http: object) => ({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' }, spec: { http: [http] } });

test('An object is made with its class, and what it names is to be imported', () => {
  const printer = new SourcePrinter(schema);
  const text = printer.object({ kind: 'PeerAuthentication', metadata: { name: 'default' }, spec: { mtls: { mode: 'STRICT' } } }, 'chart', 'o1');
  expect(text).toBe('new PeerAuthentication(chart, "o1", { metadata: {"name":"default"}, spec: { mtls: { mode: MutualTLSMode.STRICT } } })');
  expect([...printer.names].sort()).toEqual(['MutualTLSMode', 'PeerAuthentication']);
});

test('A choice is made by its factory, with the other fields beside it', () => {
  expect(print(virtualService({ match: [{ uri: { prefix: '/a' } }], redirect: { port: 8080, scheme: 'https' } })))
    .toContain('match: [{ uri: StringMatch.prefix("/a") }], redirect: HTTPRedirect.port(PortNumber.of(8080), { scheme: "https" })');
});

test('A choice of which nothing is written says so', () => {
  expect(print(virtualService({ match: [{ uri: {} }] }))).toContain('uri: StringMatch.of()');
});

test('The second choice of a message is a value of its own', () => {
  expect(print({ kind: 'DestinationRule', spec: { host: 'a', trafficPolicy: { loadBalancer: { consistentHash: { useSourceIp: true, maglev: { tableSize: 5 } } } } } }))
    .toContain('ConsistentHashLB.useSourceIp(true, { algorithm: ConsistentHashAlgorithm.maglev({ tableSize: 5 }) })');
});

test('Values with units are made by their classes', () => {
  expect(print(virtualService({ timeout: '5s', route: [{ destination: { host: 'a', port: { number: 80 } } }], mirrorPercentage: { value: 10 } })))
    .toContain('timeout: ProtoDuration.parse("5s"), route: [{ destination: { host: Host.of("a"), port: PortSelector.of(80) } }], mirrorPercentage: Percent.of(10)');
});

test('Old spellings become those of now, and null is what is not written', () => {
  expect(print(virtualService({ mirror_percent: 5, timeout: null }))).toContain('http: [{ mirrorPercent: Percentage.of(5) }]');
});

describe('What the classes cannot say is named with its place', () => {
  test.each<[string, object, string]>([
    ['two of a choice', { match: [{ uri: { exact: 'a', prefix: 'b' } }] }, 'spec.http.0.match.0.uri: StringMatch with exact and prefix'],
    ['an unknown field', { nope: 1 }, 'spec.http.0.nope: HTTPRoute has no such field'],
    ['an unknown word', { corsPolicy: { unmatchedPreflights: 'NO' } }, 'spec.http.0.corsPolicy.unmatchedPreflights: "NO" is no word of UnmatchedPreflights'],
    ['a value without its unit', { timeout: 5 }, 'spec.http.0.timeout: 5 is no ProtoDuration'],
    ['a list that is none', { match: {} }, 'spec.http.0.match: a list is expected'],
  ])('%s', (_title, http, message) => {
    expect(() => print(virtualService(http))).toThrow(new Inexpressible(message));
  });
});
