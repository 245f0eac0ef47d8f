import { App, Duration, Testing } from 'cdk8s';
import fc from 'fast-check';
import { ExposeOptions, GatewayTls, Mesh, MeshNamespace, MeshPort, StringMatch, TLSProtocol } from '../../src';
import { deployment, everything, meshFor, messageOf, service } from '../mesh/harness';

const INGRESS = 'mesh-2-istio-ingress';

interface Edge {
  readonly app: App;
  readonly mesh: Mesh;
  readonly shop: MeshNamespace;
  readonly gateway: ReturnType<Mesh['addIngressGateway']>;
  readonly servers: () => any[];
  readonly routes: (name: string) => any;
}

function edge(): Edge {
  const { app, mesh, shop } = meshFor();
  const gateway = mesh.addIngressGateway('public');
  const objects = (): any[] => everything(app)[INGRESS];
  return {
    app,
    mesh,
    shop,
    gateway,
    servers: () => objects().find(({ kind }) => kind === 'Gateway').spec.servers,
    routes: (name) => objects().find(({ kind, metadata }) => kind === 'VirtualService' && metadata.name === name)?.spec,
  };
}

const tcp = (namespace: MeshNamespace, name: string, port: MeshPort) => namespace.addService(name, {
  ports: [port], workload: deployment(namespace, name, { ports: [{ containerPort: port.target! }] }),
});
const to = (name: string): object => ({ destination: { host: `${name}.shop.svc.cluster.local` } });
const below = (...paths: string[]): object[] => paths.flatMap((path) => [{ uri: { exact: path } }, { uri: { prefix: `${path}/` } }]);

