import { Testing } from 'cdk8s';
import { AccessPolicy, Callers, Identity, Mesh, MeshPort, Posture } from '../../../src';
import { deployment, everything, find, meshFor, service, titles } from '../harness';

describe('one declared call under ZERO_TRUST', () => {
  test('adds exactly an identity, an ALLOW policy for the edge and a Sidecar scope', () => {
    const { shop } = meshFor();
    const web = service(shop, 'web');
    const redis = shop.addService('redis', { ports: [MeshPort.tcp(6379)], workload: deployment(shop, 'redis', { ports: [{ containerPort: 6379 }] }) });
    const before = titles(shop);

    web.calls(redis);

    expect(titles(shop).filter((title) => !before.includes(title)).sort()).toEqual(
      ['AuthorizationPolicy redis-callers', 'ServiceAccount web', 'Sidecar web']);
    expect(before.filter((title) => !titles(shop).includes(title))).toEqual([]);
    expect(find(shop, 'AuthorizationPolicy', 'redis-callers')).toEqual({
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      metadata: { name: 'redis-callers', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'redis' } },
        rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['6379'] } }] }],
      },
    });
    expect(find(shop, 'Sidecar', 'web').spec).toEqual({
      workloadSelector: { labels: { app: 'web' } },
      egress: [{ hosts: ['./redis.shop.svc.cluster.local'] }],
    });
    expect(find(shop, 'Deployment', 'web').spec.template.spec.serviceAccountName).toBe('web');
    expect(find(shop, 'Deployment', 'redis').spec.template.spec.serviceAccountName).toBeUndefined();
  });

  test('names the port of the container, because that is where the callee sees the connection', () => {
    const { shop } = meshFor();
    const caller = service(shop, 'caller');
    const callee = shop.addService('callee', {
      ports: [MeshPort.http(80, { targetName: 'web' })],
      workload: deployment(shop, 'callee', { ports: [{ containerPort: 3000, name: 'web' }] }),
    });
    caller.calls(callee);
    expect(find(shop, 'AuthorizationPolicy', 'callee-callers').spec.rules[0].to).toEqual([{ operation: { ports: ['3000'] } }]);
  });

  test('writes one policy for a service, with a rule for each call, sorted', () => {
    const { mesh, shop } = meshFor();
    const api = service(shop, 'api');
    const other = mesh.addNamespace('other');
    service(shop, 'web').calls(api, { methods: ['GET'], paths: ['/items/*'] });
    service(other, 'job').calls(api, { methods: ['POST'] });
    expect(find(shop, 'AuthorizationPolicy', 'api-callers').spec.rules).toEqual([
      { from: [{ source: { principals: ['cluster.local/ns/other/sa/job'] } }], to: [{ operation: { methods: ['POST'], ports: ['8080'] } }] },
      { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { methods: ['GET'], paths: ['/items/*'], ports: ['8080'] } }] },
    ]);
    expect(find(other, 'Sidecar', 'job').spec.egress).toEqual([{ hosts: ['shop/api.shop.svc.cluster.local'] }]);
  });

  test('keeps the service account that the pods name themselves', () => {
    const { shop } = meshFor();
    const api = service(shop, 'api');
    const web = shop.addService('web', { ports: [MeshPort.http(80, { target: 8080 })], workload: deployment(shop, 'web', { spec: { serviceAccountName: 'robot' } }) });
    web.calls(api);
    expect(titles(shop)).not.toContain('ServiceAccount web');
    expect(web.identity.principal).toBe('cluster.local/ns/shop/sa/robot');
    expect(find(shop, 'AuthorizationPolicy', 'api-callers').spec.rules[0].from).toEqual([{ source: { principals: ['cluster.local/ns/shop/sa/robot'] } }]);
  });

  test('lets an identity from elsewhere in when it is allowed by name', () => {
    const { shop } = meshFor();
    const api = service(shop, 'api');
    api.allowFrom(Identity.of('monitoring', 'prometheus'), { paths: ['/metrics'] });
    expect(find(shop, 'AuthorizationPolicy', 'api-callers').spec.rules).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/monitoring/sa/prometheus'] } }],
      to: [{ operation: { paths: ['/metrics'], ports: ['8080'] } }],
    }]);
  });
});

