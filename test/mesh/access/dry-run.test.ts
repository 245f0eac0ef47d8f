import { AccessPolicy, Callers, Enrollment, MeshNamespaceOptions, MeshProps, MeshServiceOptions, Posture } from '../../../src';
import { find, meshFor, messageOf, service, titles } from '../harness';

const DRY = { annotations: { 'istio.io/dry-run': 'true' } };
const by = (...names: string[]) => [{ source: { principals: names.map((name) => `cluster.local/ns/team/sa/${name}`) } }];
const TO = [{ operation: { ports: ['8080'] } }];

function team(props: MeshProps = {}, namespaceOptions: MeshNamespaceOptions = {}, options: MeshServiceOptions = {}) {
  const { mesh } = meshFor(props);
  const namespace = mesh.addNamespace('team', namespaceOptions);
  const [web, job] = [service(namespace, 'web'), service(namespace, 'job')];
  const cart = service(namespace, 'cart', options);
  const policies = () => titles(namespace).filter((title) => title.startsWith('AuthorizationPolicy')).map((title) => title.split(' ')[1]);
  const policy = (name: string) => {
    const { metadata: { annotations }, spec } = find(namespace, 'AuthorizationPolicy', name);
    return { ...(annotations && { annotations }), spec };
  };
  return { mesh, namespace, web, job, cart, policies, policy };
}

describe('a line that is tried out', () => {
  test('stands in a policy of its own, with all that is in force: so its counters tell how requests would fare', () => {
    const { web, job, cart, policies, policy } = team();
    web.calls(cart);
    job.calls(cart, { methods: ['GET'], dryRun: true });
    expect(policies()).toEqual(['cart-callers', 'cart-callers-dry-run']);
    expect(policy('cart-callers')).toEqual({ spec: { selector: { matchLabels: { app: 'cart' } }, rules: [{ from: by('web'), to: TO }] } });
    expect(policy('cart-callers-dry-run')).toEqual({
      ...DRY,
      spec: {
        selector: { matchLabels: { app: 'cart' } },
        rules: [{ from: by('job'), to: [{ operation: { methods: ['GET'], ports: ['8080'] } }] }, { from: by('web'), to: TO }],
      },
    });
  });

  test('needs no other policy where the mesh denies by default', () => {
    const { job, cart, policies } = team();
    job.calls(cart, { dryRun: true });
    expect(policies()).toEqual(['cart-callers-dry-run']);
  });

  test('of a denial stands in a policy beside those that are in force', () => {
    const { cart, policies, policy } = team();
    cart.deny('admin', { paths: ['/admin'] });
    cart.deny('debug', { paths: ['/debug'], dryRun: true });
    expect(policies()).toEqual(['cart-denials', 'cart-denials-dry-run']);
    expect(policy('cart-denials-dry-run')).toEqual({
      ...DRY,
      spec: { selector: { matchLabels: { app: 'cart' } }, action: 'DENY', rules: [{ to: [{ operation: { paths: ['/debug'], ports: ['8080'] } }] }] },
    });
  });
});

describe('a service that is tried out', () => {
  test('in a mesh that denies by default is open to everybody meanwhile', () => {
    const { web, cart, policies, policy } = team({}, {}, { dryRun: true });
    web.calls(cart);
    expect(policies()).toEqual(['cart-callers', 'cart-open']);
    expect(policy('cart-callers')).toEqual({ ...DRY, spec: { selector: { matchLabels: { app: 'cart' } }, rules: [{ from: by('web'), to: TO }] } });
    expect(policy('cart-open')).toEqual({ spec: { selector: { matchLabels: { app: 'cart' } }, rules: [{}] } });
  });

  test('that nobody is declared to call tells that everybody would be denied', () => {
    const { policies, policy } = team({}, {}, { dryRun: true });
    expect(policies()).toEqual(['cart-callers', 'cart-open']);
    expect(policy('cart-callers')).toEqual({ ...DRY, spec: { selector: { matchLabels: { app: 'cart' } } } });
  });

  test('follows its namespace, and the namespace the mesh', () => {
    const { cart, web, job, policy } = team({ dryRun: true });
    web.calls(cart);
    expect(policy('cart-callers')).toHaveProperty('annotations');
    const enforced = team({ posture: Posture.AUDIT }, { dryRun: false });
    enforced.web.calls(enforced.cart);
    expect(enforced.policy('cart-callers')).not.toHaveProperty('annotations');
    expect(job.versions).toEqual([]);
  });

  test('cannot have one line enforced, which would deny all others', () => {
    const { web, cart } = team({ posture: Posture.AUDIT });
    expect(messageOf(() => web.calls(cart, { dryRun: false }))).toBe(
      '[mesh-2-team/services/cart] "mesh-2-team/services/web" calls it with dryRun: false, but the service is tried out as a whole: '
      + 'to enforce one line is to deny all others. Give the service dryRun: false, or leave it out of the line.');
  });
});

describe('a service that is enforced in a mesh that is tried out', () => {
  test('denies what nobody has declared, also where there is nothing', () => {
    const { policies, policy } = team({ posture: Posture.AUDIT }, {}, { dryRun: false });
    expect(policies()).toEqual(['cart-callers']);
    expect(policy('cart-callers')).toEqual({ spec: { selector: { matchLabels: { app: 'cart' } } } });
  });
});

