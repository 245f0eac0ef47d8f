import { Duration } from 'cdk8s';
import { Enrollment, JwtProvider, JwtProviderProps, MeshPort, MeshService } from '../../../src';
import { deployment, find, meshFor, messageOf, service, titles } from '../harness';

const ISSUER = 'https://accounts.example.com';
const ACCOUNTS = JwtProvider.of({ issuer: ISSUER });
const PARTNERS = JwtProvider.of({ issuer: 'https://partners.example.com', jwksUri: 'https://partners.example.com/keys' });

function shopOf() {
  const { app, mesh, shop } = meshFor();
  const [web, cart] = [service(shop, 'web'), service(shop, 'cart')];
  return { app, mesh, shop, web, cart, denials: () => find(shop, 'AuthorizationPolicy', 'cart-denials')?.spec };
}

describe('a service that knows tokens of end users', () => {
  test('has one RequestAuthentication, with a rule an issuer, sorted', () => {
    const { shop, cart } = shopOf();
    cart.acceptJwt(PARTNERS);
    cart.acceptJwt(JwtProvider.of({
      issuer: ISSUER,
      audiences: ['shop'],
      fromHeaders: [{ name: 'x-token', prefix: 'Token ' }],
      fromParams: ['token'],
      fromCookies: ['session'],
      forwardOriginalToken: true,
      outputPayloadToHeader: 'x-payload',
      spaceDelimitedClaims: ['roles'],
      timeout: Duration.seconds(2),
    }), { claimsToHeaders: { sub: 'x-user', email: 'x-email' } });
    expect(find(shop, 'RequestAuthentication', 'cart')).toEqual({
      apiVersion: 'security.istio.io/v1',
      kind: 'RequestAuthentication',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'cart' } },
        jwtRules: [
          {
            issuer: ISSUER,
            audiences: ['shop'],
            fromHeaders: [{ name: 'x-token', prefix: 'Token ' }],
            fromParams: ['token'],
            fromCookies: ['session'],
            forwardOriginalToken: true,
            outputPayloadToHeader: 'x-payload',
            outputClaimToHeaders: [{ claim: 'email', header: 'x-email' }, { claim: 'sub', header: 'x-user' }],
            spaceDelimitedClaims: ['roles'],
            timeout: '2s',
          },
          { issuer: 'https://partners.example.com', jwksUri: 'https://partners.example.com/keys' },
        ],
      },
    });
    expect(titles(shop)).not.toContain('AuthorizationPolicy cart-denials');
  });

  test('says more of one provider later', () => {
    const { shop, cart } = shopOf();
    cart.acceptJwt(ACCOUNTS, { claimsToHeaders: { sub: 'x-user' } });
    cart.acceptJwt(ACCOUNTS, { claimsToHeaders: { email: 'x-email' }, forwardOriginalToken: true });
    expect(find(shop, 'RequestAuthentication', 'cart').spec.jwtRules).toEqual([{
      issuer: ISSUER, forwardOriginalToken: true, outputClaimToHeaders: [{ claim: 'email', header: 'x-email' }, { claim: 'sub', header: 'x-user' }],
    }]);
  });

  test('may ask for end users in calls; one that knows none cannot', () => {
    const { app, shop, web, cart } = shopOf();
    web.calls(cart, { claims: { groups: ['buyers'] }, requestPrincipals: [`${ISSUER}/*`] });
    expect(messageOf(() => app.synth())).toBe(
      'Validation failed with the following errors:\n  [mesh-2-shop/services/cart] "mesh-2-shop/services/web" calls it with requestPrincipals and claims, '
      + 'but the service knows no tokens of end users. Let it know them, with acceptJwt() or requireJwt().');
    cart.acceptJwt(ACCOUNTS);
    expect(messageOf(() => app.synth())).toBeUndefined();
    expect(find(shop, 'AuthorizationPolicy', 'cart-callers').spec.rules).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'], requestPrincipals: [`${ISSUER}/*`] } }],
      to: [{ operation: { ports: ['8080'] } }],
      when: [{ key: 'request.auth.claims[groups]', values: ['buyers'] }],
    }]);
  });
});

