import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Callers, Enrollment, Mesh, MeshPort, MeshService, MutualTLSMode, Posture, Suppressions } from '../../../src';
import { deployment, find, meshFor, messageOf, service } from '../harness';

const { STRICT, PERMISSIVE, DISABLE } = MutualTLSMode;
const CART = '"mesh-2-shop/services/cart"';

/** What synthesis finds, one line a finding, without what comes before them. */
function findings(mesh: Mesh): string[] {
  const message = messageOf(() => Testing.synth(App.of(mesh).charts[0])) ?? '';
  return message.split('\n').slice(1).map((line) => line.trim());
}

function object(scope: Chart, kind: string, name: string, spec: object, namespace?: string): ApiObject {
  const apiVersion = kind === 'DestinationRule' ? 'networking.istio.io/v1' : 'security.istio.io/v1';
  return new ApiObject(scope, `own-${kind}-${name}`, { apiVersion, kind, metadata: { name, namespace }, spec });
}

interface Pair {
  readonly mesh: Mesh;
  readonly shop: Chart;
  readonly web: MeshService;
  readonly cart: MeshService;
}

/** One service that calls another. */
function pair(props = {}): Pair {
  const { mesh, shop } = meshFor(props);
  const [web, cart] = [service(shop, 'web'), service(shop, 'cart')];
  web.calls(cart);
  return { mesh, shop, web, cart };
}

describe('the mode of an edge', () => {
  test('follows from the PeerAuthentication of the mesh', () => {
    const { mesh } = pair();
    expect(mesh.edges).toEqual([{
      from: 'shop/web',
      to: 'shop/cart',
      declaredAt: expect.stringMatching(/edges\.test\.ts:\d+$/),
      mutualTls: [{
        port: 80, mode: 'STRICT', mutual: true, decidedBy: 'PeerAuthentication istio-system/default', reason: 'both sides have a proxy, and the mode is STRICT',
      }],
    }]);
  });

  test('is mutual TLS between two proxies, also where nothing demands it', () => {
    const { mesh } = pair({ posture: Posture.OPEN });
    expect(mesh.edges[0].mutualTls).toEqual([
      { port: 80, mode: 'PERMISSIVE', mutual: true, decidedBy: 'Istio\'s default', reason: 'both sides have a proxy, and the mode is PERMISSIVE' },
    ]);
  });

  test('is that of the port that is called, which the pods know under another number', () => {
    const { mesh, cart } = pair({ posture: Posture.OPEN });
    cart.useMutualTls(DISABLE, { ports: cart.ports });
    expect(mesh.edges[0].mutualTls).toEqual([
      { port: 80, mode: 'DISABLE', mutual: false, decidedBy: 'PeerAuthentication shop/cart', reason: 'it says DISABLE' },
    ]);
    expect(findings(mesh)).toEqual([]);
  });

  test('is plain text where one side has no proxy', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    const legacy = mesh.addNamespace('legacy', { enrollment: Enrollment.NONE });
    const [web, old] = [service(shop, 'web'), service(legacy, 'old')];
    web.calls(old);
    old.calls(web);
    expect(mesh.edges.map(({ mutualTls: [{ mutual, decidedBy, reason }] }) => [mutual, decidedBy, reason])).toEqual([
      [false, 'enrollment none', 'the called pods have no proxy that could speak mutual TLS'],
      [false, 'enrollment none', 'the caller has no proxy that could speak mutual TLS'],
    ]);
    expect(findings(mesh)).toEqual([]);
  });

  test('is not known where another program declares what is called', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').calls(MeshService.fromServiceName(mesh, 'orders', { namespace: 'orders', ports: [MeshPort.http(80)] }));
    expect(mesh.edges.map(({ from, to, mutualTls }) => [from, to, mutualTls])).toEqual([['shop/web', 'orders.orders', []]]);
  });

  test('is a tunnel where one side is in ambient mode', () => {
    const { mesh, shop } = meshFor({ ambient: true });
    const calm = service(mesh.addNamespace('calm', { enrollment: Enrollment.AMBIENT }), 'calm');
    const web = service(shop, 'web');
    web.calls(calm);
    calm.calls(web);
    const tunnel = { port: 80, mode: 'STRICT', mutual: true, decidedBy: 'ambient mode', reason: 'the traffic goes through a tunnel in mutual TLS' };
    expect(mesh.edges.map(({ mutualTls }) => mutualTls)).toEqual([[tunnel], [tunnel]]);
  });

  test('is told for the ports that may be called, each by itself', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    const api = shop.addService('api', { ports: [MeshPort.grpc(9000), MeshPort.http(80, { target: 8080 }), MeshPort.tcp(7000)], selector: { app: 'api' } });
    service(shop, 'web').calls(api, { ports: [9000, 80] });
    api.useMutualTls(STRICT, { ports: [api.ports[0]] });
    expect(mesh.edges[0].mutualTls.map(({ port, mode }) => [port, mode])).toEqual([[80, 'PERMISSIVE'], [9000, 'STRICT']]);
  });
});

