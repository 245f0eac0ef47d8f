import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
// The package as its users have it: compiled.
import { Mesh, MeshNamespace, MeshPort, MeshService } from '..';
import { time } from './measure';
import { ProxyInjector } from '../lib/injection/resolver';

/** How long it takes to declare and synthesize a mesh of services that call five others each, files included. */
export function timeMesh(services: number): number {
  return inFolder((outdir) => time(() => {
    const app = new App({ outdir });
    declareMesh(app, services);
    app.synth();
  }));
}

/** All that such a mesh writes, by chart. */
export function meshObjects(services: number): ReadonlyMap<string, readonly Manifest[]> {
  const app = new App();
  declareMesh(app, services);
  return new Map(app.charts.map((chart) => [chart.node.id, Testing.synth(chart)]));
}

/** How long bare cdk8s takes to write the same objects from the same charts: the floor on which all else stands. */
export function timeBare(charts: ReadonlyMap<string, readonly Manifest[]>): number {
  return inFolder((outdir) => time(() => {
    const app = new App({ outdir });
    for (const [name, objects] of charts) {
      const chart = new Chart(app, name);
      objects.forEach((object, at) => new ApiObject(chart, `object-${at}`, object));
    }
    app.synth();
  }));
}

/** An object of Kubernetes as it is written. */
type Manifest = ConstructorParameters<typeof ApiObject>[2];

function declareMesh(app: App, services: number): void {
  const namespace = new Mesh(app, 'mesh').addNamespace('shop');
  const all = Array.from({ length: services }, (_, at) => addService(namespace, `service-${at}`));
  all.forEach((service, at) => {
    for (let step = 1; step <= 5; step++) service.calls(all[(at + step * 7) % services]);
  });
}

/** How long it takes to declare and synthesize services whose pods are injected, files included, and how much of it the injection takes. */
export function timeInjected(services: number): { readonly all: number; readonly injection: number } {
  const { prototype } = ProxyInjector;
  const { resolve, transformed } = prototype;
  let injection = 0;
  const timed = <T>(work: () => T): T => {
    const began = process.hrtime.bigint();
    const result = work();
    injection += Number(process.hrtime.bigint() - began) / 1e6;
    return result;
  };
  // Objects that are written quickly are asked for as a whole; of others, every field is, and only the whole object counts.
  prototype.transformed = function counted(object) {
    return timed(() => transformed.call(this, object));
  };
  prototype.resolve = function counted(context) {
    if (context.key.length === 0) timed(() => resolve.call(this, context));
  };
  try {
    const all = inFolder((outdir) => time(() => {
      const app = new App({ outdir });
      const namespace = new Mesh(app, 'mesh').addNamespace('shop');
      for (let at = 0; at < services; at++) addService(namespace, `service-${at}`);
      app.synth();
    }));
    return { all, injection };
  } finally {
    Object.assign(prototype, { resolve, transformed });
  }
}

function addService(namespace: MeshNamespace, name: string): MeshService {
  const spec = plainPods(name);
  const workload = new ApiObject(namespace, `${name}-deployment`, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec });
  return namespace.addService(name, { ports: [MeshPort.http(80, { target: 8080 })], workload });
}

function plainPods(name: string): object {
  const labels = { app: name };
  return {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'example.com/app:1', ports: [{ containerPort: 8080 }] }] } },
  };
}

function inFolder(work: (folder: string) => number): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
