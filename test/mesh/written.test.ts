import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ApiObject, Chart, Cron, Include, JsonPatch, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';
import { deployment, everything, find, meshFor, service, titles } from './harness';
import { Enrollment, Mesh, MeshPort, Workloads } from '../../src';

const TRICKY = ['y', 'no', '1e3', '0777', '12:30', 'null', '', '~', '1_000', '=', '.5', '2001-01-01'];

test('text that looks like something else is read back as text, by a 1.1 and by a 1.2 reader', () => {
  const { app, shop } = meshFor();
  const labels = Object.fromEntries(TRICKY.map((value, at) => [`label-${at}`, value]));
  shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'web', { labels: { app: 'no', ...labels } }) });
  app.synth();
  const file = readdirSync(app.outdir).find((name) => name.includes('shop'))!;
  const text = readFileSync(path.join(app.outdir, file), 'utf8');
  const selectorOf = (documents: any[]) => documents.find((one) => one.kind === 'Service').spec.selector;
  for (const version of ['1.1', '1.2'] as const) {
    expect(selectorOf(yaml.parseAllDocuments(text, { version }).map((one) => one.toJS()))).toEqual({ app: 'no', ...labels });
  }
  expect(selectorOf(jsYaml.loadAll(text))).toEqual({ app: 'no', ...labels });
});

test('synthesizing twice, and one chart alone, give the same bytes', () => {
  const { app, shop } = meshFor();
  service(shop, 'web').calls(service(shop, 'api'));
  expect(Yaml.stringify(...Testing.synth(shop))).toBe(Yaml.stringify(...Testing.synth(shop)));
  app.synth();
  const read = () => Object.fromEntries(readdirSync(app.outdir).map((file) => [file, readFileSync(path.join(app.outdir, file), 'utf8')]));
  const first = read();
  app.synth();
  expect(read()).toEqual(first);
  expect(first['mesh-2-shop.k8s.yaml']).toBe(Yaml.stringify(...Testing.synth(shop)));
});

test('the charts are written in the order to apply, and the control plane can be left to another program', () => {
  const { app } = meshFor({ controlPlane: true });
  const charts = everything(app);
  expect(Object.keys(charts)).toEqual(['mesh-0-crds', 'mesh-1-control-plane', 'mesh-2-shop']);
  expect(charts['mesh-0-crds'].map(({ kind }) => kind)).toEqual(Array(15).fill('CustomResourceDefinition'));
  expect(charts['mesh-1-control-plane'].slice(0, 1).map(({ kind, metadata }) => [kind, metadata])).toEqual([['Namespace', { name: 'istio-system' }]]);
  expect(everything(meshFor({ controlPlane: false }).app)['mesh-0-crds']).toEqual([]);
});

test('a Namespace has the label of its enrollment, and no namespace', () => {
  const { app, mesh } = meshFor();
  mesh.addNamespace('plain', { enrollment: Enrollment.NONE, labels: { team: '' } });
  const namespaceOf = (chart: string) => everything(app)[chart][0];
  expect(namespaceOf('mesh-2-shop')).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } });
  expect(namespaceOf('mesh-2-plain').metadata.labels).toEqual({ 'istio-injection': 'disabled', 'team': '' });
});

test('a revision enrolls namespaces by its name, and its proxies connect to it', () => {
  const { shop } = meshFor({ revision: 'canary' });
  deployment(shop, 'web');
  expect(find(shop, 'Namespace', 'shop').metadata.labels).toEqual({ 'istio.io/rev': 'canary' });
  const proxy = find(shop, 'Deployment', 'web').spec.template.spec.containers[1];
  expect(proxy.env.find((one: any) => one.name === 'CA_ADDR').value).toBe('istiod-canary.istio-system.svc:15012');
});

