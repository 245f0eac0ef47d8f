import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Enrollment, Mesh, MeshNamespace, MeshPort, MeshService } from 'cdk8s-istio';
import { time } from './measure';

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

/** The pods of services with their proxies, as they are written. */
export function injectedPods(services: number): ReadonlyMap<string, object> {
  const { namespace } = meshOf(new App(), services, Enrollment.SIDECAR);
  return new Map(Testing.synth(namespace).filter(({ kind }) => kind === 'Deployment').map((object) => [object.metadata.name, object.spec]));
}

/** How long it takes to declare and synthesize services whose pods are injected, files included. */
export function timeInjected(services: number): number {
  return inFolder((outdir) => time(() => meshOf(new App({ outdir }), services, Enrollment.SIDECAR).app.synth()));
}

/** How long it takes where the same pods have their proxies already, so that just as much is written. */
export function timeInjectedBefore(services: number, pods: ReadonlyMap<string, object>): number {
  return inFolder((outdir) => time(() => meshOf(new App({ outdir }), services, Enrollment.NONE, pods).app.synth()));
}

function meshOf(app: App, services: number, enrollment: Enrollment, pods?: ReadonlyMap<string, object>): { app: App; namespace: MeshNamespace } {
  const namespace = new Mesh(app, 'mesh', { controlPlane: false }).addNamespace('shop', { enrollment });
  for (let at = 0; at < services; at++) addService(namespace, `service-${at}`, pods?.get(`service-${at}`));
  return { app, namespace };
}

function addService(namespace: MeshNamespace, name: string, spec: object = plainPods(name)): MeshService {
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