describe('the VirtualService of a host', () => {
  test.each([
    [['*.example.com', 'shop.example.com', 'example.org'], { 'public-any.example.com': ['*.example.com', 'example.org'], 'public-shop.example.com': ['shop.example.com'] }],
    [['*', '*.example.com', 'shop.example.com'], {
      'public-any': ['*'], 'public-any.example.com': ['*.example.com'], 'public-shop.example.com': ['shop.example.com'],
    }],
  ])('is another one than that of a wildcard that the host lies below: %j', (hosts, expected) => {
    const { app, shop, gateway } = edge();
    gateway.expose(service(shop, 'web'), { hosts });
    const routes = everything(app)[INGRESS].filter(({ kind }) => kind === 'VirtualService');
    expect(Object.fromEntries(routes.map(({ metadata, spec }) => [metadata.name, spec.hosts]))).toEqual(expected);
    expect(messageOf(() => app.synthYaml())).toBeUndefined();
  });

  test('is one for all services at the host, longer paths first, whatever the order of the program', () => {
    const declare = (order: readonly number[]): any => {
      const { shop, gateway, routes } = edge();
      const exposures: [string, string[] | undefined][] = [['web', undefined], ['api', ['/api']], ['admin', ['/api/admin', '/ops']]];
      for (const [name, paths] of order.map((at) => exposures[at])) gateway.expose(service(shop, name), { hosts: ['shop.example.com'], paths });
      return routes('public-shop.example.com');
    };
    const expected = {
      hosts: ['shop.example.com'],
      gateways: ['istio-ingress/public'],
      http: [
        { match: below('/api/admin'), route: [to('admin')] },
        { match: below('/api'), route: [to('api')] },
        { match: below('/ops'), route: [to('admin')] },
        { route: [to('web')] },
      ],
    };
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => expect(declare(order)).toEqual(expected)), { numRuns: 6 });
  });

  test('has routes below a path in the order in which the mesh tries them, though each of them says more of the path', () => {
    const { shop, gateway, routes } = edge();
    const web = service(shop, 'web');
    web.route({ match: [{ headers: { 'x-beta': StringMatch.exact('yes') } }], timeout: Duration.seconds(1) });
    web.route({ match: [{ pathPrefix: '/items', withoutHeaders: { 'x-beta': StringMatch.exact('no') } }], timeout: Duration.seconds(2) });
    web.route({ match: [{ path: StringMatch.regex('/items/[0-9]+') }], timeout: Duration.seconds(3) });
    const timeouts = (http: any[]): unknown[] => http.map(({ timeout }) => timeout);
    gateway.expose(web, { hosts: ['shop.example.com'], paths: ['/items'] });
    expect(timeouts(routes('public-shop.example.com').http)).toEqual(['2s', '3s', '1s', undefined]);
    expect(timeouts(Testing.synth(shop).find(({ kind }) => kind === 'VirtualService').spec.http)).toEqual(['2s', '3s', '1s', undefined]);
  });

  test('parts the paths of one service where another one stands between them', () => {
    const { shop, gateway, routes } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], paths: ['/a', '/a/b/c'] });
    gateway.expose(service(shop, 'api'), { hosts: ['shop.example.com'], paths: ['/a/b'] });
    expect(routes('public-shop.example.com').http).toEqual([
      { match: below('/a/b/c'), route: [to('web')] }, { match: below('/a/b'), route: [to('api')] }, { match: below('/a'), route: [to('web')] },
    ]);
  });

  test('is one for all hosts that lead to the same', () => {
    const { shop, gateway, routes, servers } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['www.example.com', 'example.com', 'old.example.com'] });
    gateway.expose(service(shop, 'api'), { hosts: ['old.example.com'], paths: ['/api'] });
    expect(routes('public-example.com').hosts).toEqual(['example.com', 'www.example.com']);
    expect(routes('public-old.example.com')).toEqual({
      hosts: ['old.example.com'],
      gateways: ['istio-ingress/public'],
      http: [{ match: below('/api'), route: [to('api')] }, { route: [to('web')] }],
    });
    expect(servers()).toEqual([
      { port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['./example.com', './old.example.com', './www.example.com'] },
    ]);
  });

  test('takes services of several namespaces, and the whole of their routes', () => {
    const { mesh, shop, gateway, routes } = edge();
    const api = service(mesh.addNamespace('team'), 'api');
    api.route({ match: [{ headers: { 'x-old': StringMatch.exact('yes') } }], headers: { request: { set: { 'x-was': 'old' } } } });
    gateway.expose(service(shop, 'web'), { hosts: ['*.example.com'] });
    gateway.expose(api, { hosts: ['*.example.com'], paths: ['/api'] });
    const route = [{ destination: { host: 'api.team.svc.cluster.local' } }];
    expect(routes('public-any.example.com').http).toEqual([
      {
        match: [
          { uri: { exact: '/api' }, headers: { 'x-old': { exact: 'yes' } } }, { uri: { prefix: '/api/' }, headers: { 'x-old': { exact: 'yes' } } },
        ],
        headers: { request: { set: { 'x-was': 'old' } } },
        route,
      },
      { match: below('/api'), route },
      { route: [to('web')] },
    ]);
  });

  test('tells the ports of the gateway apart where services differ in them', () => {
    const { shop, gateway, routes } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
    gateway.expose(service(shop, 'admin'), { hosts: ['shop.example.com'], gatewayPort: 8080 });
    expect(routes('public-shop.example.com').http).toEqual([
      { match: [{ port: 80 }], route: [to('web')] }, { match: [{ port: 8080 }], route: [to('admin')] },
    ]);
  });
});

