import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Cron, Include, Lazy, Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { SETTINGS } from './fixtures';
import { injectObject } from '../../src/injection';
import { droppedFields, ProxyInjector } from '../../src/injection/resolver';
import { JsonObject } from '../../src/reference/json';

function chart(): Chart {
  const app = Testing.app();
  app.resolvers.unshift(new ProxyInjector((manifest) => injectObject(manifest, SETTINGS, { name: 'shop' }).object));
  return new Chart(app, 'shop', { namespace: 'shop' });
}

/** What a workload looks like without the resolver, injected as plain data. */
function expected(build: (scope: Chart) => unknown): JsonObject[] {
  const scope = new Chart(new App(), 'shop', { namespace: 'shop' });
  build(scope);
  return Testing.synth(scope).map((object) => injectObject(object, SETTINGS, { name: 'shop' }).object);
}

/** Key order and fields that say nothing aside. */
function plain(objects: JsonObject[]): unknown {
  return JSON.parse(JSON.stringify(objects));
}

const containers = [{
  image: 'example.com/app:1',
  portNumber: 8080,
  readiness: kplus.Probe.fromHttpGet('/ok', { port: 8080 }),
  resources: { cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.units(1) } },
}];

const builders: Record<string, (scope: Chart) => unknown> = {
  Deployment: (scope) => new kplus.Deployment(scope, 'web', { containers }),
  StatefulSet: (scope) => new kplus.StatefulSet(scope, 'web', { containers, service: new kplus.Service(scope, 'service', { ports: [{ port: 80 }] }) }),
  DaemonSet: (scope) => new kplus.DaemonSet(scope, 'web', { containers }),
  Job: (scope) => new kplus.Job(scope, 'web', { containers }),
  CronJob: (scope) => new kplus.CronJob(scope, 'web', { containers, schedule: Cron.daily() }),
  Pod: (scope) => new kplus.Pod(scope, 'web', { containers }),
};

test.each(Object.entries(builders))('a %s of cdk8s-plus is injected as its plain data is, and loses nothing', (_kind, build) => {
  const scope = chart();
  build(scope);
  expect(plain(Testing.synth(scope))).toEqual(plain(expected(build)));
  expect(scope.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one)).flatMap(droppedFields)).toEqual([]);
});

test('objects of an Include, and plain ones with lazy values, are injected too', () => {
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image: 'a' }] } } },
  };
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'include-')), 'app.yaml');
  writeFileSync(file, Yaml.stringify(object));
  const [included, lazy] = [chart(), chart()];
  new Include(included, 'app', { url: file });
  new ApiObject(lazy, 'app', { ...object, spec: Lazy.any({ produce: () => object.spec }) });
  const wanted = [injectObject({ ...object, metadata: { name: 'web', namespace: 'shop' } }, SETTINGS, { name: 'shop' }).object];
  expect(plain(Testing.synth(included))).toEqual(plain(wanted));
  expect(plain(Testing.synth(lazy))).toEqual(plain(wanted));
});

test('synthesizing twice gives the same bytes', () => {
  const scope = chart();
  Object.values(builders).slice(2, 5).forEach((build, at) => build(new Chart(scope, `chart-${at}`)));
  builders.Deployment(scope);
  expect(Yaml.stringify(...Testing.synth(scope))).toBe(Yaml.stringify(...Testing.synth(scope)));
});

test('fields that the class of an object does not know are named', () => {
  const scope = chart();
  class Old extends ApiObject {
    public toJson(): any {
      const json = super.toJson();
      delete json.spec.template.spec.initContainers;
      return json;
    }
  }
  const object = new Old(scope, 'old', {
    apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { metadata: {}, spec: { containers: [{ name: 'app', image: 'a' }] } } },
  });
  expect(droppedFields(object)).toEqual(['spec.template.spec.initContainers']);
});
