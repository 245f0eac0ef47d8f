import { Chart, Duration } from 'cdk8s';
import { parse } from 'yaml';
import { Enrollment, ExternalAuthorizer, JwtProvider, MeshPort, MeshProps, MeshService, Posture, StringMatch } from '../../../src';
import { deployment, find, meshFor, messageOf, service, titles } from '../harness';

function shopOf(props: MeshProps = {}) {
  const { app, mesh, shop } = meshFor({ controlPlane: true, ...props });
  const [web, cart] = [service(shop, 'web'), service(shop, 'cart')];
  const opa = shop.addService('opa', { ports: [MeshPort.grpc(9191)], workload: deployment(shop, 'opa', { ports: [{ containerPort: 9191 }] }) });
  const providers = () => parse(find(mesh.node.root.node.findChild('mesh-1-control-plane') as Chart, 'ConfigMap', 'istio').data.mesh).extensionProviders;
  return { app, mesh, shop, web, cart, opa, providers, policy: (name: string) => find(shop, 'AuthorizationPolicy', name)?.spec };
}

describe('a service that has an external authorizer asked', () => {
  test('has a CUSTOM policy, calls it, and the mesh knows where it is', () => {
    const { shop, web, opa, providers, policy } = shopOf();
    const authorizer = ExternalAuthorizer.opa(opa, { port: 9191, timeout: Duration.millis(500), statusOnError: 503 });
    web.authorizeWith(authorizer, { notPaths: ['/healthz'] });
    expect(policy('web-opa')).toEqual({
      selector: { matchLabels: { app: 'web' } },
      action: 'CUSTOM',
      provider: { name: 'opa' },
      rules: [{ to: [{ operation: { notPaths: ['/healthz'], ports: ['8080'] } }] }],
    });
    expect(policy('opa-callers').rules).toEqual([
      { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['9191'] } }] },
    ]);
    expect(find(shop, 'Sidecar', 'web').spec.egress).toEqual([{ hosts: ['./opa.shop.svc.cluster.local'] }]);
    expect(providers()).toEqual([
      { name: 'opa', envoyExtAuthzGrpc: { service: 'shop/opa.shop.svc.cluster.local', port: 9191, timeout: '0.5s', statusOnError: '503' } },
    ]);
  });

  test('asks about everything where nothing is said', () => {
    const { web, opa, policy } = shopOf();
    web.authorizeWith(ExternalAuthorizer.opa(opa));
    expect(policy('web-opa').rules).toEqual([{}]);
  });

  test('does not while it is tried out: istiod makes of a CUSTOM policy in dry-run one that denies', () => {
    const { shop, web, opa } = shopOf({ posture: Posture.AUDIT });
    web.authorizeWith(ExternalAuthorizer.opa(opa));
    expect(titles(shop)).not.toContain('AuthorizationPolicy web-opa');
  });

  test('may use one that the mesh configuration names', () => {
    const { web, policy } = shopOf({ meshConfig: { extensionProviders: [{ name: 'corporate', envoyExtAuthzGrpc: { service: 'authz.corp', port: 9000 } }] } });
    web.authorizeWith(ExternalAuthorizer.named('corporate'), { methods: ['POST'] });
    expect(policy('web-corporate').provider).toEqual({ name: 'corporate' });
  });

  test('behind a waypoint has it asked there, and lets the waypoint call it', () => {
    const { app, mesh } = shopOf({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    const [cart, opa] = [service(cave, 'cart'), service(cave, 'opa')];
    cart.authorizeWith(ExternalAuthorizer.opa(opa, { port: 80 }));
    expect(messageOf(() => app.synth())).toContain('[mesh-2-cave/services/cart] authorizeWith("opa"), whom the proxies of nodes do not ask. '
      + 'Let the service or its namespace use a waypoint, with useWaypoint(). (A19)');
    cart.useWaypoint(cave.addWaypoint('waypoint'));
    expect(find(cave, 'AuthorizationPolicy', 'cart-opa').spec.targetRefs).toEqual([{ group: '', kind: 'Service', name: 'cart' }]);
    expect(find(cave, 'AuthorizationPolicy', 'opa-callers').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/cave/sa/waypoint'] } }]);
  });
});

test('oauth2-proxy is shown cookies and the token, and tells who the user is', () => {
  const { web, cart, providers } = shopOf();
  web.authorizeWith(ExternalAuthorizer.oauth2Proxy(cart, { port: 80, pathPrefix: '/auth' }));
  expect(providers()).toEqual([{
    name: 'oauth2-proxy',
    envoyExtAuthzHttp: {
      service: 'shop/cart.shop.svc.cluster.local',
      port: 80,
      pathPrefix: '/auth',
      includeRequestHeadersInCheck: ['authorization', 'cookie'],
      headersToUpstreamOnAllow: ['authorization', 'x-auth-request-*'],
      headersToDownstreamOnAllow: ['set-cookie'],
      headersToDownstreamOnDeny: ['content-type', 'set-cookie'],
    },
  }]);
});

const JWT = JwtProvider.of({ issuer: 'https://accounts.example.com' });

test('a gateway looks at tokens, requires them and has an authorizer asked at its edge', () => {
  const { mesh, web, cart } = shopOf();
  const gateway = mesh.addIngressGateway('public');
  gateway.expose(web, { hosts: ['shop.example.com'] });
  gateway.requireJwt(JWT, { hosts: ['admin.example.com'] });
  gateway.authorizeWith(ExternalAuthorizer.oauth2Proxy(cart, { port: 80 }), { paths: ['/private/*'] });
  const edge = mesh.node.root.node.findChild('mesh-2-istio-ingress') as Chart;
  const selector = { matchLabels: { app: 'public', istio: 'public' } };
  expect(find(edge, 'RequestAuthentication', 'public').spec).toEqual({ selector, jwtRules: [{ issuer: 'https://accounts.example.com' }] });
  expect(find(edge, 'AuthorizationPolicy', 'public-denials').spec).toEqual({
    selector,
    action: 'DENY',
    rules: [{
      from: [{ source: { notRequestPrincipals: ['https://accounts.example.com/*'] } }],
      to: [{ operation: { hosts: ['admin.example.com', 'admin.example.com:*'], ports: ['8080'] } }],
    }],
  });
  expect(find(edge, 'AuthorizationPolicy', 'public-oauth2-proxy').spec).toEqual({
    selector, action: 'CUSTOM', provider: { name: 'oauth2-proxy' }, rules: [{ to: [{ operation: { paths: ['/private/*'], ports: ['8080'] } }] }],
  });
  expect(find(cart.node.scopes[1] as Chart, 'AuthorizationPolicy', 'cart-callers').spec.rules[0].from).toEqual([
    { source: { principals: [gateway.identity.principal] } },
  ]);
});

test('a route at a gateway that asks for claims needs tokens there', () => {
  const { app, mesh, web } = shopOf({ controlPlane: false });
  const gateway = mesh.addIngressGateway('public');
  web.route({ match: [{ claims: { groups: StringMatch.exact('beta') } }], directResponse: { status: 204 } });
  gateway.expose(web, { hosts: ['shop.example.com'] });
  expect(messageOf(() => app.synth())).toContain('[mesh-2-istio-ingress/public] Routes at the gateway ask for claims of end users, but it knows no tokens, '
    + 'so that they fit no request. Let it know them, with acceptJwt() or requireJwt().');
  gateway.acceptJwt(JWT);
  expect(messageOf(() => app.synth()) ?? '').not.toContain('knows no tokens');
});

describe('what cannot be is refused', () => {
  test.each<[(opa: MeshService) => unknown, string]>([
    [(opa) => ExternalAuthorizer.grpc('Opa', opa, { port: 1 }),
      '"Opa" is not a name for an authorizer. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends.'],
    [(opa) => ExternalAuthorizer.grpc('opa', opa, { port: 0 }), '0 is not a port of authorizer "opa". Give a number from 1 to 65535.'],
    [(opa) => ExternalAuthorizer.grpc('opa', opa, { port: 1, statusOnError: 1 }), '1 is not a status of HTTP. Give one such as 503.'],
    [(opa) => ExternalAuthorizer.http('a', opa, { port: 1, pathPrefix: 'auth' }), 'The pathPrefix "auth" of authorizer "a" does not begin with "/". Write one that does.'],
    [(opa) => ExternalAuthorizer.http('a', opa, { port: 1, headersToUpstreamOnAllow: ['*'] }),
      'The authorizer "a" has "*" in headersToUpstreamOnAllow, which Istio does not take. Name headers, or what they begin or end with.'],
  ])('of an authorizer', (action, message) => {
    expect(messageOf(() => action(shopOf().opa))).toBe(message);
  });

  test('of a service', () => {
    const { web, cart, opa } = shopOf();
    web.authorizeWith(ExternalAuthorizer.opa(opa));
    expect(messageOf(() => web.authorizeWith(ExternalAuthorizer.grpc('other', opa, { port: 9191 })))).toBe(
      '[mesh-2-shop/services/web] It asks both authorizers "opa" and "other", and Istio takes one a workload. Ask one, or let one of them ask the other.');
    expect(messageOf(() => cart.authorizeWith(ExternalAuthorizer.opa(opa)))).toBe(
      '[mesh-2-shop/services/cart] There are two extension providers "opa". Use one ExternalAuthorizer, or give the second one another name.');
    expect(messageOf(() => cart.authorizeWith(ExternalAuthorizer.named('corporate')))).toBe(
      '[mesh-2-shop/services/cart] The mesh has no authorizer "corporate". Name one of meshConfig.extensionProviders, or make it with ExternalAuthorizer.grpc() or http().');
  });
});