describe('TLS', () => {
  const modes: [string, GatewayTls, object][] = [
    ['https-shop-tls', GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_2, cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'] }),
      { mode: 'SIMPLE', credentialName: 'shop-tls', minProtocolVersion: 'TLSV1_2', cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'] }],
    ['https-shop-tls-mutual', GatewayTls.mutual({ caCertCredentialName: 'partners', subjectAltNames: ['b.example.com', 'a.example.com'] }),
      { mode: 'MUTUAL', credentialName: 'shop-tls', caCertCredentialName: 'partners', subjectAltNames: ['a.example.com', 'b.example.com'] }],
    ['https-shop-tls-optional-mutual', GatewayTls.optionalMutual(), { mode: 'OPTIONAL_MUTUAL', credentialName: 'shop-tls' }],
  ];

  test.each(modes)('of server %s is what was asked for', (name, tls, expected) => {
    const { shop, gateway, servers } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], tls, credentialName: 'shop-tls' });
    expect(servers()).toEqual([
      { port: { number: 80, name: 'http-redirect', protocol: 'HTTP' }, hosts: ['./shop.example.com'], tls: { httpsRedirect: true } },
      { port: { number: 443, name, protocol: 'HTTPS' }, hosts: ['./shop.example.com'], tls: expected },
    ]);
  });

  test('of the mesh itself needs no credential, and no port 80', () => {
    const { shop, gateway, servers } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['web.example.com'], tls: GatewayTls.istioMutual() });
    expect(servers()).toEqual([
      { port: { number: 443, name: 'https-istio-mutual', protocol: 'HTTPS' }, hosts: ['./web.example.com'], tls: { mode: 'ISTIO_MUTUAL' } },
    ]);
  });

  test('of a service that speaks it itself is passed through by its server name', () => {
    const { shop, gateway, servers, routes } = edge();
    gateway.expose(tcp(shop, 'vault', MeshPort.tls(8443)), { hosts: ['vault.example.com'] });
    expect(servers()).toEqual([
      { port: { number: 443, name: 'tls-passthrough', protocol: 'TLS' }, hosts: ['./vault.example.com'], tls: { mode: 'PASSTHROUGH' } },
    ]);
    expect(routes('public-vault.example.com')).toEqual({
      hosts: ['vault.example.com'],
      gateways: ['istio-ingress/public'],
      tls: [{ match: [{ port: 443, sniHosts: ['vault.example.com'] }], route: [to('vault')] }],
    });
  });

  test('of bytes is taken off, and the server name tells hosts apart', () => {
    const { shop, gateway, servers, routes } = edge();
    gateway.expose(tcp(shop, 'db', MeshPort.tcp(5432)), { hosts: ['db.example.com'], credentialName: 'db-tls' });
    gateway.expose(tcp(shop, 'log', MeshPort.tcp(5140)), { hosts: ['log.example.com'], credentialName: 'db-tls', gatewayPort: 5432 });
    expect(servers()).toEqual([{
      port: { number: 5432, name: 'tls-5432-db-tls', protocol: 'TLS' },
      hosts: ['./db.example.com', './log.example.com'],
      tls: { mode: 'SIMPLE', credentialName: 'db-tls' },
    }]);
    expect(routes('public-log.example.com').tcp).toEqual([{ match: [{ port: 5432 }], route: [to('log')] }]);
  });

  test('a custom port is served alone: without a redirect', () => {
    const { shop, gateway, servers } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], credentialName: 'shop-tls', gatewayPort: 8443 });
    expect(servers().map(({ port }) => port)).toEqual([{ number: 8443, name: 'https-8443-shop-tls', protocol: 'HTTPS' }]);
  });
});

