import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';
import { blocks, compilerErrors, runProgram } from './documents';
import { printedBy } from './printed';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GUIDE = blocks('docs/writing-a-mesh.md', 'ts').join('\n');
const ACCESS = blocks('docs/access.md', 'ts').join('\n');
const AMBIENT = blocks('docs/ambient.md', 'ts').join('\n');
const GATEWAYS = blocks('docs/gateways.md', 'ts').join('\n');
const GUARD_RAILS = blocks('docs/guard-rails.md', 'ts').join('\n');
const TEAMS = blocks('docs/teams.md', 'ts').join('\n');
const INGRESS = blocks('docs/ingress.md', 'ts').join('\n');
const ENROLLMENT = blocks('docs/enrollment.md', 'ts').join('\n');
const RELEASES = blocks('docs/releases.md', 'ts').join('\n');
const INSTALLING = blocks('docs/installing.md', 'ts').join('\n');
const MUTUAL_TLS = blocks('docs/mutual-tls.md', 'ts').join('\n');
const EGRESS = blocks('docs/egress.md', 'ts').join('\n');
const TRAFFIC = blocks('docs/traffic.md', 'ts').join('\n');
const [README] = blocks('README.md', 'ts');

test('the programs of the documents compile', () => {
  expect(compilerErrors({
    'README.md': README,
    'docs/writing-a-mesh.md': GUIDE,
    'docs/access.md': ACCESS,
    'docs/ambient.md': AMBIENT,
    'docs/egress.md': EGRESS,
    'docs/mutual-tls.md': MUTUAL_TLS,
    'docs/enrollment.md': ENROLLMENT,
    'docs/gateways.md': GATEWAYS,
    'docs/guard-rails.md': GUARD_RAILS,
    'docs/teams.md': TEAMS,
    'docs/ingress.md': INGRESS,
    'docs/installing.md': INSTALLING,
    'docs/traffic.md': TRAFFIC,
    'docs/releases.md': RELEASES,
  })).toEqual([]);
});

test('the program in README writes the piece that README shows', () => {
  runProgram(README, folder);
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  expect(blocks('README.md', 'yaml')).toEqual([Yaml.stringify(objects.find((object) => object.metadata.name === 'cart-callers'))]);
});

test('the program about ingress synthesizes', () => {
  runProgram(INGRESS, folder);
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-edge.k8s.yaml'));
  expect(objects.filter(({ kind }) => kind === 'VirtualService').map(({ metadata, spec }) => [metadata.name, spec.hosts])).toEqual([
    ['public-any', ['*']],
    ['public-api.example.com', ['api.example.com']],
    ['public-db.example.com', ['db.example.com']],
    ['public-partners.example.com', ['partners.example.com']],
    ['public-shop.example.com', ['shop.example.com']],
    ['public-vault.example.com', ['vault.example.com']],
    ['public-www.example.com', ['www.example.com']],
  ]);
});

test('the program in the guide synthesizes', () => {
  runProgram(GUIDE, folder);
  expect(readdirSync(folder).sort()).toEqual([
    'edge.k8s.yaml',
    'mesh-0-crds.k8s.yaml',
    'mesh-1-control-plane.k8s.yaml',
    'mesh-2-batch.k8s.yaml',
    'mesh-2-istio-ingress.k8s.yaml',
    'mesh-2-legacy.k8s.yaml',
    'mesh-2-shop.k8s.yaml',
  ]);
});

test('the program about access synthesizes, and prints the matrix', () => {
  const printed: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  runProgram(ACCESS, folder);
  stdout.mockRestore();
  expect(printed[0]).toMatch(/^FROM +TO +VERDICT +WHAT +ENFORCED AT +REASON +DECLARED AT\n/);
  expect(JSON.parse(printed[1])).toMatchObject({ services: 7, possible: 42 });
  expect(printed[2]).toMatch(/^\d+ of 42 paths between 7 services are allowed; \d+ lines deny\.\n$/);
});

test('the program about releases synthesizes, with the objects of both controllers', () => {
  const printed: unknown[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text) => printed.push(text));
  runProgram(RELEASES, folder);
  log.mockRestore();
  const shop: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  expect(shop.filter(({ kind }) => ['Rollout', 'Canary', 'HTTPRoute', 'VirtualService'].includes(kind)).map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
    'Canary search', 'HTTPRoute orders', 'HTTPRoute web-modern', 'Rollout api', 'VirtualService api', 'VirtualService cart', 'VirtualService web',
  ]);
  expect(printed[0]).toBe('stable, copies of 10 %, copies of 100 %, preview, 5 %, 25 %, 50 %, 100 %');
});

test('the program about traffic synthesizes', () => {
  runProgram(TRAFFIC, folder);
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  const named = (kind: string): string[] => objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
  expect([named('VirtualService'), named('DestinationRule')]).toEqual([['cart', 'db', 'search', 'web'], ['cart', 'db', 'web']]);
});