describe('what both sides of a call do not agree on (A13)', () => {
  test('a caller without a proxy cannot call what demands mutual TLS', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN, mutualTls: STRICT });
    const old = service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old');
    const cart = service(shop, 'cart');
    old.calls(cart);
    expect(findings(mesh)).toEqual([
      `[mesh-2-legacy/services/old] It calls ${CART} on port 80, but PeerAuthentication istio-system/default demands mutual TLS (STRICT), `
      + 'and it is sent in plain text (enrollment none: the caller has no proxy that could speak mutual TLS). '
      + 'Enroll the caller with Enrollment.SIDECAR or Enrollment.AMBIENT, with no label or annotation against it, '
      + 'or let the called service take plain text with useMutualTls(MutualTLSMode.PERMISSIVE). (A13)',
    ]);
    cart.useMutualTls(PERMISSIVE);
    expect(findings(mesh)).toEqual([]);
  });

  test('a caller without a proxy has no identity by which policies could let it in', () => {
    const { mesh, shop } = meshFor({ mutualTls: PERMISSIVE });
    service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old').calls(service(shop, 'cart'));
    expect(findings(mesh)).toEqual([
      `[mesh-2-legacy/services/old] It calls ${CART} on port 80, but callers are let in by their identity, which mutual TLS alone shows, `
      + 'and it is sent in plain text (enrollment none: the caller has no proxy that could speak mutual TLS). '
      + 'Enroll the caller with Enrollment.SIDECAR or Enrollment.AMBIENT, with no label or annotation against it, '
      + 'or let anybody in with allowFrom(Callers.everyone()). (A13)',
    ]);
  });

  test('a caller without a proxy is let in where anybody is, on that port', () => {
    const { mesh, shop } = meshFor({ mutualTls: PERMISSIVE });
    const cart = shop.addService('cart', { ports: [MeshPort.http(80), MeshPort.http(90)], selector: { app: 'cart' } });
    service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old').calls(cart);
    cart.allowFrom(Callers.everyone(), { ports: [90] });
    expect(mesh.edges[0].mutualTls.map(({ port, conflict }) => [port, conflict === undefined])).toEqual([[80, false], [90, true]]);
  });

  test('policies in dry-run let callers without a proxy in', () => {
    const { mesh, shop } = meshFor({ posture: Posture.AUDIT });
    service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old').calls(service(shop, 'cart'));
    expect(findings(mesh)).toEqual([]);
  });

  test('pods that opted out of their proxy are callers without one', () => {
    const { mesh, shop } = meshFor();
    const workload = deployment(shop, 'batch', { labels: { 'app': 'batch', 'sidecar.istio.io/inject': 'false' } });
    shop.addService('batch', { workload }).calls(service(shop, 'cart'));
    expect(mesh.edges[0].mutualTls[0]).toMatchObject({ mutual: false, decidedBy: 'Deployment "batch" says sidecar.istio.io/inject: "false"' });
    expect(findings(mesh)).toHaveLength(1);
  });

  test('calls to a port that passes the caller\'s proxy by are in plain text', () => {
    const { mesh, shop } = meshFor();
    shop.addService('web', { workload: deployment(shop, 'web'), proxy: { excludeOutboundPorts: [80] } }).calls(service(shop, 'cart'));
    expect(mesh.edges[0].mutualTls[0]).toMatchObject({ mutual: false, decidedBy: 'traffic.sidecar.istio.io/excludeOutboundPorts: "80"' });
  });

  test('a port that passes the proxy of the called pods by gets mutual TLS that nobody takes off', () => {
    const { mesh, shop } = meshFor();
    const workload = deployment(shop, 'cart', { annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' } });
    const cart = shop.addService('cart', { ports: [MeshPort.http(80, { target: 8080 })], workload });
    service(shop, 'web').calls(cart);
    expect(findings(mesh)).toEqual([
      `[mesh-2-shop/services/web] It calls ${CART} on port 80, but callers send mutual TLS, and connections to port 80 pass their proxy by `
      + '(traffic.sidecar.istio.io/excludeInboundPorts: "8080"), so that nobody takes it off. '
      + 'Let the proxy take the port, or say useMutualTls(MutualTLSMode.DISABLE) for it. (A13)',
    ]);
    cart.useMutualTls(DISABLE, { ports: cart.ports });
    expect(findings(mesh)).toEqual([]);
  });

  test('a DestinationRule that turns TLS off is found, whoever made it', () => {
    const { mesh, shop } = pair();
    object(shop, 'DestinationRule', 'plain', { host: 'cart', trafficPolicy: { tls: { mode: 'DISABLE' } } });
    expect(findings(mesh)).toEqual([
      `[mesh-2-shop/services/web] It calls ${CART} on port 80, but PeerAuthentication istio-system/default demands mutual TLS (STRICT), `
      + 'and it is sent in plain text (DestinationRule shop/plain: it says DISABLE). '
      + 'Take the tls out of that rule: proxies find out by themselves who can speak mutual TLS, '
      + 'or let the called service take plain text with useMutualTls(MutualTLSMode.PERMISSIVE). (A13)',
    ]);
  });

  test('a DestinationRule that demands mutual TLS of a port without it is found', () => {
    const { mesh, shop, cart } = pair({ posture: Posture.OPEN });
    cart.useMutualTls(DISABLE);
    object(shop, 'DestinationRule', 'mutual', {
      host: '*.shop.svc.cluster.local', trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL' } }] },
    });
    expect(findings(mesh)).toEqual([
      `[mesh-2-shop/services/web] It calls ${CART} on port 80, but DestinationRule shop/mutual sends mutual TLS, and PeerAuthentication shop/cart takes plain text alone `
      + '(DISABLE). Take the tls out of that rule, or change the mode. (A13)',
    ]);
  });

  test('a DestinationRule that demands mutual TLS of pods without a proxy is found', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    service(shop, 'web').calls(service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old'));
    object(shop, 'DestinationRule', 'all', { host: '*.local', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } }, 'istio-system');
    expect(findings(mesh)).toEqual([
      '[mesh-2-shop/services/web] It calls "mesh-2-legacy/services/old" on port 80, but DestinationRule istio-system/all sends mutual TLS, '
      + 'and the called pods have no proxy that could take it: enrollment none. Take the tls out of that rule: proxies find out by themselves who can speak it. (A13)',
    ]);
  });

  test('a namespace in plain text hides a service that demands mutual TLS: callers look at the namespace before they choose', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    const cart = service(mesh.addNamespace('plain', { mutualTls: DISABLE }), 'cart');
    cart.useMutualTls(STRICT);
    service(shop, 'web').calls(cart);
    expect(findings(mesh)).toEqual([
      '[mesh-2-shop/services/web] It calls "mesh-2-plain/services/cart" on port 80, but PeerAuthentication plain/cart demands mutual TLS (STRICT), '
      + 'and it is sent in plain text (PeerAuthentication plain/default: it says DISABLE). '
      + 'Let PeerAuthentication plain/default say PERMISSIVE: callers go by the mode of the namespace, '
      + 'or let the called service take plain text with useMutualTls(MutualTLSMode.PERMISSIVE). (A13)',
    ]);
  });

  test('an identity from elsewhere cannot be shown on a port in plain text', () => {
    const { mesh, shop } = meshFor();
    const cart = service(shop, 'cart');
    mesh.addIngressGateway('public').expose(cart, { hosts: ['shop.example.com'] });
    cart.useMutualTls(DISABLE);
    expect(findings(mesh)).toEqual([
      '[mesh-2-shop/services/cart] cluster.local/ns/istio-ingress/sa/public-service-account is allowed to call it on port 80 by an identity that mutual TLS alone shows, '
      + 'but PeerAuthentication shop/cart takes plain text alone (DISABLE). Let PeerAuthentication shop/cart say PERMISSIVE, which takes both. (A13)',
    ]);
  });

  test('it can be suppressed at the caller, with a reason', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN, mutualTls: STRICT });
    const old = service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old');
    old.calls(service(shop, 'cart'));
    Suppressions.of(old).add('A13', 'It speaks mutual TLS itself.');
    expect(findings(mesh)).toEqual([]);
  });
});

