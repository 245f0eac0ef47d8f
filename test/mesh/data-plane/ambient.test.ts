import { Enrollment, Identity, IstioMetric, Mesh, MeshNamespace, MeshPort, MeshProps, MeshService, Posture, StringMatch, WaypointFor } from '../../../src';
import { deployment, everything, find, meshFor, messageOf, service, titles } from '../harness';

interface Ambient {
  readonly mesh: Mesh;
  readonly cave: MeshNamespace;
  readonly web: MeshService;
  readonly cart: MeshService;
  readonly synth: () => unknown;
}

/** An ambient namespace with two services. */
function ambient(props: MeshProps = {}): Ambient {
  const { app, mesh } = meshFor({ ambient: true, ...props });
  const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
  return { mesh, cave, web: service(cave, 'web'), cart: service(cave, 'cart'), synth: () => app.synth() };
}

const from = (...names: string[]) => names.map((name) => ({ source: { principals: [`cluster.local/ns/cave/sa/${name}`] } }));
const policy = (cave: MeshNamespace, name: string) => find(cave, 'AuthorizationPolicy', name).spec;

describe('an installation in ambient mode', () => {
  test('has the agents of nodes, and an istiod that knows of them', () => {
    const { app, mesh } = meshFor({ ambient: true, controlPlane: true });
    const objects: any[] = everything(app)['mesh-1-control-plane'];
    expect(objects.filter(({ kind }) => kind === 'DaemonSet').map(({ metadata }) => metadata.name)).toEqual(['istio-cni-node', 'ztunnel']);
    const istiod = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'istiod');
    expect(istiod.spec.template.spec.containers[0].env).toContainEqual({ name: 'PILOT_ENABLE_AMBIENT', value: 'true' });
    expect(mesh.ambient).toBe(true);
  });

  test('has none of it otherwise', () => {
    const { app, mesh } = meshFor({ controlPlane: true });
    expect(everything(app)['mesh-1-control-plane'].filter(({ kind }) => kind === 'DaemonSet')).toEqual([]);
    expect(mesh.ambient).toBe(false);
  });

  test('denies by default at waypoints too, which heed no policy that does not name them', () => {
    const [{ app: zero }, { app: open }] = [meshFor({ ambient: true }), meshFor({ ambient: true, posture: Posture.OPEN })];
    const denials = (app: typeof zero) => everything(app)['mesh-1-control-plane'].filter(({ kind }) => kind === 'AuthorizationPolicy');
    expect(denials(zero).map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ['deny-by-default', {}],
      ['deny-by-default-at-waypoints', { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: 'istio-waypoint' }] }],
    ]);
    expect(denials(open)).toEqual([]);
  });
});

describe('calls without a waypoint', () => {
  test('are allowed at the pods, by who calls which port', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    expect(policy(cave, 'cart-callers')).toEqual({
      selector: { matchLabels: { app: 'cart' } }, rules: [{ from: from('web'), to: [{ operation: { ports: ['8080'] } }] }],
    });
  });

  test('need no Sidecar, which no node reads', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    expect(titles(cave).filter((title) => title.startsWith('Sidecar'))).toEqual([]);
  });

  test.each([
    [{ methods: ['GET'] }, 'methods'],
    [{ methods: ['GET'], paths: ['/a'] }, 'methods and paths'],
  ])('cannot be told apart by what they ask for: %j', (options, what) => {
    const { web, cart, synth } = ambient();
    web.calls(cart, options);
    expect(messageOf(synth)).toContain(
      `[mesh-2-cave/services/cart] "mesh-2-cave/services/web" calls it with ${what}, which the proxies of nodes do not look at. `
      + 'Let the service or its namespace use a waypoint, with useWaypoint(), or allow the caller everything on these ports.');
  });

  test('may ask for anything where no policy is written', () => {
    const { web, cart, synth } = ambient({ posture: Posture.OPEN });
    web.calls(cart, { methods: ['GET'] });
    expect(messageOf(synth)).toBeUndefined();
  });
});