describe('the access policy of a namespace', () => {
  test('that allows nothing changes nothing where the mesh denies by default, and is written elsewhere', () => {
    const zero = team();
    zero.namespace.allow(AccessPolicy.nothing());
    expect(zero.policies()).toEqual([]);
    const open = team({ posture: Posture.OPEN });
    open.web.calls(open.cart);
    open.namespace.allow(AccessPolicy.nothing());
    expect(open.policies().sort()).toEqual(['cart-callers', 'namespace-access']);
    expect(open.policy('namespace-access')).toEqual({ spec: {} });
  });

  test('that allows everything, or some lines, is one policy for all its pods', () => {
    const everything = team();
    everything.namespace.allow(AccessPolicy.everything());
    expect(everything.policy('namespace-access')).toEqual({ spec: { rules: [{}] } });
    const these = team();
    these.namespace.allow(AccessPolicy.these({ callers: [Callers.namespaces('monitoring')], ports: [15020] }));
    expect(these.policy('namespace-access')).toEqual({
      spec: { rules: [{ from: [{ source: { namespaces: ['monitoring'] } }], to: [{ operation: { ports: ['15020'] } }] }] },
    });
  });

  test('is said again at the waypoint of a service, which does not heed it', () => {
    const { namespace, policy } = team({ ambient: true }, { enrollment: Enrollment.AMBIENT });
    namespace.useWaypoint(namespace.addWaypoint('waypoint'));
    namespace.allow(AccessPolicy.these({ callers: [Callers.namespaces('batch')] }, { ports: [15020] }));
    expect(policy('cart-callers')).toEqual({
      spec: { targetRefs: [{ group: '', kind: 'Service', name: 'cart' }], rules: [{ from: [{ source: { namespaces: ['batch'] } }] }] },
    });
    expect(policy('cart-waypoint').spec.rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/team/sa/waypoint'] } }] }]);
  });

  test.each([
    [{ notPorts: [80] }, 'with notPorts, but it is about pods, of which nobody knows all ports. Name the ports that are allowed.'],
    [{ dryRun: true }, 'with dryRun, which belongs to a whole policy. Give dryRun to the mesh, the namespace or a service, or allow it at the services.'],
    [{ paths: ['/metrics'] }, 'with paths, which the proxies of nodes do not look at. Allow it at the services, which use a waypoint. (A19)'],
  ])('cannot say everything: %j', (line, message) => {
    const { namespace } = team({ ambient: true }, { enrollment: Enrollment.AMBIENT });
    expect(messageOf(() => namespace.allow(AccessPolicy.these(line)))).toBe(`[mesh-2-team] A line of its access policy ${message}`);
  });
});

describe('the access policy of the mesh', () => {
  const root = (props: MeshProps) => {
    const { mesh } = team(props);
    return ['deny-by-default', 'deny-by-default-at-waypoints'].map((name) => find(mesh.node.root.node.findChild('mesh-1-control-plane') as never, 'AuthorizationPolicy', name)?.spec);
  };

  test('stands in the policy that denies by default, and for waypoints again', () => {
    const access = AccessPolicy.these({ callers: [Callers.namespaces('monitoring')], ports: [15020] }, { callers: [Callers.serviceAccounts('ops/probe')] });
    const probe = { from: [{ source: { serviceAccounts: ['ops/probe'] } }] };
    expect(root({ access, ambient: true })).toEqual([
      { rules: [{ from: [{ source: { namespaces: ['monitoring'] } }], to: [{ operation: { ports: ['15020'] } }] }, probe] },
      { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'GatewayClass', name: 'istio-waypoint' }], rules: [probe] },
    ]);
  });

  test('may allow everything under ZERO_TRUST, and nothing under OPEN', () => {
    expect(root({ access: AccessPolicy.everything() })).toEqual([undefined, undefined]);
    expect(root({ access: AccessPolicy.nothing(), posture: Posture.OPEN })).toEqual([{}, undefined]);
  });
});

test('proxies of nodes get policies that are tried out only from an istiod that is told to send them', () => {
  const env = (props: MeshProps) => {
    const { mesh } = meshFor({ controlPlane: true, ambient: true, ...props });
    return find(mesh.node.root.node.findChild('mesh-1-control-plane') as never, 'Deployment', 'istiod').spec.template.spec.containers[0].env
      .filter(({ name }: { name: string }) => name === 'AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY');
  };
  expect(env({ posture: Posture.AUDIT })).toEqual([{ name: 'AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY', value: 'true' }]);
  expect(env({})).toEqual([]);
});

describe('A15: a policy that allows nothing does not block gateways', () => {
  const exposed = (props: MeshProps) => {
    const { app, mesh, shop } = meshFor(props);
    const web = service(shop, 'web');
    const gateway = mesh.addIngressGateway('public');
    gateway.expose(web, { hosts: ['shop.example.com'] });
    return { app, mesh, shop, edge: mesh.namespaces[1] };
  };

  test.each([[{}], [{ posture: Posture.OPEN, access: AccessPolicy.nothing() }]])('of the whole mesh: %j', (props) => {
    const { edge, shop } = exposed(props);
    expect(find(edge, 'AuthorizationPolicy', 'public').spec.rules).toEqual([{ to: [{ operation: { hosts: ['shop.example.com', 'shop.example.com:*'] } }] }]);
    expect(find(shop, 'AuthorizationPolicy', 'web-callers').spec.rules[0].from).toEqual([
      { source: { principals: ['cluster.local/ns/istio-ingress/sa/public-service-account'] } },
    ]);
  });

  test('of the namespace of a gateway that has no rules is a finding', () => {
    const { app, edge } = exposed({ posture: Posture.OPEN });
    edge.allow(AccessPolicy.nothing());
    expect(messageOf(() => app.synth())).toBe('Validation failed with the following errors:\n'
      + '  [mesh] Gateway "mesh-2-istio-ingress/public" is in namespace "istio-ingress", whose access policy lets nothing through that comes in. '
      + 'Put the gateway into another namespace, or give the policy to the services. (A15)');
  });
});
