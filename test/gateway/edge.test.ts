import { ApiObject, Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  CertManagerCertificate, CertManagerIssuer, CertManagerKeyAlgorithm, ExposeOptions, ExternalTrafficPolicy, GatewayTls, InjectedGateway,
  MeshIngressGatewayOptions, MeshPort, Posture,
} from '../../src';
import { deployment, everything, meshFor, messageOf, service } from '../mesh/harness';
import { printedBy } from '../printed';

const INGRESS = 'mesh-2-istio-ingress';

function edge(options: MeshIngressGatewayOptions = {}, posture = Posture.ZERO_TRUST) {
  const { app, mesh, shop } = meshFor({ posture });
  const gateway = mesh.addIngressGateway('public', { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, ...options });
  const all = (): any[] => everything(app)[INGRESS];
  return { app, mesh, shop, gateway, all, of: (kind: string) => all().find((object) => object.kind === kind) };
}

describe('the address of a client', () => {
  test('is kept by the Service, or told by what stands before the gateway', () => {
    const { shop, gateway, of } = edge({ gatewayTopology: { numTrustedProxies: 2 } });
    gateway.expose(service(shop, 'web'), { hosts: ['*'] });
    expect(of('Service').spec.externalTrafficPolicy).toBe('Local');
    expect(of('Deployment').spec.template.metadata.annotations['proxy.istio.io/config']).toBe('{"gatewayTopology":{"numTrustedProxies":2}}');
  });

  test('is told to injected gateways in the same way', () => {
    const { app, mesh, shop } = meshFor();
    const namespace = mesh.addNamespace('edge');
    const gateway = new InjectedGateway(namespace, 'in', { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, gatewayTopology: { proxyProtocol: {} } });
    gateway.expose(service(shop, 'web'), { hosts: ['*'] });
    const objects = everything(app)['mesh-2-edge'];
    expect(objects.find(({ kind }) => kind === 'Service').spec.externalTrafficPolicy).toBe('Local');
    expect(objects.find(({ kind }) => kind === 'Deployment').spec.template.metadata.annotations['proxy.istio.io/config'])
      .toBe('{"gatewayTopology":{"proxyProtocol":{}}}');
  });

  test.each<[string, MeshIngressGatewayOptions, string]>([
    ['packets', {}, 'ipBlocks'], ['proxies', { gatewayTopology: { numTrustedProxies: 1 } }, 'remoteIpBlocks'], ['the PROXY protocol', { gatewayTopology: { proxyProtocol: {} } }, 'remoteIpBlocks'],
  ])('is that of %s where clients are limited', (_, options, field) => {
    const { shop, gateway, of } = edge(options);
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'], clientIpBlocks: ['192.0.2.0/24', '2001:db8::1'] });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      { from: [{ source: { [field]: ['192.0.2.0/24', '2001:db8::1'] } }], to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] },
    ]);
  });

  test('of some clients is shut out, also within what is let in', () => {
    const { shop, gateway, of } = edge({ gatewayTopology: { numTrustedProxies: 1 } }, Posture.OPEN);
    gateway.expose(service(shop, 'web'), { hosts: ['*'], clientIpBlocks: ['192.0.2.0/24'], notClientIpBlocks: ['192.0.2.15', '192.0.2.1'] });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      { from: [{ source: { remoteIpBlocks: ['192.0.2.0/24'], notRemoteIpBlocks: ['192.0.2.1', '192.0.2.15'] } }] },
    ]);
  });

  test('of bytes is never told by a header', () => {
    const { shop, gateway, of } = edge({ gatewayTopology: { numTrustedProxies: 1 } });
    const db = shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', { ports: [{ containerPort: 5432 }] }) });
    gateway.expose(db, { clientIpBlocks: ['192.0.2.0/24'] });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([{ from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }], to: [{ operation: { ports: ['5432'] } }] }]);
  });

  test('limits its own paths, and opens none of others', () => {
    const { shop, gateway, of } = edge();
    const hosts = ['shop.example.com'];
    gateway.expose(service(shop, 'web'), { hosts });
    gateway.expose(service(shop, 'admin'), { hosts, paths: ['/admin'], clientIpBlocks: ['192.0.2.0/24'] });
    gateway.expose(service(shop, 'health'), { hosts, paths: ['/admin/health'] });
    gateway.expose(service(shop, 'other'), { hosts: ['other.example.com'] });
    const operation = (more: object) => [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'], ...more } }];
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      {
        from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }],
        to: operation({ paths: ['/admin', '/admin/*'], notPaths: ['/admin/health', '/admin/health/*'] }),
      },
      { to: operation({ notPaths: ['/admin', '/admin/*'] }) },
      { to: operation({ paths: ['/admin/health', '/admin/health/*'] }) },
      { to: [{ operation: { hosts: ['other.example.com', 'other.example.com:*'] } }] },
    ]);
  });

  test('limits its own host, also below a wildcard, and its own port', () => {
    const { shop, gateway, of } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['*.example.com'] });
    gateway.expose(service(shop, 'admin'), { hosts: ['admin.example.com'], clientIpBlocks: ['192.0.2.0/24'] });
    gateway.expose(service(shop, 'metrics'), { hosts: ['*.example.com'], gatewayPort: 9090, clientIpBlocks: ['198.51.100.1'] });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      { from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }], to: [{ operation: { hosts: ['admin.example.com', 'admin.example.com:*'] } }] },
      {
        from: [{ source: { ipBlocks: ['198.51.100.1'] } }],
        to: [{ operation: { hosts: ['*.example.com', '*.example.com:*'], notHosts: ['admin.example.com', 'admin.example.com:*'], ports: ['9090'] } }],
      },
      { to: [{ operation: { hosts: ['*.example.com', '*.example.com:*'], notHosts: ['admin.example.com', 'admin.example.com:*'], ports: ['8080'] } }] },
    ]);
  });

  test('limits clients also in a mesh without policies of its own', () => {
    const { shop, gateway, of } = edge({}, Posture.OPEN);
    gateway.expose(service(shop, 'web'), { hosts: ['shop.example.com'] });
    expect(of('AuthorizationPolicy')).toBeUndefined();
    gateway.expose(service(shop, 'admin'), { hosts: ['admin.example.com'], clientIpBlocks: ['192.0.2.0/24'] });
    expect(of('AuthorizationPolicy').spec.rules).toEqual([
      { from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }], to: [{ operation: { hosts: ['admin.example.com', 'admin.example.com:*'] } }] },
      { to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] },
    ]);
  });

  test('that nodes may have put there is warned of', () => {
    const { shop, gateway } = edge({ externalTrafficPolicy: undefined });
    const said = printedBy(() => gateway.expose(service(shop, 'web'), { hosts: ['*'], clientIpBlocks: ['192.0.2.1'] }));
    expect(said).toContain('[mesh-2-istio-ingress/public] warning: Clients are limited by their addresses, and nodes may put their own in place of these. '
      + 'Give the gateway externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, or a gatewayTopology that says what stands before it.\n');
  });

  test('that cannot be one is refused', () => {
    const { mesh, shop, gateway } = edge();
    const web = service(shop, 'web');
    const expose = (...clientIpBlocks: string[]) => messageOf(() => gateway.expose(web, { hosts: ['*'], clientIpBlocks }));
    for (const block of ['192.0.2.0/33', 'example.com', '::1/129', '192.0.2.0/24/1', '192.0.2.1/']) {
      expect(expose(block)).toBe(`[mesh-2-istio-ingress/public] "${block}" is not an address or a block of addresses. `
        + 'Give an IP address, or a block such as "192.0.2.0/24" or "2001:db8::/32".');
    }
    expect(expose()).toBe('[mesh-2-istio-ingress/public] The list of clientIpBlocks is empty, which would let nobody in. Leave clientIpBlocks out for any address.');
    expect(messageOf(() => gateway.expose(web, { hosts: ['*'], notClientIpBlocks: [] }))).toBe(
      '[mesh-2-istio-ingress/public] The list of notClientIpBlocks is empty, which would shut nobody out. Leave notClientIpBlocks out for any address.');
    expect(messageOf(() => mesh.addIngressGateway('two', { gatewayTopology: { numTrustedProxies: -1 } }))).toBe(
      '[mesh-2-istio-ingress/two] -1 is not a number of trusted proxies. Give a whole number; 0 trusts none.');
    expect(messageOf(() => new InjectedGateway(mesh.addNamespace('edge'), 'in', { podAnnotations: { 'proxy.istio.io/config': '{}' }, gatewayTopology: {} }))).toBe(
      '[mesh-2-edge/in] The gateway has a gatewayTopology, and the annotation proxy.istio.io/config of its own. Put the topology into the annotation, or leave the annotation out.');
  });
});