describe('calls through a waypoint', () => {
  test('are allowed there by what they ask for, and at the pods the waypoint is let in', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart, { methods: ['GET'], ports: [80] });
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    expect(policy(cave, 'cart-callers')).toEqual({
      targetRefs: [{ group: '', kind: 'Service', name: 'cart' }],
      // The waypoint sees what is sent to the one port of the service; pods see all that they listen on.
      rules: [{ from: from('web'), to: [{ operation: { methods: ['GET'] } }] }],
    });
    expect(policy(cave, 'cart-waypoint')).toEqual({
      selector: { matchLabels: { app: 'cart' } }, rules: [{ from: from('waypoint'), to: [{ operation: { ports: ['8080'] } }] }],
    });
  });

  test('that are not told apart by requests may also come to the pods: sidecars and gateways go past the waypoint', () => {
    const { cave, cart } = ambient();
    cart.allowFrom(Identity.of('edge', 'gateway'));
    cart.useWaypoint(cave.addWaypoint('waypoint'));
    expect(policy(cave, 'cart-callers').rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/edge/sa/gateway'] } }] }]);
    expect(policy(cave, 'cart-waypoint').rules).toEqual([
      {
        from: [{ source: { principals: ['cluster.local/ns/cave/sa/waypoint', 'cluster.local/ns/edge/sa/gateway'] } }],
        to: [{ operation: { ports: ['8080'] } }],
      },
    ]);
  });

  test('let in the canary, too', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    cart.useWaypoint(cave.addWaypoint('waypoint'), { canary: cave.addWaypoint('next'), canaryWeight: 5 });
    expect(policy(cave, 'cart-waypoint').rules[0].from).toEqual([
      { source: { principals: ['cluster.local/ns/cave/sa/next', 'cluster.local/ns/cave/sa/waypoint', 'cluster.local/ns/cave/sa/web'] } },
    ]);
    expect(find(cave, 'Service', 'cart').metadata).toMatchObject({
      labels: { 'istio.io/use-waypoint': 'waypoint', 'istio.io/use-waypoint-canary': 'next' }, annotations: { 'istio.io/use-waypoint-canary-weight': '5' },
    });
  });

  test('are as before for a service that leaves the waypoint of its namespace', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    cart.useNoWaypoint();
    expect(titles(cave).filter((title) => title.startsWith('AuthorizationPolicy'))).toEqual(['AuthorizationPolicy cart-callers']);
    expect(policy(cave, 'cart-callers').selector).toEqual({ matchLabels: { app: 'cart' } });
    expect(find(cave, 'Service', 'cart').metadata.labels).toEqual({ 'istio.io/use-waypoint': 'none' });
  });

  test('of a service that is added later take the waypoint of the namespace', () => {
    const { cave, web } = ambient();
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    web.calls(service(cave, 'late'), { paths: ['/a'] });
    expect(policy(cave, 'late-callers').targetRefs).toEqual([{ group: '', kind: 'Service', name: 'late' }]);
    expect(policy(cave, 'late-waypoint').selector).toEqual({ matchLabels: { app: 'late' } });
  });

  test('from a sidecar are not told apart by what they ask for', () => {
    const { cave, cart, synth } = ambient();
    const old = cave.addService('old', { workload: deployment(cave, 'old'), enrollment: Enrollment.SIDECAR });
    old.calls(cart, { methods: ['GET'] });
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    expect(messageOf(synth)).toContain(
      '[mesh-2-cave/services/cart] "mesh-2-cave/services/old" calls it with methods, but it has a sidecar, whose requests go past the waypoint and are denied. '
      + 'Enroll the caller with Enrollment.AMBIENT, or allow it everything on these ports.');
  });
});

describe('a service with sidecars in an ambient namespace', () => {
  test('uses no waypoint, whenever its namespace chooses one', () => {
    const { cave, web } = ambient();
    const add = (name: string) => cave.addService(name, {
      ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(cave, name), enrollment: Enrollment.SIDECAR,
    });
    const early = add('early');
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    web.calls(early);
    web.calls(add('late'));
    for (const name of ['early', 'late']) {
      expect(find(cave, 'Service', name).metadata.labels).toEqual({ 'istio.io/use-waypoint': 'none' });
      expect(policy(cave, `${name}-callers`).selector).toEqual({ matchLabels: { app: name } });
      expect(find(cave, 'Deployment', name).spec.template.metadata.labels).toMatchObject({ 'istio.io/use-waypoint': 'none', 'sidecar.istio.io/inject': 'true' });
    }
  });

  test('has a scope, as all sidecars', () => {
    const { cave, cart } = ambient();
    cave.addService('old', { workload: deployment(cave, 'old'), enrollment: Enrollment.SIDECAR }).calls(cart);
    expect(find(cave, 'Sidecar', 'old').spec.egress).toEqual([{ hosts: ['./cart.cave.svc.cluster.local'] }]);
  });
});