test('the program about gateways synthesizes', () => {
  runProgram(GATEWAYS, folder);
  const edge: any[] = Yaml.load(path.join(folder, 'mesh-2-edge.k8s.yaml'));
  expect(edge.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name)).toEqual(['istio-eastwest', 'out', 'public']);
  expect(edge.filter(({ kind }) => kind === 'Gateway').map(({ apiVersion, metadata }) => [metadata.name, apiVersion])).toEqual([
    ['istio-eastwest', 'networking.istio.io/v1'],
    ['modern', 'gateway.networking.k8s.io/v1'],
    ['out', 'networking.istio.io/v1'],
    ['public', 'networking.istio.io/v1'],
  ]);
});

test('the program about ambient mode synthesizes', () => {
  runProgram(AMBIENT, folder);
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  const modes = objects.filter(({ kind }) => kind === 'Deployment').map(({ metadata, spec: { template } }) => (
    [metadata.name, template.spec.containers.length, template.metadata.labels['istio.io/dataplane-mode']]
  ));
  expect(modes).toEqual([['backup', 1, 'none'], ['cart', 1, undefined], ['legacy', 2, undefined], ['web', 1, undefined]]);
});

test('the program in the page about enrollment synthesizes', () => {
  runProgram(ENROLLMENT, folder);
  expect(readdirSync(folder).filter((file) => /^mesh-2-/.test(file)).sort()).toEqual([
    'mesh-2-lab.k8s.yaml', 'mesh-2-legacy.k8s.yaml', 'mesh-2-reviewed.k8s.yaml', 'mesh-2-shop.k8s.yaml',
  ]);
});

test('the program in the page about installing synthesizes', () => {
  runProgram(INSTALLING, folder);
  expect(readdirSync(folder).sort()).toEqual([
    'istio-0-base.k8s.yaml',
    'istio-1-cni.k8s.yaml',
    'istio-2-revision-1-31-3.k8s.yaml',
    'istio-2-revision-1-31-4.k8s.yaml',
    'istio-3-ztunnel.k8s.yaml',
    'istio-4-tag-default.k8s.yaml',
    'istio-4-tag-prod.k8s.yaml',
    'istio-5-gateway-public.k8s.yaml',
  ]);
});

test('the program about mutual TLS synthesizes a step of its migration', () => {
  runProgram(MUTUAL_TLS, folder);
  const modes = ['mesh-1-control-plane', 'mesh-2-shop', 'mesh-2-vault'].flatMap((file) => Yaml.load(path.join(folder, `${file}.k8s.yaml`)) as any[])
    .filter(({ kind }) => kind === 'PeerAuthentication').map(({ metadata, spec }) => [metadata.namespace, metadata.name, spec.mtls?.mode, spec.portLevelMtls]);
  expect(modes).toEqual([
    ['shop', 'default', 'STRICT', undefined],
    ['vault', 'default', 'STRICT', undefined],
    ['vault', 'keys', undefined, { 15090: { mode: 'PERMISSIVE' } }],
  ]);
});

test('the program about what leaves the mesh synthesizes', () => {
  runProgram(EGRESS, folder);
  const outside: any[] = Yaml.load(path.join(folder, 'mesh-1-control-plane.k8s.yaml'));
  const edge: any[] = Yaml.load(path.join(folder, 'mesh-2-edge.k8s.yaml'));
  expect(outside.filter(({ kind }) => kind === 'ServiceEntry').map(({ metadata, spec }) => [metadata.name, spec.resolution])).toEqual([
    ['archive', 'STATIC'], ['bank', 'DNS'], ['cdn', 'NONE'], ['ledger', 'DNS'], ['news', 'DNS'], ['pages', 'DYNAMIC_DNS'], ['payments', 'DNS'],
    ['plant', 'NONE'], ['search', 'DNS'], ['tax', 'DNS'], ['wiki', 'NONE'],
  ]);
  expect(edge.find(({ kind, spec }) => kind === 'Gateway' && spec.servers !== undefined).spec.servers.map(({ port }: any) => port.name)).toEqual([
    'tls-1521-ledger', 'tls-443-payments', 'https-80-payments', 'tls-443-payments-2', 'https-80-payments-2', 'https-80-tax', 'tls-443-wiki',
  ]);
});

test('the program about several teams synthesizes, without a word', () => {
  expect(printedBy(() => runProgram(TEAMS, folder))).toEqual([]);
  const objects: any[] = Yaml.load(path.join(folder, 'mesh-2-shop.k8s.yaml'));
  expect(objects.find(({ kind }) => kind === 'Sidecar').spec.egress).toEqual([{ hosts: ['orders/orders.orders.svc.cluster.local', 'stock/stock.stock.svc.cluster.local'] }]);
});

test('the page about guard rails has a line for each code, and its program synthesizes without a word', () => {
  const codes = readFileSync(path.join(__dirname, '..', 'docs', 'guard-rails.md'), 'utf8').match(/^\| A\d+/gm);
  expect(codes).toEqual(Array.from({ length: 34 }, (_, at) => `| A${at + 1}`));
  expect(printedBy(() => runProgram(GUARD_RAILS, folder))).toEqual([]);
});