describe('a certificate of cert-manager', () => {
  const letsencrypt = { issuerRef: CertManagerIssuer.clusterIssuer('letsencrypt') };

  test('is written beside the gateway, for all hosts that are exposed with it', () => {
    const { mesh, shop, gateway, all, of } = edge();
    const certificate = CertManagerCertificate.of('shop-tls', {
      ...letsencrypt,
      duration: Duration.days(30),
      renewBefore: Duration.days(10),
      privateKeyAlgorithm: CertManagerKeyAlgorithm.ECDSA,
      privateKeySize: 384,
    });
    const web = service(shop, 'web');
    gateway.expose(web, { hosts: ['www.example.com', 'example.com'], certificate });
    mesh.addIngressGateway('second').expose(web, { hosts: ['*.shop.example.com'], certificate });
    expect(all().filter(({ kind }) => kind === 'Certificate')).toEqual([{
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'shop-tls', namespace: 'istio-ingress' },
      spec: {
        secretName: 'shop-tls',
        dnsNames: ['*.shop.example.com', 'example.com', 'www.example.com'],
        issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
        duration: '2592000s',
        renewBefore: '864000s',
        privateKey: { algorithm: 'ECDSA', size: 384 },
      },
    }]);
    expect(of('Gateway').spec.servers[1].tls).toEqual({ mode: 'SIMPLE', credentialName: 'shop-tls' });
  });

  test.each<[CertManagerIssuer, object]>([
    [CertManagerIssuer.issuer('own'), { name: 'own' }],
    [CertManagerIssuer.external('example.com', 'Authority', 'x'), { group: 'example.com', kind: 'Authority', name: 'x' }],
  ])('says who issues it: %j', (issuerRef, expected) => {
    const { shop, gateway, of } = edge();
    gateway.expose(service(shop, 'web'), { hosts: ['a.example.com'], certificate: CertManagerCertificate.of('a', { issuerRef }) });
    expect(of('Certificate').spec).toEqual({ secretName: 'a', dnsNames: ['a.example.com'], issuerRef: expected });
  });

  test('is one a name, and given in one way', () => {
    const { shop, gateway } = edge();
    const web = service(shop, 'web');
    const certificate = CertManagerCertificate.of('shop-tls', letsencrypt);
    gateway.expose(web, { hosts: ['a.example.com'], certificate });
    const expose = (options: ExposeOptions) => messageOf(() => gateway.expose(web, options));
    expect(expose({ hosts: ['b.example.com'], certificate: CertManagerCertificate.of('shop-tls', letsencrypt) })).toBe(
      '[mesh-2-istio-ingress/public] There are two certificates with the secretName "shop-tls". '
      + 'Give both exposures the same CertManagerCertificate, or one of them another secretName.');
    expect(expose({ hosts: ['*'], certificate })).toBe(
      '[mesh-2-istio-ingress/public] A certificate is asked for any host, which nobody issues. Give the hosts by name, or "*.example.com" for those of a domain.');
    expect(expose({ hosts: ['c.example.com'], certificate, credentialName: 'other' })).toBe(
      '[mesh-2-istio-ingress/public] The certificate is given in 2 ways ("shop-tls", "other"). Give one of certificate, credential and credentialName.');
  });

  test.each<[object, string]>([
    [{ duration: Duration.minutes(30) }, 'A certificate of 1800s is none that cert-manager asks for. Let duration be an hour or more.'],
    [{ renewBefore: Duration.minutes(1) }, 'A renewal 60s before the end is none that cert-manager takes. Let renewBefore be five minutes or more.'],
    [{ duration: Duration.hours(2), renewBefore: Duration.hours(2) },
      'The certificate would be renewed 7200s before its end, which is before its beginning. Let renewBefore be shorter than the duration.'],
  ])('that cert-manager would not take is refused: %j', (options, message) => {
    expect(() => CertManagerCertificate.of('a', { ...letsencrypt, ...options })).toThrow(new Error(message));
  });
});