describe('which rule holds', () => {
  const tls = (mode: string): object => ({ trafficPolicy: { tls: { mode } } });
  const decided = (mesh: Mesh): string => mesh.edges[0].mutualTls[0].decidedBy;
  const HOST = 'cart.shop.svc.cluster.local';

  test('that of the caller\'s namespace, then of the service\'s, then of the root namespace', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    service(mesh.addNamespace('front'), 'web').calls(service(shop, 'cart'));
    object(shop, 'DestinationRule', 'root', { host: '*.local', ...tls('DISABLE') }, 'istio-system');
    expect(decided(mesh)).toBe('DestinationRule istio-system/root');
    object(shop, 'DestinationRule', 'service', { host: HOST, ...tls('DISABLE') });
    expect(decided(mesh)).toBe('DestinationRule shop/service');
    object(shop, 'DestinationRule', 'caller', { host: '*.svc.cluster.local', ...tls('DISABLE') }, 'front');
    expect(decided(mesh)).toBe('DestinationRule front/caller');
  });

  test('the most specific one of a namespace, if the caller can see it', () => {
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    service(mesh.addNamespace('front'), 'web').calls(service(shop, 'cart'));
    object(shop, 'DestinationRule', 'wide', { host: '*.shop.svc.cluster.local', ...tls('DISABLE') });
    object(shop, 'DestinationRule', 'exact', { host: 'cart', ...tls('ISTIO_MUTUAL'), exportTo: ['.'] });
    expect(decided(mesh)).toBe('DestinationRule shop/wide');
  });

  test('one for some pods before one for all, and a subset that is unlike the rest', () => {
    const { mesh, shop } = pair({ posture: Posture.OPEN });
    object(shop, 'DestinationRule', 'a-all', { host: 'cart', subsets: [{ name: 'v1', ...tls('DISABLE') }] });
    expect(decided(mesh)).toBe('DestinationRule shop/a-all (subset "v1")');
    object(shop, 'DestinationRule', 'web-only', { host: 'cart', workloadSelector: { matchLabels: { app: 'web' } }, ...tls('SIMPLE') });
    object(shop, 'DestinationRule', 'others', { host: 'cart', workloadSelector: { matchLabels: { app: 'other' } }, ...tls('SIMPLE') });
    expect(decided(mesh)).toBe('DestinationRule shop/web-only');
  });

  test('PeerAuthentications that others made count, and several for the same pods are found', () => {
    const { mesh, shop, cart } = pair({ posture: Posture.OPEN });
    object(shop, 'PeerAuthentication', 'theirs', { selector: { matchLabels: { app: 'cart' } }, portLevelMtls: { 8080: { mode: 'STRICT' }, 1: { mode: 'UNSET' } } });
    expect(mesh.edges[0].mutualTls[0]).toMatchObject({ mode: 'STRICT', decidedBy: 'PeerAuthentication shop/theirs' });
    cart.useMutualTls(DISABLE);
    expect(findings(mesh)).toEqual([
      '[mesh-2-shop/services/cart] Its pods are picked by several PeerAuthentications (PeerAuthentication shop/cart, PeerAuthentication shop/theirs), '
      + 'of which the oldest holds alone. Say the mode with useMutualTls() of one service.',
    ]);
  });
});