describe('a waypoint for workloads', () => {
  test('is named by the pods, and not by the Service', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    cart.useWaypoint(cave.addWaypoint('pods', { waypointFor: WaypointFor.WORKLOAD }));
    expect(find(cave, 'Deployment', 'cart').spec.template.metadata.labels).toEqual({ 'app': 'cart', 'istio.io/use-waypoint': 'pods' });
    expect(find(cave, 'Service', 'cart').metadata.labels).toBeUndefined();
    // Calls go to the Service, and so not through it.
    expect(policy(cave, 'cart-callers').selector).toEqual({ matchLabels: { app: 'cart' } });
  });

  test('leaves calls to the waypoint of the namespace', () => {
    const { cave, web, cart } = ambient();
    web.calls(cart);
    cart.useWaypoint(cave.addWaypoint('pods', { waypointFor: WaypointFor.WORKLOAD }));
    cave.useWaypoint(cave.addWaypoint('waypoint'));
    expect(policy(cave, 'cart-waypoint').rules[0].from).toEqual([
      { source: { principals: ['cluster.local/ns/cave/sa/waypoint', 'cluster.local/ns/cave/sa/web'] } },
    ]);
  });

  test('for both is named by both', () => {
    const { cave, cart } = ambient();
    cart.useWaypoint(cave.addWaypoint('all', { waypointFor: WaypointFor.ALL }));
    expect(find(cave, 'Deployment', 'cart').spec.template.metadata.labels).toEqual({ 'app': 'cart', 'istio.io/use-waypoint': 'all' });
    expect(find(cave, 'Service', 'cart').metadata.labels).toEqual({ 'istio.io/use-waypoint': 'all' });
  });
});

describe('what gateways let in', () => {
  const exposed = (ingress?: boolean) => {
    const { mesh, cave, web } = ambient();
    web.route({ headers: { request: { set: { 'x-from': 'cave' } } } });
    mesh.addIngressGateway('public').expose(web, { hosts: ['a.example.com'] });
    web.useWaypoint(cave.addWaypoint('waypoint'), { ingress });
    return { labels: find(cave, 'Service', 'web').metadata.labels, http: find(mesh.namespaces.at(-1)!, 'VirtualService', 'public-a.example.com').spec.http };
  };

  test('goes straight to the pods, and the gateway follows the routes', () => {
    const { labels, http } = exposed();
    expect(labels).toEqual({ 'istio.io/use-waypoint': 'waypoint' });
    expect(http[0].headers).toEqual({ request: { set: { 'x-from': 'cave' } } });
  });

  test('goes through the waypoint where asked to, which then follows the routes alone', () => {
    const { labels, http } = exposed(true);
    expect(labels).toEqual({ 'istio.io/use-waypoint': 'waypoint', 'istio.io/ingress-use-waypoint': 'true' });
    expect(http).toEqual([{ route: [{ destination: { host: 'web.cave.svc.cluster.local' } }] }]);
  });

  test.each([[undefined, 1], [false, 2]])('follows its namespace where the service says %p', (ingress, routes) => {
    const { mesh, cave, web } = ambient();
    web.route({ match: [{ path: StringMatch.exact('/a') }] });
    mesh.addIngressGateway('public').expose(web, { hosts: ['a.example.com'] });
    cave.useWaypoint(cave.addWaypoint('waypoint'), { ingress: true });
    web.useWaypoint(cave.addWaypoint('own'), { ingress });
    expect(find(mesh.namespaces.at(-1)!, 'VirtualService', 'public-a.example.com').spec.http).toHaveLength(routes);
  });
});