describe('pods of an enrolled namespace get a proxy', () => {
  const proxies = (object: any): number => object.spec.template.spec.containers.filter((one: any) => one.name === 'istio-proxy').length;

  test('whoever made them, also those that belong to no service', () => {
    const { app, shop } = meshFor();
    new kplus.Deployment(shop, 'plus', { metadata: { name: 'plus' }, containers: [{ image: 'example.com/a:1' }] });
    deployment(shop, 'plain');
    const other = new Chart(app, 'other');
    new ApiObject(other, 'far', {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'far', namespace: 'shop' }, spec: { template: { spec: { containers: [{ name: 'a', image: 'a' }] } } },
    });
    expect([find(shop, 'Deployment', 'plus'), find(shop, 'Deployment', 'plain'), find(other, 'Deployment', 'far')].map(proxies)).toEqual([1, 1, 1]);
  });

  test('and those of other namespaces do not', () => {
    const { app, mesh } = meshFor();
    const outside = new Chart(app, 'outside', { namespace: 'outside' });
    deployment(outside, 'web');
    const none = mesh.addNamespace('none', { enrollment: Enrollment.NONE });
    deployment(none, 'web');
    expect([find(outside, 'Deployment', 'web'), find(none, 'Deployment', 'web')].map(proxies)).toEqual([0, 0]);
  });

  test('as a native sidecar in Jobs, which would never end otherwise', () => {
    const { shop } = meshFor();
    new kplus.Job(shop, 'once', { metadata: { name: 'once' }, containers: [{ image: 'example.com/a:1' }] });
    new kplus.CronJob(shop, 'daily', { metadata: { name: 'daily' }, schedule: Cron.daily(), containers: [{ image: 'example.com/a:1' }] });
    const specs = [find(shop, 'Job', 'once').spec.template.spec, find(shop, 'CronJob', 'daily').spec.jobTemplate.spec.template.spec];
    for (const { containers, initContainers } of specs) {
      expect(containers.map((one: any) => one.name)).toEqual(['main']);
      expect(initContainers.map((one: any) => [one.name, one.restartPolicy])).toEqual([['istio-init', undefined], ['istio-proxy', 'Always']]);
    }
  });

  test('unless they say that they want none', () => {
    const { shop } = meshFor();
    deployment(shop, 'host', { labels: { 'app': 'host', 'sidecar.istio.io/inject': 'false' }, spec: { hostNetwork: true } });
    expect(proxies(find(shop, 'Deployment', 'host'))).toBe(0);
  });
});

test('workloads are found in an Include by kind and name', () => {
  const { app, shop } = meshFor();
  const file = path.join(app.outdir, 'app.yaml');
  Yaml.save(file, ['web', 'api'].map((name) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app', image: 'a', ports: [{ containerPort: 8080 }] }] } } },
  })));
  const included = new Include(shop, 'app', { url: file });
  const ports = [MeshPort.http(80, { target: 8080 })];
  const web = shop.addService('web', { ports, workload: Workloads.named(included, 'Deployment', 'web') });
  expect(web.selector).toEqual({ app: 'web' });
  expect(() => shop.addService('both', { ports, workload: included })).toThrow(new Error(
    '[mesh-2-shop/services/both] "mesh-2-shop/app" holds 2 objects with a pod template ("Deployment web", "Deployment api"). '
    + 'Give one Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod; Workloads.named(include, "Deployment", "…") picks one of several.'));
  expect(() => Workloads.named(included, 'Deployment', 'wbe')).toThrow(new Error(
    '[mesh-2-shop/app] There is no Deployment "wbe" here; there is "web", "api". Give the kind and the name of an object below this construct.'));
});

test('a service may have the name of a construct that is in its namespace already', () => {
  const { shop } = meshFor();
  const workload = new kplus.Deployment(shop, 'web', { podMetadata: { labels: { app: 'web' } }, containers: [{ image: 'a', portNumber: 8080 }] });
  expect(shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload }).node.path).toBe('mesh-2-shop/services/web');
});

test('any field of what the mesh writes can be changed by a patch', () => {
  const { shop } = meshFor();
  const web = service(shop, 'web');
  web.calls(service(shop, 'api'));
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
  (web.node.findChild('scope') as ApiObject).addJsonPatch(JsonPatch.add('/spec/egress/0/hosts/-', 'istio-system/*'));
  expect(find(shop, 'Service', 'web').spec.trafficDistribution).toBe('PreferClose');
  expect(find(shop, 'Sidecar', 'web').spec.egress).toEqual([{ hosts: ['./api.shop.svc.cluster.local', 'istio-system/*'] }]);
});

test('a cdk8s-plus service account, and a Service made elsewhere, are used instead of new ones', () => {
  const { shop } = meshFor();
  const account = new kplus.ServiceAccount(shop, 'account', { metadata: { name: 'robot' } });
  const web = shop.addService('web', {
    ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'web'), serviceAccount: account, createService: false,
  });
  web.calls(service(shop, 'api'));
  expect(titles(shop).filter((title) => /web|robot/.test(title))).toEqual(['Deployment web', 'ServiceAccount robot', 'Sidecar web'].sort((a, b) =>
    titles(shop).indexOf(a) - titles(shop).indexOf(b)));
  expect(find(shop, 'Deployment', 'web').spec.template.spec.serviceAccountName).toBe('robot');
});

test('cdk8s-plus is not loaded by the library', () => {
  jest.isolateModules(() => {
    jest.doMock('cdk8s-plus-28', () => {
      throw new Error('cdk8s-plus was loaded');
    });
    const library = jest.requireActual('../../src') as typeof import('../../src');
    const { Testing: testing } = jest.requireActual('cdk8s') as typeof import('cdk8s');
    const mesh: Mesh = new library.Mesh(testing.app(), 'mesh', { controlPlane: false });
    expect(mesh.addNamespace('shop').namespaceName).toBe('shop');
  });
});
