import { Chart } from 'cdk8s';
import { Callers, Enrollment, Identity, MeshPort, MeshProps, MeshService, PathNormalizationType, Posture, Suppressions } from '../../../src';
import { printedBy } from '../../printed';
import { deployment, find, meshFor, messageOf, service, titles } from '../harness';

function shopOf(posture = Posture.ZERO_TRUST) {
  const { app, mesh, shop } = meshFor({ posture });
  return { app, mesh, shop, web: service(shop, 'web'), cart: service(shop, 'cart'), denials: () => find(shop, 'AuthorizationPolicy', 'cart-denials') };
}

describe('a denial', () => {
  test('is a rule of the one DENY policy of the service, in every posture but where it is tried out', () => {
    for (const posture of [Posture.ZERO_TRUST, Posture.OPEN]) {
      const { cart, web, denials } = shopOf(posture);
      cart.deny('legacy', { callers: [web], paths: ['/cards/*'], methods: ['GET'] });
      cart.deny('office', { callers: [Callers.ipBlocks('10.0.0.0/8')] });
      expect(denials()).toEqual({
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        metadata: { name: 'cart-denials', namespace: 'shop' },
        spec: {
          selector: { matchLabels: { app: 'cart' } },
          action: 'DENY',
          rules: [
            { from: [{ source: { ipBlocks: ['10.0.0.0/8'] } }] },
            {
              from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }],
              to: [{ operation: { methods: ['GET'], paths: ['/cards/*'], ports: ['8080'] } }],
            },
          ],
        },
      });
    }
  });

  test('gives services that it names an identity, so that it does not mean all that runs without one', () => {
    const { cart, web, shop } = shopOf();
    cart.deny('legacy', { callers: [Callers.anyOf(web, Identity.of('a', 'b'))] });
    expect(titles(shop)).toContain('ServiceAccount web');
  });

  test('has exceptions of callers, of any kind', () => {
    const { cart, web, denials } = shopOf();
    cart.deny('card data', { notCallers: [web, Callers.namespaces('audit')], paths: ['/cards/*'] });
    expect(denials().spec.rules).toEqual([{
      from: [{ source: { notNamespaces: ['audit'], notPrincipals: ['cluster.local/ns/shop/sa/web'] } }],
      to: [{ operation: { paths: ['/cards/*'], ports: ['8080'] } }],
    }]);
  });

  test('has exceptions of what is asked for', () => {
    const { cart, denials } = shopOf();
    cart.deny('read only', { notMethods: ['GET', 'HEAD'], notPaths: ['/healthz'] });
    expect(denials().spec.rules).toEqual([{ to: [{ operation: { notMethods: ['GET', 'HEAD'], notPaths: ['/healthz'], ports: ['8080'] } }] }]);
  });

  test('of everything covers all others', () => {
    const { cart, denials } = shopOf();
    cart.deny('admin', { paths: ['/admin'] });
    cart.denyAll('under repair');
    expect(denials().spec).toEqual({ selector: { matchLabels: { app: 'cart' } }, action: 'DENY', rules: [{}] });
  });

  test('that asks for connections alone holds on all ports of the pods', () => {
    const { cart, denials } = shopOf();
    cart.deny('legacy', { callers: [Callers.namespaces('legacy')] });
    expect(denials().spec.rules).toEqual([{ from: [{ source: { namespaces: ['legacy'] } }] }]);
  });

  test('A17: that asks for what only HTTP has is not written for other ports, where it would deny everything', () => {
    const { shop } = shopOf();
    const mixed = shop.addService('mixed', {
      ports: [MeshPort.http(80, { target: 8080 }), MeshPort.tcp(5432)],
      workload: deployment(shop, 'mixed', { ports: [{ containerPort: 8080 }, { containerPort: 5432 }] }),
    });
    expect(messageOf(() => mixed.deny('admin', { paths: ['/admin'] }))).toBe(
      '[mesh-2-shop/services/mixed] deny("admin") with paths, but port 5432 speaks tcp, in which there are none. '
      + 'Leave them out, or name the HTTP ports with ports: […]. (A17)');
    mixed.deny('admin', { paths: ['/admin'], ports: [80] });
    expect(find(shop, 'AuthorizationPolicy', 'mixed-denials').spec.rules).toEqual([{ to: [{ operation: { paths: ['/admin'], ports: ['8080'] } }] }]);
  });

  test.each([
    [(cart: MeshService) => cart.deny(' '), 'deny() has no reason. Say why, such as deny("card data", …): it stands in the matrix of the mesh.'],
    [(cart: MeshService) => cart.deny('x', { methods: [] }), 'deny("x") with an empty list of methods, which fits no request. Leave methods out for any of them.'],
    [(cart: MeshService) => cart.deny('x', { ports: [81] }), 'deny("x") on port 81, but its ports are 80. Name ports of the called service.'],
    [(cart: MeshService) => cart.deny('x', { notPorts: [80] }), 'deny("x") on none of its ports (80). Leave one of them out of notPorts.'],
  ])('that cannot be is refused', (action, message) => {
    expect(messageOf(() => action(shopOf().cart))).toBe(`[mesh-2-shop/services/cart] ${message}`);
  });
});