describe('the paths of a mesh', () => {
  test('are n(n−1), of which the declared ones are allowed, each once and with its line', () => {
    const { mesh, shop } = meshFor();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => service(shop, name));
    const outside = mesh.addExternalService('outside', { hosts: ['api.example.com'], ports: [MeshPort.tls(443)] });
    a.calls(b, { methods: ['GET'] });
    a.calls(b, { methods: ['PUT'] });
    b.calls(c);
    c.calls(outside);
    const { services, possible, allowed, external } = mesh.paths;
    expect({ services, possible }).toEqual({ services: 3, possible: 6 });
    expect(allowed.map(({ from, to }) => [from, to])).toEqual([['shop/a', 'shop/b'], ['shop/b', 'shop/c']]);
    expect(external.map(({ from, to }) => [from, to])).toEqual([['shop/c', 'outside']]);
    expect(allowed[0].declaredAt).toMatch(/calls\.test\.ts:\d+$/);
  });
});

describe('postures', () => {
  const rootObjects = (posture: Posture) => {
    const { app, shop } = meshFor({ posture });
    service(shop, 'web').calls(service(shop, 'api'));
    const { 'mesh-1-control-plane': root, 'mesh-2-shop': namespace } = everything(app);
    return { root, namespace };
  };

  test('ZERO_TRUST demands mutual TLS, denies by default and scopes every proxy', () => {
    const { root } = rootObjects(Posture.ZERO_TRUST);
    expect(root.map(({ kind, metadata, spec }) => ({ kind, metadata, spec }))).toEqual([
      { kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'istio-system' }, spec: { mtls: { mode: 'STRICT' } } },
      { kind: 'AuthorizationPolicy', metadata: { name: 'deny-by-default', namespace: 'istio-system' }, spec: {} },
      { kind: 'Sidecar', metadata: { name: 'default', namespace: 'istio-system' }, spec: { egress: [{ hosts: ['~/*'] }] } },
    ]);
  });

  test('AUDIT writes the same policies in dry-run, and nothing that cannot be tried without effect', () => {
    const { root, namespace } = rootObjects(Posture.AUDIT);
    expect(root.map(({ kind, metadata, spec }) => ({ kind, metadata, spec }))).toEqual([
      { kind: 'AuthorizationPolicy', metadata: { name: 'deny-by-default', namespace: 'istio-system', annotations: { 'istio.io/dry-run': 'true' } }, spec: {} },
    ]);
    expect(namespace.map(({ kind }) => kind).sort()).toEqual(
      ['AuthorizationPolicy', 'Deployment', 'Deployment', 'Namespace', 'Service', 'Service', 'ServiceAccount']);
    expect(namespace.find(({ kind }) => kind === 'AuthorizationPolicy').metadata.annotations).toEqual({ 'istio.io/dry-run': 'true' });
  });

  test('OPEN writes no policy and no scope', () => {
    const { root, namespace } = rootObjects(Posture.OPEN);
    expect(root).toEqual([]);
    expect(namespace.filter(({ apiVersion }) => apiVersion.includes('istio.io'))).toEqual([]);
  });

  test.each([[Posture.ZERO_TRUST, 'REGISTRY_ONLY'], [Posture.AUDIT, 'ALLOW_ANY'], [Posture.OPEN, undefined]])('%s sets the outbound mode %s', (posture, mode) => {
    const app = Testing.app();
    new Mesh(app, 'mesh', { posture });
    const config = everything(app)['mesh-1-control-plane'].find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'istio');
    expect(/outboundTrafficPolicy:\n\s+mode: (\w+)/.exec(config.data.mesh)?.[1]).toBe(mode);
  });
});

describe('an access policy', () => {
  const spec = (posture: Posture, policy: AccessPolicy) => {
    const { shop } = meshFor({ posture });
    const api = service(shop, 'api');
    service(shop, 'web').calls(api);
    api.allow(policy);
    return find(shop, 'AuthorizationPolicy', 'api-callers')?.spec;
  };
  const web = { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['8080'] } }] };

  test('A16: everything, nothing and these lines have names, since specs that look alike mean opposites', () => {
    expect(spec(Posture.ZERO_TRUST, AccessPolicy.everything())).toEqual({ selector: { matchLabels: { app: 'api' } }, rules: [{}] });
    expect(spec(Posture.ZERO_TRUST, AccessPolicy.nothing())).toEqual({ selector: { matchLabels: { app: 'api' } }, rules: [web] });
    expect(spec(Posture.ZERO_TRUST, AccessPolicy.these({ callers: [Callers.namespaces('batch')], methods: ['GET'] }))).toEqual({
      selector: { matchLabels: { app: 'api' } },
      rules: [{ from: [{ source: { namespaces: ['batch'] } }], to: [{ operation: { methods: ['GET'], ports: ['8080'] } }] }, web],
    });
  });

  test('holds a service to its declared calls where nothing else does', () => {
    expect(spec(Posture.OPEN, AccessPolicy.everything())).toBeUndefined();
    expect(spec(Posture.OPEN, AccessPolicy.nothing())).toEqual({ selector: { matchLabels: { app: 'api' } }, rules: [web] });
  });
});
