import { ApiObject, App, Chart, Duration, Testing, Yaml } from 'cdk8s';
import { deployment, meshFor } from './harness';
import {
  Enrollment, ExternalService, HttpFault, IngressGateway, InjectionTime, Mesh, MeshNamespace, MeshPort, MeshService, Posture, ServiceVersion,
  StringMatch,
} from '../../src';
import { fc } from '../properties';

/*
 * The same declarations in another order give the same bytes. A mesh is drawn as a list of declarations; some need others before them,
 * as a call needs both services, so that the list has layers, and each layer is shuffled.
 */

interface DrawnService {
  readonly namespace: number;
  readonly name: number;
  readonly versions: number;
  readonly split: boolean;
  readonly routes: readonly number[];
}

interface DrawnMesh {
  readonly posture: Posture;
  readonly services: readonly DrawnService[];
  readonly calls: readonly { readonly from: number; readonly to: number; readonly method?: string }[];
  readonly externalCalls: readonly { readonly from: number; readonly to: number }[];
  readonly exposed: readonly number[];
}

const index = fc.nat(7);
const drawnMesh: fc.Arbitrary<DrawnMesh> = fc.record({
  posture: fc.constantFrom(...Object.values(Posture)),
  services: fc.uniqueArray(
    fc.record({
      namespace: fc.nat(2),
      name: fc.nat(9),
      versions: fc.nat(3),
      split: fc.boolean(),
      routes: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    }),
    { selector: ({ namespace, name }) => `${namespace}/${name}`, minLength: 1, maxLength: 8 },
  ),
  calls: fc.array(fc.record({ from: index, to: index, method: fc.option(fc.constantFrom('GET', 'POST'), { nil: undefined }) }), { maxLength: 10 }),
  externalCalls: fc.array(fc.record({ from: index, to: fc.nat(2) }), { maxLength: 4 }),
  exposed: fc.uniqueArray(index, { maxLength: 3 }),
});

/** What is declared, in layers: within one, the order is free. */
class Declaration {
  private readonly app = Testing.app();
  private readonly mesh: Mesh;
  private readonly namespaces = new Map<number, MeshNamespace>();
  private readonly services = new Map<number, MeshService>();
  private readonly versions = new Map<string, ServiceVersion>();
  private readonly externals = new Map<number, ExternalService>();
  private gateway?: IngressGateway;

  constructor(private readonly drawn: DrawnMesh) {
    this.mesh = new Mesh(this.app, 'mesh', { controlPlane: false, ambient: true, posture: drawn.posture });
  }

  public get layers(): (() => void)[][] {
    const { services, calls, externalCalls, exposed } = this.drawn;
    return [
      [
        ...[0, 1, 2].map((n) => () => void this.namespaces.set(n, this.mesh.addNamespace(`ns-${n}`, { enrollment: n === 2 ? Enrollment.AMBIENT : Enrollment.SIDECAR, injectionTime: InjectionTime.RUN_TIME }))),
        ...[0, 1, 2].map((n) => () => void this.externals.set(n, this.mesh.addExternalService(`out-${n}`, { hosts: [`out-${n}.example.com`], ports: [MeshPort.tls(443)] }))),
        () => void (this.gateway = this.mesh.addIngressGateway('public')),
      ],
      services.map((one, at) => () => this.addService(one, at)),
      services.flatMap((one, at) => Array.from({ length: one.versions }, (_, n) => () => this.addVersion(one, at, n))),
      [
        ...services.flatMap((one, at) => this.routing(one, at)),
        ...calls.flatMap(({ from, to, method }) => this.between(from, to, (caller, callee) => (
          caller.calls(callee, method === undefined || this.isAmbient(to) ? {} : { methods: [method] })
        ))),
        ...externalCalls.flatMap(({ from, to }) => (this.has(from) ? [() => this.services.get(from)!.calls(this.externals.get(to)!)] : [])),
        ...exposed.filter((at) => this.has(at)).map((at) => () => this.gateway!.expose(this.services.get(at)!, { hosts: [`host-${at}.example.com`] })),
      ],
    ];
  }

