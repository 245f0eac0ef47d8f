import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Mesh, MeshNamespace, MeshPort, MeshProps, MeshService, MeshServiceOptions } from '../../src';

/** A mesh with one namespace, without its control plane: that is tested elsewhere, and takes time to render. */
export function meshFor(props: MeshProps = {}): { app: App; mesh: Mesh; shop: MeshNamespace } {
  const app = Testing.app();
  const mesh = new Mesh(app, 'mesh', { controlPlane: false, ...props });
  return { app, mesh, shop: mesh.addNamespace('shop') };
}

export interface PodOptions {
  readonly labels?: Record<string, string>;
  readonly ports?: { containerPort: number; name?: string }[];
  readonly annotations?: Record<string, string>;
  readonly spec?: object;
}

/** A Deployment with one container. */
export function deployment(scope: Chart, name: string, options: PodOptions = {}): ApiObject {
  const labels = options.labels ?? { app: name };
  return new ApiObject(scope, `${name}-deployment`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: options.annotations },
        spec: { containers: [{ name: 'app', image: 'example.com/app:1', ports: options.ports ?? [{ containerPort: 8080 }] }], ...options.spec },
      },
    },
  });
}

/** An HTTP service on port 80 with one workload. */
export function service(namespace: MeshNamespace, name: string, options: MeshServiceOptions = {}): MeshService {
  return namespace.addService(name, { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(namespace, name), ...options });
}

/** The objects of a chart, as "Kind name". */
export function titles(chart: Chart): string[] {
  return Testing.synth(chart).map((object) => `${object.kind} ${object.metadata.name}`);
}

/** One object of a chart. */
export function find(chart: Chart, kind: string, name: string): any {
  return Testing.synth(chart).find((object) => object.kind === kind && object.metadata.name === name);
}

/** The objects of all charts of the app, by chart. */
export function everything(app: App): Record<string, any[]> {
  return Object.fromEntries(app.charts.map((chart) => [chart.node.path, Testing.synth(chart)]));
}

/** The message of an error, or nothing where none is thrown. */
export function messageOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