describe('credentials by name', () => {
  function found(make: (edge: Chart, shop: Chart) => void, tls?: GatewayTls): string | undefined {
    const { app, shop, gateway } = edge();
    const chart = new Chart(app, 'secrets', { namespace: 'istio-ingress' });
    make(chart, shop);
    gateway.expose(service(shop, 'web'), { hosts: ['a.example.com'], credentialName: 'tls', tls });
    return messageOf(() => app.synth())?.split('\n').slice(1).join('\n').trim();
  }
  const secret = (scope: Chart, name: string, stringData?: Record<string, string>) => new ApiObject(scope, name, {
    apiVersion: 'v1', kind: 'Secret', metadata: { name }, ...(stringData && { stringData }),
  });
  const pair = { 'tls.crt': 'x', 'tls.key': 'y' };

  test('are taken to be there where this program knows none', () => {
    expect(found(() => {})).toBeUndefined();
  });

  test('may be in several namespaces, if one is the gateway\'s', () => {
    expect(found((at, shop) => { secret(at, 'tls', pair); secret(shop, 'tls'); })).toBeUndefined();
  });

  test('in another namespace alone are reported, also where cert-manager writes them', () => {
    const message = '[mesh-2-istio-ingress/public] Credential "tls" is in namespace "shop", and the gateway runs in "istio-ingress". '
      + 'A gateway can read only the secrets of its own namespace: create the secret there. (A10)';
    expect(found((_, shop) => secret(shop, 'tls', pair))).toBe(message);
    expect(found((_, shop) => new kplus.Secret(shop, 'x', { metadata: { name: 'tls' } }))).toBe(message);
    expect(found((_, shop) => new ApiObject(shop, 'c', { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', spec: { secretName: 'tls' } }))).toBe(message);
  });

  test('without a certificate in them are reported', () => {
    expect(found((at) => secret(at, 'tls', { cert: 'x' }))).toBe(
      '[mesh-2-istio-ingress/public] Secret "tls" has the keys "cert", and no certificate that the gateway could show. Give it tls.crt and tls.key.');
  });

  test('without authorities are reported where clients show certificates', () => {
    const message = '[mesh-2-istio-ingress/public] TLS is MUTUAL, and Secret "tls" has the keys "tls.crt", "tls.key", without the authorities of the clients\' certificates. '
      + 'Give it ca.crt, or the gateway a Secret "tls-cacert" or a caCertCredentialName.';
    expect(found((at) => secret(at, 'tls', pair), GatewayTls.mutual())).toBe(message);
    expect(found((at) => secret(at, 'tls', { ...pair, 'ca.crt': 'z' }), GatewayTls.mutual())).toBeUndefined();
    expect(found((at) => { secret(at, 'tls', pair); secret(at, 'tls-cacert', { cacert: 'z' }); }, GatewayTls.mutual())).toBeUndefined();
    expect(found((at) => secret(at, 'tls', pair), GatewayTls.mutual({ caCertCredentialName: 'ca' }))).toBeUndefined();
  });
});

describe('HTTP/3', () => {
  const QUIC = { pilotEnv: { PILOT_ENABLE_QUIC_LISTENERS: 'true' } };

  test('has a port of UDP beside each of HTTPS, under the same number', () => {
    const { app, mesh, shop } = meshFor(QUIC);
    const gateway = mesh.addIngressGateway('public', { http3: true });
    gateway.expose(service(shop, 'web'), { hosts: ['a.example.com'], credentialName: 'tls' });
    gateway.expose(service(shop, 'api'), { hosts: ['b.example.com'], credentialName: 'tls', gatewayPort: 9443 });
    expect(everything(app)[INGRESS].find(({ kind }) => kind === 'Service').spec.ports.slice(3)).toEqual([
      { name: 'https-9443', port: 9443, targetPort: 9443, protocol: 'TCP' },
      { name: 'quic-443', port: 443, targetPort: 8443, protocol: 'UDP' },
      { name: 'quic-9443', port: 9443, targetPort: 9443, protocol: 'UDP' },
    ]);
  });

  test('needs an istiod that configures it, and something to serve', () => {
    expect(messageOf(() => meshFor().mesh.addIngressGateway('public', { http3: true }))).toBe(
      '[mesh-2-istio-ingress/public] The gateway has http3, and istiod would not configure it: PILOT_ENABLE_QUIC_LISTENERS is not in its environment. '
      + 'Give the mesh pilotEnv: { PILOT_ENABLE_QUIC_LISTENERS: "true" }.');
    const { app, mesh, shop } = meshFor(QUIC);
    mesh.addIngressGateway('public', { http3: true }).expose(service(shop, 'web'), { hosts: ['*'] });
    expect(messageOf(() => app.synth())).toBe('Validation failed with the following errors:\n'
      + '  [mesh-2-istio-ingress/public] The gateway has http3, and serves no HTTPS. Expose a service with a certificate, or leave http3 out.');
  });
});

describe('connections that browsers use for two hosts', () => {
  function warnings(...exposures: ExposeOptions[]): string[] {
    const { app, shop, gateway } = edge();
    return printedBy(() => {
      exposures.forEach((options, index) => gateway.expose(service(shop, `web-${index}`), options));
      app.synth();
    }).filter((text) => text.includes('(A11)'));
  }

  test('are warned of where one credential has two servers', () => {
    expect(warnings(
      { hosts: ['a.example.com'], credentialName: 'wild' },
      { hosts: ['b.example.com'], credentialName: 'wild', tls: GatewayTls.optionalMutual() },
    )).toEqual(['[mesh-2-istio-ingress/public] warning: Clients may send requests for one of the hosts "a.example.com", "b.example.com" on a connection for the other, '
      + 'since credential "wild" holds for both, and two servers of the gateway, which do not know each other\'s hosts, have them. '
      + 'Give both the same credential and TLS: one server then has both. (A11)\n']);
  });

  test('are warned of where a wildcard is beside a host below it', () => {
    const [text, ...others] = warnings({ hosts: ['*.example.com'], credentialName: 'wild' }, { hosts: ['b.example.com'], credentialName: 'own' });
    expect(text).toContain('"*.example.com", "b.example.com" on a connection for the other, since the certificate of the wildcard holds for both');
    expect(others).toEqual([]);
  });

  test('are none where one server has both, or the certificates differ', () => {
    expect(warnings({ hosts: ['a.example.com'], credentialName: 'wild' }, { hosts: ['b.example.com'], credentialName: 'wild' })).toEqual([]);
    expect(warnings({ hosts: ['a.example.com'], credentialName: 'a' }, { hosts: ['b.example.com'], credentialName: 'b' })).toEqual([]);
  });
});
