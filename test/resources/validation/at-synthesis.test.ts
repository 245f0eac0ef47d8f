import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Include, JsonPatch, Lazy } from 'cdk8s';
import { Mesh, ProtoDuration, VirtualService } from '../../../src';
import { validated, validatedApp } from '../../../src/resources/validation/at-synthesis';

let outdir: string;
let printed: string[];

beforeEach(() => {
  outdir = mkdtempSync(path.join(tmpdir(), 'at-synthesis-'));
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true });
});

function chartOf(): { app: App; chart: Chart } {
  const app = new App({ outdir });
  return { app, chart: new Chart(app, 'routes', { namespace: 'shop' }) };
}

const HOST = 'web.shop.svc.cluster.local';
const spec = (route: object = {}): any => ({ hosts: [HOST], http: [{ route: [{ destination: { host: HOST } }], ...route }] });
const plain = (more: object): any => ({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' }, ...more });

const NO_DURATION = '"5" cannot be held to a rule: "5" is no duration. Write a number with a unit, of at least 1ms, such as 500ms, 5s or 1h30m.';

test('What a cluster would refuse fails synthesis, all of it at once, each under its construct', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'a', { spec: spec({ timeout: '5' }) });
  new VirtualService(chart, 'b', { metadata: { name: 'B' }, spec: { ...spec(), nosuch: 1 } });
  expect(() => app.synth()).toThrow(new Error([
    'Validation failed with the following errors:',
    `  [routes/a] spec.http[0].timeout: ${NO_DURATION}`,
    '  [routes/b] metadata.name: "B" is not a name that an object may have. Use lower-case letters, digits, dashes and dots, at most 253, with a letter or a digit at both ends.',
    '  [routes/b] spec.nosuch: there is no field "nosuch" here. Remove it, or use one of exportTo, gateways, hosts, http, tcp, tls.',
  ].join('\n')));
});

test('Good objects are written', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'a', { spec: spec({ timeout: ProtoDuration.seconds(5) }) });
  app.synth();
  expect(readdirSync(outdir)).toEqual(['routes.k8s.yaml']);
  expect(printed).toEqual([]);
});

test('What is checked is what is written: values that are made late, nulls that are left out, and patches', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'late', { spec: spec({ timeout: Lazy.any({ produce: () => '5' }) }) });
  new VirtualService(chart, 'null', { spec: spec({ timeout: null, retries: undefined }) });
  new VirtualService(chart, 'mended', { spec: spec({ timeout: '5' }) }).addJsonPatch(JsonPatch.replace('/spec/http/0/timeout', '5s'));
  expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [routes/late] spec.http[0].timeout: ${NO_DURATION}`));
});

test('What a patch broke is only warned about, for a patch is the way past the checks', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'a', { spec: spec({ timeout: '5s' }) }).addJsonPatch(JsonPatch.replace('/spec/http/0/timeout', '5'));
  app.synth();
  expect(printed).toEqual([`[routes/a] warning: spec.http[0].timeout: ${NO_DURATION}\n`]);
});

test('Labels and annotations that are added later are checked', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'a', { spec: spec() }).metadata.addLabel('a b', 'x');
  expect(() => app.synth()).toThrow(/\[routes\/a\] metadata\.labels\["a b"\]: "a b" is not a key\./);
});

test('Resolvers of the app are heard', () => {
  const app = new App({ outdir, resolvers: [{ resolve: (context) => { if (context.value === '5s') context.replaceValue('5'); } }] });
  new VirtualService(new Chart(app, 'routes'), 'a', { spec: spec({ timeout: '5s' }) });
  expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [routes/a] spec.http[0].timeout: ${NO_DURATION}`));
});

test('What cannot be written at all is left to cdk8s to say', () => {
  const { app, chart } = chartOf();
  new VirtualService(chart, 'a', { spec: { ...spec(), http: [new Date(0)] } as any });
  expect(() => app.synth()).toThrow(/^Failed serializing construct at path 'routes\/a' with name 'routes-a-.*': Error: can't render non-simple object of type 'Date'$/);
});

test('Warnings are printed once, and kept with the construct', () => {
  const { app, chart } = chartOf();
  const route = new VirtualService(chart, 'a', { metadata: { name: 'web' }, spec: { ...spec(), http: [...spec().http, ...spec().http] } });
  app.synth();
  app.synth();
  expect(printed).toHaveLength(1);
  const [{ type, data }] = route.node.metadata;
  expect(type).toBe('cdk8s-istio:warning');
  expect(printed).toEqual([`[routes/a] warning: ${data}\n`]);
  expect(route.node.metadata).toHaveLength(1);
});

test('In an app that asks for it, plain objects and those of files are checked under their own paths, once each', () => {
  const { app, chart } = chartOf();
  const file = path.join(outdir, 'given.yaml');
  writeFileSync(file, JSON.stringify(plain({ metadata: { name: 'given' }, spec: spec({ timeout: '5' }) })));
  new ApiObject(chart, 'plain', plain({ spec: spec({ timeout: '5' }) }));
  new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'UPPER' } });
  new Include(chart, 'file', { url: file });
  new VirtualService(chart, 'class', { spec: spec({ timeout: '5' }) });
  validatedApp(app);
  validatedApp(app);
  const message = ['Validation failed with the following errors:',
    `  [routes/plain] spec.http[0].timeout: ${NO_DURATION}`,
    `  [routes/file/given-virtualservice] spec.http[0].timeout: ${NO_DURATION}`,
    `  [routes/class] spec.http[0].timeout: ${NO_DURATION}`].join('\n');
  expect(() => app.synth()).toThrow(new Error(message));
  expect(() => app.synth()).toThrow(new Error(message));
});

test('A mesh asks for it', () => {
  const app = new App({ outdir });
  new Mesh(app, 'mesh', { controlPlane: false });
  new ApiObject(new Chart(app, 'routes'), 'plain', plain({ spec: spec({ timeout: '5' }) }));
  expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [routes/plain] spec.http[0].timeout: ${NO_DURATION}`));
});

test('Without a mesh, objects of other classes are left alone', () => {
  const { app, chart } = chartOf();
  new ApiObject(chart, 'plain', plain({ spec: spec({ timeout: '5' }) }));
  app.synth();
  expect(readdirSync(outdir)).toEqual(['routes.k8s.yaml']);
});

test('An object that is named twice is checked once', () => {
  const { app, chart } = chartOf();
  const object = new ApiObject(chart, 'plain', plain({ spec: spec({ timeout: '5' }) }));
  validated(object);
  validated(object);
  expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [routes/plain] spec.http[0].timeout: ${NO_DURATION}`));
});

test('A manifest from elsewhere is checked as the objects of the class are', () => {
  const { app, chart } = chartOf();
  VirtualService.fromManifest(chart, 'a', plain({ spec: spec({ timeout: '5' }) }));
  expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [routes/a] spec.http[0].timeout: ${NO_DURATION}`));
});