describe('bytes', () => {
  test('are told apart by the port of the gateway, which its Service gets', () => {
    const { app, shop, gateway, servers, routes } = edge();
    gateway.expose(tcp(shop, 'queue', MeshPort.tcp(5672)), { gatewayPort: 25 });
    gateway.expose(tcp(shop, 'db', MeshPort.tcp(5432)), {});
    expect(servers()).toEqual([
      { port: { number: 25, name: 'tcp-25', protocol: 'TCP' }, hosts: ['./*'] }, { port: { number: 5432, name: 'tcp-5432', protocol: 'TCP' }, hosts: ['./*'] },
    ]);
    expect(routes('public-any')).toEqual({
      hosts: ['*'],
      gateways: ['istio-ingress/public'],
      tcp: [{ match: [{ port: 5432 }], route: [to('db')] }, { match: [{ port: 25 }], route: [to('queue')] }],
    });
    const objects = everything(app)[INGRESS];
    // The proxies of the installer's gateway may not listen below 1024.
    expect(objects.find(({ kind }) => kind === 'Service').spec.ports.slice(-2)).toEqual([
      { name: 'tcp-25', port: 25, targetPort: 8025, protocol: 'TCP' }, { name: 'tcp-5432', port: 5432, targetPort: 5432, protocol: 'TCP' },
    ]);
    expect(objects.find(({ kind }) => kind === 'AuthorizationPolicy').spec.rules).toEqual([{ to: [{ operation: { ports: ['5432', '8025'] } }] }]);
  });

  test('at a port whose number is that of a listener go to another one', () => {
    const { app, shop, gateway } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['*'] });
    gateway.expose(tcp(shop, 'db', MeshPort.tcp(5432)), { gatewayPort: 8080 });
    const objects = everything(app)[INGRESS];
    expect(objects.find(({ kind }) => kind === 'Service').spec.ports).toEqual([
      { port: 80, targetPort: 8080, name: 'http2', protocol: 'TCP' },
      { port: 443, targetPort: 8443, name: 'https', protocol: 'TCP' },
      { port: 15021, targetPort: 15021, name: 'http-status', protocol: 'TCP' },
      { port: 8080, targetPort: 18080, name: 'tcp-8080', protocol: 'TCP' },
    ]);
    expect(objects.find(({ kind }) => kind === 'AuthorizationPolicy').spec.rules).toEqual([
      { to: [{ operation: { ports: ['8080'] } }] }, { to: [{ operation: { ports: ['18080'] } }] },
    ]);
  });
});

test('what comes in is known by its host, its server name or its port', () => {
  const { app, shop, gateway } = edge();
  gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
  gateway.expose(tcp(shop, 'vault', MeshPort.tls(8443)), { hosts: ['*.vault.example.com'] });
  gateway.expose(tcp(shop, 'db', MeshPort.tcp(5432)), {});
  expect(everything(app)[INGRESS].find(({ kind }) => kind === 'AuthorizationPolicy').spec.rules).toEqual([
    { to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] },
    { when: [{ key: 'connection.sni', values: ['*.vault.example.com'] }] },
    { to: [{ operation: { ports: ['5432'] } }] },
  ]);
});