describe('where proxies do not find out who speaks mutual TLS (enableAutoMtls: false)', () => {
  const meshConfig = { enableAutoMtls: false };

  test('the rule of each host says it', () => {
    const { mesh, shop } = pair({ meshConfig });
    expect(find(shop, 'DestinationRule', 'cart').spec).toEqual({ host: 'cart.shop.svc.cluster.local', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } });
    expect(mesh.edges[0].mutualTls[0]).toMatchObject({ mutual: true, decidedBy: 'DestinationRule shop/cart', reason: 'it says ISTIO_MUTUAL' });
    expect(findings(mesh)).toEqual([]);
  });

  test('ports in plain text are told apart, beside what else is said of them', () => {
    const { mesh, shop } = meshFor({ meshConfig, posture: Posture.OPEN });
    const api = shop.addService('api', { ports: [MeshPort.http(80), MeshPort.http(90), MeshPort.tcp(7000)], selector: { app: 'api' } });
    service(shop, 'web').calls(api);
    const outlierDetection = { consecutive5xxErrors: 3 };
    api.trafficPolicy({ portLevelSettings: [{ port: 80, outlierDetection }, { port: 90, outlierDetection }] });
    api.useMutualTls(DISABLE, { ports: [api.ports[1], api.ports[2]] });
    expect(find(shop, 'DestinationRule', 'api').spec.trafficPolicy).toEqual({
      tls: { mode: 'ISTIO_MUTUAL' },
      portLevelSettings: [
        { port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL' }, outlierDetection },
        { port: { number: 90 }, tls: { mode: 'DISABLE' }, outlierDetection },
        { port: { number: 7000 }, tls: { mode: 'DISABLE' } },
      ],
    });
    expect(findings(mesh)).toEqual([]);
  });

  test('nothing is said of services in plain text, or without proxies', () => {
    const { mesh, shop } = meshFor({ meshConfig, posture: Posture.OPEN });
    service(shop, 'plain').useMutualTls(DISABLE);
    service(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'old');
    expect(Testing.synth(shop).filter(({ kind }) => kind === 'DestinationRule')).toEqual([]);
    expect(mesh.namespaces.flatMap((one) => Testing.synth(one)).filter(({ kind }) => kind === 'DestinationRule')).toEqual([]);
  });
});