describe('routes and telemetry', () => {
  const ROUTES = '[mesh-2-cave/services/cart] It has routes, a split or a traffic policy, and nobody who follows them for callers in ambient mode. '
    + 'Let the service or its namespace use a waypoint, with useWaypoint().';

  test('of a service that ambient callers reach need a waypoint', () => {
    const { cave, web, cart, synth } = ambient();
    web.calls(cart);
    cart.route({ name: 'all' });
    expect(messageOf(synth)).toContain(ROUTES);
    cart.useWaypoint(cave.addWaypoint('waypoint'));
    expect(messageOf(synth)).toBeUndefined();
  });

  test('of a service that nobody is known to call need one, too', () => {
    const { cart, synth } = ambient();
    cart.route({ name: 'all' });
    expect(messageOf(synth)).toContain(ROUTES);
  });

  test('of a service that only gateways and sidecars call need none: these follow them', () => {
    const { mesh, cave, web, cart, synth } = ambient();
    cave.addService('old', { workload: deployment(cave, 'old'), enrollment: Enrollment.SIDECAR }).calls(cart);
    cart.route({ name: 'all' });
    mesh.addIngressGateway('public').expose(web, { hosts: ['a.example.com'] });
    web.route({ name: 'all' });
    expect(messageOf(synth)).toBeUndefined();
  });

  test('telemetry is that of the waypoint', () => {
    const { cave, cart, synth } = ambient();
    cart.addTelemetry({ metrics: [{ metric: IstioMetric.REQUEST_COUNT, disabled: true }] });
    expect(messageOf(synth)).toContain(
      '[mesh-2-cave/services/cart] It has telemetry of its own, and no proxy that heeds it. '
      + 'Let the service or its namespace use a waypoint, with useWaypoint(), or leave addTelemetry() out.');
    cart.useWaypoint(cave.addWaypoint('waypoint'));
    expect(find(cave, 'Telemetry', 'cart').spec.targetRefs).toEqual([{ group: '', kind: 'Service', name: 'cart' }]);
  });
});

describe('what is wrong at once', () => {
  test('a waypoint for pods with sidecars', () => {
    const { mesh, cave } = ambient();
    const waypoint = cave.addWaypoint('waypoint');
    const plain = mesh.addNamespace('plain');
    expect(messageOf(() => plain.useWaypoint(waypoint))).toBe(
      '[mesh-2-plain] It uses waypoint "waypoint", but its pods are enrolled as sidecar. Enroll it with Enrollment.AMBIENT, or let single services use the waypoint.');
    expect(messageOf(() => service(plain, 'web').useWaypoint(waypoint))).toBe(
      '[mesh-2-plain/services/web] It uses waypoint "waypoint", but its pods are enrolled as sidecar. Enroll it with Enrollment.AMBIENT, or use no waypoint.');
  });

  test('two choices', () => {
    const { cave, cart } = ambient();
    const waypoint = cave.addWaypoint('waypoint');
    cave.useWaypoint(waypoint);
    cart.useWaypoint(waypoint);
    expect(messageOf(() => cave.useWaypoint(waypoint))).toBe('[mesh-2-cave] It uses a waypoint already. Call useWaypoint() once; a service may use another one.');
    expect(messageOf(() => cart.useNoWaypoint())).toBe(
      '[mesh-2-cave/services/cart] It has said already which waypoint it uses. Call useWaypoint() or useNoWaypoint() once.');
  });

  test('a waypoint that takes nothing', () => {
    const { cave } = ambient();
    expect(messageOf(() => cave.useWaypoint(cave.addWaypoint('trial', { waypointFor: WaypointFor.NONE })))).toBe(
      '[mesh-2-cave] Waypoint "cave/trial" takes no traffic (waypointFor: none). Give it another waypointFor, or use another waypoint.');
  });

  test('a Service that somebody else writes', () => {
    const { cave } = ambient();
    const far = cave.addService('far', { ports: [MeshPort.http(80)], workload: deployment(cave, 'far'), createService: false });
    expect(messageOf(() => far.useWaypoint(cave.addWaypoint('waypoint')))).toBe(
      '[mesh-2-cave/services/far] It uses waypoint "waypoint", but this program writes no Service that could say so. '
      + 'Leave createService: false out, or use the waypoint with the namespace.');
  });

  test.each([
    [{ canaryWeight: 5 }, 'canaryWeight is 5, and there is no canary. Give the second waypoint as canary, or leave canaryWeight out.'],
    [{ same: true }, 'Waypoint "cave/waypoint" is its own canary. Give another waypoint as canary.'],
    [{ next: WaypointFor.SERVICE, canaryWeight: 101 }, 'The canaryWeight 101 is not a whole number from 0 to 100. Give the share of the canary in percent.'],
    [{ next: WaypointFor.WORKLOAD }, 'The canary "cave/next" is for workloads alone. Use a waypoint for services.'],
  ])('a canary that cannot be: %j', ({ same, next, canaryWeight }: { same?: boolean; next?: WaypointFor; canaryWeight?: number }, message) => {
    const { cave, cart } = ambient();
    const waypoint = cave.addWaypoint('waypoint');
    const canary = same ? waypoint : next && cave.addWaypoint('next', { waypointFor: next });
    expect(messageOf(() => cart.useWaypoint(waypoint, { canary, canaryWeight }))).toBe(`[mesh-2-cave/services/cart] ${message}`);
  });
});