describe('a denial of a service behind a waypoint', () => {
  const cave = () => {
    const { mesh } = meshFor({ ambient: true });
    const namespace = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    namespace.useWaypoint(namespace.addWaypoint('waypoint'));
    return { namespace, cart: service(namespace, 'cart'), policy: (name: string) => find(namespace, 'AuthorizationPolicy', name)?.spec };
  };

  test('that asks for requests stands at the waypoint', () => {
    const { cart, policy } = cave();
    cart.deny('admin', { paths: ['/admin'] });
    expect(policy('cart-denials')).toEqual({
      targetRefs: [{ group: '', kind: 'Service', name: 'cart' }], action: 'DENY', rules: [{ to: [{ operation: { paths: ['/admin'] } }] }],
    });
    expect(policy('cart-denials-at-pods')).toBeUndefined();
  });

  test('that asks for connections stands at the pods, too, and lets the waypoint through, which has decided', () => {
    const { cart, policy } = cave();
    cart.deny('legacy', { callers: [Callers.namespaces('cave'), Identity.of('legacy', 'job')] });
    expect(policy('cart-denials').rules).toEqual([
      { from: [{ source: { namespaces: ['cave'] } }, { source: { principals: ['cluster.local/ns/legacy/sa/job'] } }] },
    ]);
    expect(policy('cart-denials-at-pods')).toEqual({
      selector: { matchLabels: { app: 'cart' } },
      action: 'DENY',
      rules: [{
        from: [
          { source: { namespaces: ['cave'], notPrincipals: ['cluster.local/ns/cave/sa/waypoint'] } }, { source: { principals: ['cluster.local/ns/legacy/sa/job'] } },
        ],
      }],
    });
  });

  test('of everything stands at the pods alone, which nobody can go past', () => {
    const { cart, policy } = cave();
    cart.denyAll();
    expect(policy('cart-denials')).toBeUndefined();
    expect(policy('cart-denials-at-pods')).toEqual({ selector: { matchLabels: { app: 'cart' } }, action: 'DENY', rules: [{}] });
  });
});

describe('A18: a denial by path', () => {
  const said = (props: MeshProps, action: (cart: MeshService) => void) => {
    const { app, shop } = meshFor(props);
    const cart = service(shop, 'cart');
    action(cart);
    return printedBy(() => app.synth()).filter((text) => text.includes('(A18)'));
  };
  const text = (what: string, spelling: string) => `[mesh-2-shop/services/cart] warning: ${what}, and a spelling such as ${spelling} gets past it, `
    + 'if the application takes it for the same. Give the mesh pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES, '
    + 'or allow paths instead of denying them. (A18)\n';
  const deny = (cart: MeshService) => cart.deny('admin', { paths: ['/admin'] });

  test.each([
    [undefined, '"//b" or "/%2Fb"'],
    [PathNormalizationType.NONE, '"/a/../b", "//b" or "/%2Fb"'],
    [PathNormalizationType.MERGE_SLASHES, '"/%2Fb"'],
  ])('is warned of where paths are normalised as %s', (pathNormalization, spelling) => {
    expect(said({ pathNormalization }, deny)).toEqual([text('deny("admin") by paths "/admin"', spelling)]);
  });

  test('is fine where all spellings are known, and can be taken on with a reason', () => {
    expect(said({ pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES }, deny)).toEqual([]);
    expect(said({}, (cart) => {
      deny(cart);
      Suppressions.of(cart).add('A18', 'the application knows one spelling');
    })).toEqual([]);
  });

  test('is one, too, where what is allowed leaves paths out; what is denied but for paths is none', () => {
    expect(said({}, (cart) => cart.allowFrom(Callers.everyone(), { notPaths: ['/admin'] }))).toEqual([
      text('Everybody is allowed to call it by notPaths "/admin"', '"//b" or "/%2Fb"'),
    ]);
    expect(said({}, (cart) => cart.deny('public alone', { notPaths: ['/public/*'] }))).toEqual([]);
  });

  test('pathNormalization is written to the mesh configuration', () => {
    const { mesh } = meshFor({ pathNormalization: PathNormalizationType.MERGE_SLASHES, controlPlane: true });
    const { data } = find(mesh.node.root.node.findChild('mesh-1-control-plane') as Chart, 'ConfigMap', 'istio');
    expect(data.mesh).toContain('pathNormalization:\n  normalization: MERGE_SLASHES\n');
  });
});