describe('a service that requires tokens', () => {
  test('denies what has none, on its HTTP ports, but for exceptions', () => {
    const { shop } = shopOf();
    const mixed = shop.addService('mixed', {
      ports: [MeshPort.http(80, { target: 8080 }), MeshPort.tcp(5432)],
      workload: deployment(shop, 'mixed', { ports: [{ containerPort: 8080 }, { containerPort: 5432 }] }),
    });
    mixed.requireJwt(ACCOUNTS, { notPaths: ['/healthz'] });
    expect(find(shop, 'AuthorizationPolicy', 'mixed-denials').spec).toEqual({
      selector: { matchLabels: { app: 'mixed' } },
      action: 'DENY',
      rules: [{ from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`] } }], to: [{ operation: { notPaths: ['/healthz'], ports: ['8080'] } }] }],
    });
    expect(find(shop, 'RequestAuthentication', 'mixed').spec.jwtRules).toEqual([{ issuer: ISSUER }]);
  });

  test('takes those of any provider that is required for the same requests', () => {
    const { cart, denials } = shopOf();
    cart.requireJwt(ACCOUNTS, { claimsToHeaders: { sub: 'x-user' } });
    cart.requireJwt(PARTNERS);
    expect(denials().rules).toEqual([
      { from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`, 'https://partners.example.com/*'] } }], to: [{ operation: { ports: ['8080'] } }] },
    ]);
  });

  test('denies those whose claims are others than it asks for, each by itself', () => {
    const { cart, denials } = shopOf();
    cart.requireJwt(ACCOUNTS, { paths: ['/admin/*'], claims: { 'groups': ['admin', 'ops'], '[realm][level]': ['2'] } });
    const to = [{ operation: { paths: ['/admin/*'], ports: ['8080'] } }];
    expect(denials().rules).toEqual([
      { from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`] } }], to },
      { to, when: [{ key: 'request.auth.claims[groups]', notValues: ['admin', 'ops'] }] },
      { to, when: [{ key: 'request.auth.claims[realm][level]', notValues: ['2'] }] },
    ]);
  });

  test('may try that out', () => {
    const { shop, cart } = shopOf();
    cart.requireJwt(ACCOUNTS, { dryRun: true });
    expect(find(shop, 'AuthorizationPolicy', 'cart-denials-dry-run').metadata.annotations).toEqual({ 'istio.io/dry-run': 'true' });
  });

  test('behind a waypoint has all of it there', () => {
    const { mesh } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    const cart = service(cave, 'cart');
    cart.requireJwt(ACCOUNTS);
    cart.useWaypoint(cave.addWaypoint('waypoint'));
    const targetRefs = [{ group: '', kind: 'Service', name: 'cart' }];
    expect(find(cave, 'RequestAuthentication', 'cart').spec).toEqual({ targetRefs, jwtRules: [{ issuer: ISSUER }] });
    expect(find(cave, 'AuthorizationPolicy', 'cart-denials').spec).toEqual({
      targetRefs, action: 'DENY', rules: [{ from: [{ source: { notRequestPrincipals: [`${ISSUER}/*`] } }] }],
    });
  });

  test('A19: in ambient mode without a waypoint is a finding', () => {
    const { app, mesh } = meshFor({ ambient: true });
    service(mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT }), 'cart').requireJwt(ACCOUNTS);
    expect(messageOf(() => app.synth())).toBe([
      'Validation failed with the following errors:',
      `  [mesh-2-cave/services/cart] requireJwt("${ISSUER}") with notRequestPrincipals, which the proxies of nodes do not look at. `
      + 'Let the service or its namespace use a waypoint, with useWaypoint(). (A19)',
      `  [mesh-2-cave/services/cart] It takes tokens of "${ISSUER}", which the proxies of nodes do not look at. `
      + 'Let the service or its namespace use a waypoint, with useWaypoint(). (A19)',
    ].join('\n'));
  });
});

describe('what cannot be is refused', () => {
  test.each<[JwtProviderProps, string]>([
    [{ issuer: '' }, '"" is not an issuer. Write it as the claim "iss" of its tokens does, such as "https://accounts.example.com".'],
    [{ issuer: 'a', jwks: '{"keys":[]}', jwksUri: 'https://a' }, 'The provider "a" has both jwks and jwksUri. Give one of them.'],
    [{ issuer: 'a', jwksUri: 'a.example.com' }, 'The provider "a" has the jwksUri "a.example.com", which is no URL. Write one such as "https://accounts.example.com/jwks.json".'],
    [{ issuer: 'a', jwks: 'keys' }, 'The provider "a" has jwks that are no JSON Web Key Set. Give {"keys":[…]} as text, or its jwksUri.'],
    [{ issuer: 'a', audiences: [] }, 'The provider "a" has an empty list of audiences. Leave it out, or say which.'],
  ])('of a provider: %j', (props, message) => {
    expect(messageOf(() => JwtProvider.of(props))).toBe(message);
  });

  test.each<[(cart: MeshService) => void, string]>([
    [(cart) => cart.acceptJwt(JwtProvider.of({ issuer: ISSUER })), `There are two providers for the issuer "${ISSUER}". Use one JwtProvider for an issuer, with all its audiences.`],
    [(cart) => cart.acceptJwt(ACCOUNTS, { claimsToHeaders: { sub: 'x-id' } }),
      `The claim "sub" of issuer "${ISSUER}" goes to the headers "x-user" and "x-id". Name one header for a claim.`],
    [(cart) => cart.acceptJwt(ACCOUNTS, { forwardOriginalToken: false }), `The tokens of issuer "${ISSUER}" are forwarded, and are not. Say forwardOriginalToken once.`],
    [(cart) => cart.requireJwt(ACCOUNTS, { paths: ['items'] }), `requireJwt("${ISSUER}") with the path "items", which no request has. `
      + 'Begin paths with "/", leave the query out, and use "*" at the beginning or the end alone, "{*}" for one part, and "{**}" for all at the end.'],
  ])('of a service', (action, message) => {
    const { cart } = shopOf();
    cart.acceptJwt(ACCOUNTS, { claimsToHeaders: { sub: 'x-user' }, forwardOriginalToken: true });
    expect(messageOf(() => action(cart))).toBe(`[mesh-2-shop/services/cart] ${message}`);
  });

  test('A17: of a service without an HTTP port', () => {
    const { shop } = shopOf();
    const db = shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db') });
    expect(messageOf(() => db.requireJwt(ACCOUNTS))).toBe(
      `[mesh-2-shop/services/db] It takes tokens of "${ISSUER}", but none of its ports speaks HTTP. Give it one with MeshPort.http, http2 or grpc. (A17)`);
  });
});
