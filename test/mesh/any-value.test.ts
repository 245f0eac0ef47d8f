import { Duration } from 'cdk8s';
import { deployment, meshFor, service } from './harness';
import {
  AccessPolicy, EgressGateway, ExternalAuthorizer, Identity, InjectedGateway, JwtProvider, KubernetesGateway, Mesh, MeshPort, MeshService,
  StringMatch,
} from '../../src';
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
const METHODS: Said[] = [
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

const workload = {
  replicas: 2, serviceAnnotations: { a: 'b' }, labels: { a: 'b' }, podAnnotations: { a: 'b' }, env: { A: 'b' }, resources: { requests: { cpu: '1' } }, workloadKind: 'Deployment',
};
METHODS.push(
  ['addIngressGateway', () => ({ namespace: 'edge', serviceType: 'NodePort', externalTrafficPolicy: 'Local', gatewayTopology: { numTrustedProxies: 1 }, http3: false }),
    ({ mesh }, options) => mesh.addIngressGateway('public', options)],
  ['InjectedGateway', () => ({ ...workload, serviceType: 'NodePort', ports: [{ name: 'http', port: 80, targetPort: 80 }] }),
    ({ mesh }, options) => new InjectedGateway(mesh.namespaces[0], 'injected', options)],
  ['KubernetesGateway', () => ({ serviceType: 'NodePort', infrastructureLabels: { a: 'b' }, infrastructureAnnotations: { a: 'b' }, listenerHosts: ['*.a.com'], gatewayClass: 'istio' }),
    ({ mesh }, options) => new KubernetesGateway(mesh.namespaces[0], 'kubernetes', options)],
  ['EgressGateway', () => ({ ...workload, ports: [443], autoscaling: undefined }), ({ mesh }, options) => new EgressGateway(mesh.namespaces[0], 'egress', options)],
  ['JwtProvider.of', () => ({
    issuer: 'https://a.com',
    jwksUri: 'https://a.com/keys',
    audiences: ['a'],
    fromHeaders: [{ name: 'a', prefix: 'b' }],
    fromParams: ['a'],
    fromCookies: ['a'],
    forwardOriginalToken: true,
    outputPayloadToHeader: 'a',
    spaceDelimitedClaims: ['a'],
    timeout: Duration.seconds(1),
  }), (_, options) => JwtProvider.of(options)],
  ['acceptJwt', () => ({ claimsToHeaders: { sub: 'x-user' }, forwardOriginalToken: true }),
    ({ cart }, options) => cart.acceptJwt(JwtProvider.of({ issuer: 'https://a.com' }), options)],
  ['ExternalAuthorizer.http', () => ({
    port: 80,
    timeout: Duration.seconds(1),
    failOpen: true,
    clearRouteCache: true,
    statusOnError: 403,
    pathPrefix: '/a',
    includeRequestHeadersInCheck: ['a'],
    includeAdditionalHeadersInCheck: { a: 'b' },
    headersToUpstreamOnAllow: ['a'],
    headersToDownstreamOnAllow: ['a'],
    headersToDownstreamOnDeny: ['a'],
  }), ({ web }, options) => ExternalAuthorizer.http('a', web, options)],
  ['addProxyConfig', () => ({ concurrency: 1, environmentVariables: { A: 'b' }, image: { imageType: 'debug' } }), ({ mesh }, options) => mesh.addProxyConfig(options)],
  ['proxy', () => ({
    concurrency: 1,
    logLevel: 'debug',
    includeInboundPorts: [80],
    excludeInboundPorts: [81],
    holdApplicationUntilProxyStarts: true,
    nativeSidecar: true,
    annotations: { a: 'b' },
    resources: { requests: { cpu: '1' } },
    config: { drainDuration: '5s' },
  }), ({ mesh }, options) => mesh.namespaces[0].addService('other', { ports: [MeshPort.http(80)], proxy: options })],
);

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
      // What is wrong and what to do; values of charts say in one sentence what they take.
      expect((error as Error).message).toMatch(/^(\[[^\]]*\] )?[^]{8,}(\. [^]{5,}| takes [^]+, and [^]+)[.)]$/);
    }
  }), { numRuns: 300 });
});
