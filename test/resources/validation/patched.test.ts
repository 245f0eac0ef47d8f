import { Chart, JsonPatch, Testing } from 'cdk8s';
import { Host, HTTPRoute, PortSelector, ProtoDuration, VirtualService } from '../../../src';

const HOST = Host.of('web');
const HTTP: HTTPRoute[] = [{ route: [{ destination: { host: HOST, port: PortSelector.of(80) } }], timeout: ProtoDuration.seconds(5) }];

let printed: string[];

beforeEach(() => {
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(`${text}`) > 0);
});

afterEach(() => jest.restoreAllMocks());

/** What a patched VirtualService writes, and what is said of it. */
function synthesized(...patches: JsonPatch[]): any {
  const chart = new Chart(Testing.app(), 'test');
  new VirtualService(chart, 'web', { spec: { hosts: [HOST], http: HTTP } }).addJsonPatch(...patches);
  return Testing.synth(chart)[0];
}

test('a field that this release does not have can be written with a patch, and is warned about', () => {
  const { spec } = synthesized(JsonPatch.add('/spec/http/0/brandNew', { deep: [1] }), JsonPatch.add('/metadata/labels', { 'a/b': 'c' }));
  expect(spec.http[0].brandNew).toEqual({ deep: [1] });
  expect(printed).toEqual([expect.stringMatching(/^\[test\/web\] warning: spec\.http\[0\]\.brandNew: there is no field "brandNew"/)]);
});

test('a patch that adds to a list may write any item of it', () => {
  const { spec } = synthesized(JsonPatch.add('/spec/http/-', { brandNew: 1 }));
  expect(spec.http[1]).toEqual({ brandNew: 1 });
  expect(printed.filter((line) => line.includes('brandNew'))).toHaveLength(1);
});

test('what a patch did not write is refused as before', () => {
  expect(() => synthesized(JsonPatch.add('/spec/gateways', ['mesh']), JsonPatch.remove('/spec/http'))).toThrow(new Error(
    'Validation failed with the following errors:\n  [test/web] spec: There is no route. Give "http", "tls" or "tcp".'));
  expect(printed).toEqual([]);
});
