import { Duration } from 'cdk8s';
import { deployment, meshFor, service } from './harness';
import { AccessPolicy, Identity, Mesh, MeshPort, MeshService, StringMatch } from '../../src';
import { fc } from '../properties';

/*
 * Programs that no compiler has looked at may give any value to any option. It is taken, or refused in words that name the option; never does
 * it end in an error from within.
 */

interface Declared {
  readonly mesh: Mesh;
  readonly web: MeshService;
  readonly cart: MeshService;
  readonly db: MeshService;
}

function declared(): Declared {
  const { mesh, shop } = meshFor();
  const db = shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', { ports: [{ containerPort: 5432 }] }) });
  return { mesh, web: service(shop, 'web'), cart: service(shop, 'cart'), db };
}

/** A method with options, all of which are given, in the form that the compiler would take. */
type Said = [string, (given: Declared) => object, (given: Declared, options: any) => unknown];

const request = { methods: ['GET'], notMethods: ['PUT'], paths: ['/a'], notPaths: ['/b'], hosts: ['a'], notHosts: ['b'], headers: { a: ['b'] }, notHeaders: { c: ['d'] } };
const METHODS: readonly Said[] = [
  ['calls', () => ({ ...request, ports: [80], notPorts: [81], audiences: ['a'], claims: { a: ['b'] }, dryRun: true }), ({ web, cart }, options) => web.calls(cart, options)],
  ['allowFrom', () => ({ ...request, ports: [80] }), ({ cart }, options) => cart.allowFrom(Identity.of('a', 'b'), options)],
  ['deny', () => ({ ...request, callers: [Identity.of('a', 'b')], notCallers: [Identity.of('a', 'c')] }), ({ cart }, options) => cart.deny('a reason', options)],
  ['AccessPolicy.these', () => ({ ...request, callers: [Identity.of('a', 'b')] }), ({ cart }, options) => cart.allow(AccessPolicy.these(options))],
  ['route', ({ cart }) => ({
    name: 'a',
    match: [{ path: StringMatch.exact('/a'), ignoreUriCase: true, method: StringMatch.exact('GET'), headers: { a: StringMatch.exact('b') }, port: 80, sources: [cart] }],
    priority: 1,
    to: [cart.weight(100)],
    mirrors: [cart.weight(10)],
    timeout: Duration.seconds(1),
    retries: { attempts: 2, perTryTimeout: Duration.seconds(1), retryOn: ['5xx'] },
  }), ({ web }, options) => web.route(options)],
  ['routeTcp', ({ db }) => ({ match: [{ port: 5432, destinationSubnets: ['10.0.0.0/8'] }], to: [db.weight(100)] }), ({ db }, options) => db.routeTcp(options)],
  ['trafficPolicy', () => ({ connectionPool: { tcp: { maxConnections: 1 } }, portLevelSettings: [{ port: 80, outlierDetection: {} }] }),
    ({ cart }, options) => cart.trafficPolicy(options)],
  ['expose', () => ({ hosts: ['a.com'], credentialName: 'a', clientIpBlocks: ['10.0.0.0/8'], port: 80, gatewayPort: 8443, paths: ['/a'], httpsRedirect: true }),
    ({ mesh, web }, options) => mesh.addIngressGateway('public').expose(web, options)],
  ['addNamespace', () => ({ labels: { a: 'b' }, dryRun: true, createNamespace: true, injectionTime: 'both', mutualTls: 'STRICT', defaults: { timeout: Duration.seconds(1) } }),
    ({ mesh }, options) => mesh.addNamespace('other', options)],
  ['addService', () => ({ ports: [MeshPort.http(80)], labels: { a: 'b' }, selector: { a: 'b' }, createService: true, dryRun: true }),
    ({ mesh }, options) => mesh.namespaces[0].addService('other', options)],
  ['addExternalService', () => ({ hosts: ['a.com'], ports: [MeshPort.http(80)], resolution: 'STATIC', endpoints: ['10.0.0.1'], addresses: ['10.0.0.1'] }),
    ({ mesh }, options) => mesh.addExternalService('other', options)],
];

const anyValue = fc.oneof(
  fc.constantFrom<unknown>(null, NaN, -1, 0, 1.5, 1e9, '', ' ', 'A.b', 'http://a.com:80', 'a*b', true, [], [undefined], [null], [''], [1], [{}], {}, { a: null }, { a: 1 }),
  fc.anything({ maxDepth: 2 }),
);

type Path = readonly (string | number)[];

/** The places of an object that have a value. */
function placesOf(value: unknown, at: Path = []): Path[] {
  const isPlain = Array.isArray(value) || (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);
  const within = isPlain ? Object.entries(value).flatMap(([name, one]) => placesOf(one, [...at, Array.isArray(value) ? Number(name) : name])) : [];
  return [at, ...within];
}

function replaced(value: any, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[name] = replaced(value[name], rest, by);
  return copy;
}

test('any value at any option is taken, or refused in words', () => {
  const given = declared();
  const drawn = fc.constantFrom(...METHODS).chain(([, options, say]) => (
    fc.tuple(fc.constant(say), fc.constant(options), fc.constantFrom(...placesOf(options(given))), anyValue)));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  fc.assert(fc.property(drawn, ([say, options, place, value]) => {
    const fresh = declared();
    try {
      say(fresh, replaced(options(fresh), place, value));
    } catch (error) {
      expect((error as Error).name).toBe('Error');
      expect((error as Error).message).toMatch(/^(\[[^\]]*\] )?[^]{8,}\. [^]{5,}[.)]$/);
    }
  }), { numRuns: 300 });
});