describe('what no gateway could do is refused:', () => {
  const web = (shop: MeshNamespace) => service(shop, 'web');
  const db = (shop: MeshNamespace) => tcp(shop, 'db', MeshPort.tcp(5432));
  const vault = (shop: MeshNamespace) => tcp(shop, 'vault', MeshPort.tls(8443));

  test.each<[string, (shop: MeshNamespace) => ReturnType<typeof web>, ExposeOptions, string]>([
    ['names in bytes without TLS', db, { hosts: ['db.example.com'] },
      'Host "db.example.com" is given for bytes without TLS, in which no client says a name. Leave hosts out, or let the gateway speak TLS with a credential.'],
    ['paths in bytes', db, { paths: ['/a'] }, 'The paths "/a" are given for a port that speaks tcp, in which there are none. Leave paths out.'],
    ['passing through plain text', web, { hosts: ['a.example.com'], port: 80, tls: GatewayTls.passthrough() },
      'TLS is passed through to port 80, which speaks http. Make the port with MeshPort.tls or https if the application speaks TLS, or give a credential and leave tls out.'],
    ['passing through where no port speaks TLS', web, { hosts: ['a.example.com'], tls: GatewayTls.passthrough() },
      'Service "web" has 0 TLS ports (none). Say which one with port: …; a port speaks HTTP when it is made with MeshPort.http, http2 or grpc, and TLS with MeshPort.tls or https.'],
    ['taking off TLS that the service speaks', vault, { hosts: ['a.example.com'], credentialName: 'tls', tls: GatewayTls.simple() },
      'TLS is SIMPLE at the gateway, and port 8443 of the service speaks tls itself. Use GatewayTls.passthrough(), or expose a port that speaks plain text: the mesh encrypts it.'],
    ['TLS without a certificate', web, { hosts: ['a.example.com'], tls: GatewayTls.mutual() },
      'TLS is MUTUAL, and no certificate is given. Give a credential, a credentialName or a certificate.'],
    ['a certificate that nobody is shown', vault, { hosts: ['a.example.com'], credentialName: 'tls' },
      'TLS is PASSTHROUGH, in which the gateway shows nothing of credential "tls". Leave the credential out, or use GatewayTls.simple().'],
    ['a port that is none', web, { hosts: ['a.example.com'], gatewayPort: 0 }, '0 is not a port number. Give a whole number from 1 to 65535.'],
    ['a port that the service has not', web, { hosts: ['a.example.com'], port: 81 }, 'Service "web" has no port 81; it has 80. Give one of its ports.'],
  ])('%s', (_, make, options, message) => {
    const { shop, gateway } = edge();
    expect(messageOf(() => gateway.expose(make(shop), options))).toBe(`[mesh-2-istio-ingress/public] ${message}`);
  });

  test.each<[string, ExposeOptions, ExposeOptions, string]>([
    ['a host with two certificates', { credentialName: 'one' }, { credentialName: 'two', paths: ['/api'] },
      'Host "a.example.com" at port 443 has TLS SIMPLE with "one", and SIMPLE with "two". A handshake has one: give all services of the host the same TLS and credential.'],
    ['a host with two versions of TLS', { credentialName: 'one' }, { credentialName: 'one', paths: ['/api'], tls: GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_3 }) },
      'Host "a.example.com" has two settings of TLS at port 443. A handshake has one: give all services of the host the same TLS and credential.'],
    ['a host in plain text and redirected', { credentialName: 'one' }, { paths: ['/api'] },
      'Host "a.example.com" is served over plain HTTP and redirected to HTTPS. Give all its services the same credential.'],
    ['a port with two protocols', {}, { credentialName: 'one', paths: ['/api'], gatewayPort: 80 },
      'Port 80 would speak both HTTP and HTTPS. Give one of them another gatewayPort.'],
  ])('%s', (_, one, two, message) => {
    const { app, shop, gateway } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['a.example.com'], ...one });
    gateway.expose(service(shop, 'api'), { hosts: ['a.example.com'], ...two });
    expect(messageOf(() => app.synth())).toBe(`Validation failed with the following errors:\n  [mesh-2-istio-ingress/public] ${message}`);
  });

  test('bytes of two services at one port', () => {
    const { app, shop, gateway } = edge();
    gateway.expose(db(shop), {});
    gateway.expose(tcp(shop, 'log', MeshPort.tcp(5140)), { gatewayPort: 5432 });
    expect(messageOf(() => app.synth())).toContain(
      '[mesh-2-istio-ingress/public] Two services are exposed as TCP at port 5432, and nothing tells their bytes apart. Give one of them another gatewayPort.');
  });
});

test.each<[() => unknown, string]>([
  [() => GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_3, maxProtocolVersion: TLSProtocol.TLSV1_2 }),
    'TLS versions from TLSV1_3 to TLSV1_2 are none. Give a minProtocolVersion that is not above maxProtocolVersion.'],
  [() => GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_3, cipherSuites: ['ECDHE-RSA-AES256-GCM-SHA384'] }),
    'Ciphers are given, and TLS 1.3 alone is spoken, whose ciphers are fixed. Leave cipherSuites out, or let minProtocolVersion be TLSV1_2.'],
  [() => GatewayTls.simple({ minProtocolVersion: TLSProtocol.TLSV1_0 }), 'TLS from TLSV1_0 on has no cipher among Envoy\'s own. '
    + 'Give cipherSuites that old clients speak, such as "ECDHE-RSA-AES128-SHA", or a later version.'],
  [() => GatewayTls.mutual({ cipherSuites: [] }), 'The list of ciphers is empty. Leave cipherSuites out for Envoy\'s own choice.'],
])('settings of TLS that do not go together are refused: %p', (make, message) => {
  expect(make).toThrow(new Error(message));
});