  public get files(): Record<string, string> {
    const charts = this.app.node.children.filter((one): one is Chart => Chart.isChart(one));
    return Object.fromEntries(charts.map((chart) => [chart.node.id, Yaml.stringify(...objectsOf(chart))]));
  }

  private has(at: number): boolean {
    return at < this.drawn.services.length;
  }

  private isAmbient(at: number): boolean {
    return this.drawn.services[at].namespace === 2;
  }

  private between(from: number, to: number, call: (caller: MeshService, callee: MeshService) => void): (() => void)[] {
    return this.has(from) && this.has(to) && from !== to ? [() => call(this.services.get(from)!, this.services.get(to)!)] : [];
  }

  private addService({ namespace: n, name, versions }: DrawnService, at: number): void {
    const namespace = this.namespaces.get(n)!;
    const workload = versions === 0 ? deployment(namespace, `s-${name}`) : undefined;
    this.services.set(at, namespace.addService(`s-${name}`, { ports: [MeshPort.http(80, { target: 8080 })], workload }));
  }

  private addVersion({ namespace: n, name }: DrawnService, at: number, version: number): void {
    const labels = { app: `s-${name}`, version: `v${version}` };
    const added = this.services.get(at)!.addVersion(`v${version}`, deployment(this.namespaces.get(n)!, `s-${name}-v${version}`, { labels }));
    this.versions.set(`${at} ${version}`, added);
  }

  private routing({ versions, split, routes }: DrawnService, at: number): (() => void)[] {
    if (this.isAmbient(at)) return [];
    const service = (): MeshService => this.services.get(at)!;
    return [
      ...(split && versions > 1 ? [() => service().split(this.versions.get(`${at} 0`)!.weight(90), this.versions.get(`${at} 1`)!.weight(10))] : []),
      ...routes.map((n) => () => service().route([
        { match: [{ path: StringMatch.prefix('/a') }] },
        { match: [{ path: StringMatch.prefix('/a/b') }], timeout: Duration.seconds(1) },
        { match: [{ path: StringMatch.exact('/a') }], fault: HttpFault.abort(500, 1) },
        { match: [{ method: StringMatch.exact('GET') }] },
        { match: [{ headers: { 'x-user': StringMatch.exact('kim') } }] },
        { timeout: Duration.seconds(9) },
      ][n])),
    ];
  }
}

/** What cdk8s writes of a chart without dependencies, which is quick: objects in the order of the tree. */
function objectsOf(chart: Chart): object[] {
  return chart.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one)).map((object) => object.toJson());
}

function written(drawn: DrawnMesh, order: (layer: (() => void)[]) => (() => void)[]): Record<string, string> {
  const declaration = new Declaration(drawn);
  for (const layer of declaration.layers) order(layer).forEach((declare) => declare());
  return declaration.files;
}

/** Mixes a list by a number, the same way each time. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const rest = [...list];
  let state = seed;
  return list.map(() => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return rest.splice(state % rest.length, 1)[0];
  });
}

test('the same declarations in another order give the same bytes', () => {
  fc.assert(fc.property(drawnMesh, fc.nat(1_000_000), (drawn, seed) => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(written(drawn, (layer) => shuffled(layer, seed))).toEqual(written(drawn, (layer) => layer));
  }), { numRuns: 30, endOnFailure: true });
});

test('objects of a namespace are written sorted: the Namespace, then what the program made, by name', () => {
  const { shop } = meshFor();
  deployment(shop, 'b');
  deployment(shop, 'a');
  expect(Testing.synth(shop).map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual(['Namespace shop', 'Deployment a', 'Deployment b']);
});

test('synthesizing twice gives the same bytes', () => {
  const app: App = Testing.app();
  const mesh = new Mesh(app, 'mesh', { controlPlane: false });
  const shop = mesh.addNamespace('shop');
  shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'web') });
  expect(Testing.synth(shop)).toEqual(Testing.synth(shop));
});
