import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Yaml } from 'cdk8s';
import * as bookinfo from '../../examples/bookinfo/main';
import * as guestbook from '../../examples/guestbook/main';
import { plans } from '../../examples/guestbook/plans';
import * as platform from '../../examples/platform/main';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'examples-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function filesOf(outdir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(outdir).sort().map((file) => [file, readFileSync(path.join(outdir, file), 'utf8')]));
}

function objectsOf(outdir: string): any[] {
  return readdirSync(outdir).sort().flatMap((file) => Yaml.load(path.join(outdir, file)));
}

function find(objects: any[], kind: string, name: string): any {
  return objects.find((object) => object.kind === kind && object.metadata.name === name);
}

test.each(['guestbook', 'bookinfo', 'platform'])('%s writes the same bytes twice', (name) => {
  const { synthesize }: { synthesize(outdir: string): unknown } = { guestbook, bookinfo, platform }[name]!;
  synthesize(path.join(folder, 'first'));
  synthesize(path.join(folder, 'second'));
  expect(filesOf(path.join(folder, 'second'))).toEqual(filesOf(path.join(folder, 'first')));
});

test('the files of the guestbook sort in the order to apply', () => {
  guestbook.synthesize(folder);
  expect(readdirSync(folder).sort()).toEqual([
    'mesh-0-crds.k8s.yaml',
    'mesh-1-control-plane.k8s.yaml',
    'mesh-2-guestbook.k8s.yaml',
    'mesh-2-istio-ingress.k8s.yaml',
  ]);
});

test('a namespace comes before what is in it', () => {
  guestbook.synthesize(folder);
  const seen = new Set<string>(['kube-system', 'default']);
  for (const { kind, metadata } of objectsOf(folder)) {
    if (kind === 'Namespace') seen.add(metadata.name);
    if (metadata.namespace !== undefined) expect([metadata.name, seen.has(metadata.namespace)]).toEqual([metadata.name, true]);
  }
});

test.each(['guestbook', 'bookinfo'])('no image of %s is without a tag, or has the tag "latest"', (name) => {
  ({ guestbook: guestbook.synthesize, bookinfo: bookinfo.synthesize })[name]!(folder);
  const specs = objectsOf(folder).flatMap((object) => object.spec?.template?.spec ?? []);
  const images = specs.flatMap((spec) => [...spec.containers ?? [], ...spec.initContainers ?? []]).map((container) => container.image as string);
  expect(images.length).toBeGreaterThan(10);
  expect(images.filter((image) => !/:[^:/]+$/.test(image) || image.endsWith(':latest'))).toEqual([]);
});

test.each(['guestbook', 'bookinfo'])('every workload of %s has exactly one proxy', (name) => {
  ({ guestbook: guestbook.synthesize, bookinfo: bookinfo.synthesize })[name]!(folder);
  const counts = objectsOf(folder).filter(({ kind, metadata }) => kind === 'Deployment' && metadata.namespace === name)
    .map(({ spec }) => spec.template.spec.containers.filter((container: any) => container.name === 'istio-proxy').length);
  expect(counts.length).toBeGreaterThan(4);
  expect(new Set(counts)).toEqual(new Set([1]));
});

describe('the plans of the guestbook', () => {
  const weights = (plan: string): unknown[] => {
    guestbook.synthesize(folder, plan);
    const { http } = find(objectsOf(folder), 'VirtualService', 'guestbook').spec;
    return http.map((route: any) => route.route.map(({ destination, weight }: any) => [destination.subset, weight]));
  };

  test.each([
    ['all-v1', [[['v1', undefined]]]],
    ['all-v2', [[['v2', undefined]]]],
    ['80-20', [[['v1', 80], ['v2', 20]]]],
    ['by-header', [[['v2', undefined]], [['v1', undefined]]]],
    ['denial', [[['v1', undefined]]]],
    ['telemetry', [[['v1', 80], ['v2', 20]]]],
  ])('%s sends requests to %j', (plan, expected) => {
    expect(weights(plan)).toEqual(expected);
  });

  test('hold at the gateway as inside the mesh', () => {
    guestbook.synthesize(folder, 'by-header');
    const objects = objectsOf(folder);
    expect(find(objects, 'VirtualService', 'public-guestbook.example.com').spec.http).toEqual(find(objects, 'VirtualService', 'guestbook').spec.http);
  });

  test('denial denies every request to the guestbook', () => {
    guestbook.synthesize(folder, 'denial');
    expect(find(objectsOf(folder), 'AuthorizationPolicy', 'guestbook-denials').spec).toEqual(
      { action: 'DENY', rules: [{}], selector: { matchLabels: { app: 'guestbook' } } });
  });

  test('telemetry puts a message on the request count, and failed requests into the log', () => {
    guestbook.synthesize(folder, 'telemetry');
    expect(find(objectsOf(folder), 'Telemetry', 'guestbook').spec).toEqual({
      selector: { matchLabels: { app: 'guestbook' } },
      metrics: [{ providers: [{ name: 'prometheus' }], overrides: [{ match: { metric: 'REQUEST_COUNT' }, tagOverrides: { message: { value: '"twice the fun!"' } } }] }],
      accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: 'response.code >= 400' } }],
    });
  });

  test('an unknown plan is refused with the known ones', () => {
    expect(() => guestbook.synthesize(folder, 'v3')).toThrow(new Error(`There is no plan "v3". Choose one of: ${Object.keys(plans).join(', ')}.`));
  });
});

test('bookinfo has a canary, a timeout, retries, and a fault for the tester alone', () => {
  bookinfo.synthesize(folder);
  const objects = objectsOf(folder);
  const to = (host: string, subset: string, weight?: number) => ({
    destination: { host: `${host}.bookinfo.svc.cluster.local`, subset }, ...(weight !== undefined && { weight }),
  });
  expect(find(objects, 'VirtualService', 'reviews').spec.http).toEqual([
    { name: 'tester', match: [{ headers: { 'end-user': { exact: 'jason' } } }], route: [to('reviews', 'v3')], timeout: '10s' },
    { route: [to('reviews', 'v1', 90), to('reviews', 'v2', 10)], timeout: '3s', retries: { attempts: 2, perTryTimeout: '1s', retryOn: '5xx,connect-failure' } },
  ]);
  expect(find(objects, 'VirtualService', 'ratings').spec.http).toEqual([
    {
      name: 'slow-for-the-tester',
      match: [{ headers: { 'end-user': { exact: 'jason' } } }],
      fault: { delay: { fixedDelay: '7s', percentage: { value: 100 } } },
      route: [to('ratings', 'v1')],
    },
    { route: [{ destination: { host: 'ratings.bookinfo.svc.cluster.local' } }] },
  ]);
});

test('moving the tag of the platform changes the files of the tags and of the nodes alone', () => {
  platform.synthesize(path.join(folder, 'before'), '1-31-3');
  platform.synthesize(path.join(folder, 'after'), '1-31-4');
  const [before, after] = ['before', 'after'].map((name) => filesOf(path.join(folder, name)));
  expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
    'istio-3-ztunnel.k8s.yaml', 'istio-4-tag-default.k8s.yaml', 'istio-4-tag-prod.k8s.yaml',
  ]);
});
