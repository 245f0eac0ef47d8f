import { deployment, find, meshFor, messageOf, plain, said, service } from './harness';
import { AccessPolicy, Enrollment, MeshNamespace, MeshPort, PathNormalizationType, Posture } from '../../src';

const selector = (app: string): object => ({ selector: { matchLabels: { app } } });

function ambient(): ReturnType<typeof meshFor> {
  const made = meshFor({ ambient: true });
  service(made.mesh.addNamespace('quiet', { enrollment: Enrollment.AMBIENT }), 'web');
  return made;
}

test('A14: portLevelMtls with the port of a Service is refused', () => {
  const { app, shop } = meshFor();
  service(shop, 'web');
  plain(shop, 'PeerAuthentication', 'web', { ...selector('web'), portLevelMtls: { 80: { mode: 'PERMISSIVE' } } });
  plain(shop, 'PeerAuthentication', 'fine', { ...selector('web'), portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } });
  expect(said(app).errors.filter((error) => error.endsWith('(A14)'))).toEqual([
    'portLevelMtls has port 80, which is that of the Service; connections arrive at 8080. '
    + 'Write the port of the container, or say it with mutual TLS of the service, which takes its ports. (A14)',
  ]);
});

describe('A16: policies that look empty', () => {
  test('A16: everything, nothing and these are said by name', () => {
    const { shop } = meshFor();
    service(shop, 'open').allow(AccessPolicy.everything());
    service(shop, 'web').allow(AccessPolicy.these({ methods: ['GET'], callers: [service(shop, 'caller')] }));
    const spec = (chart: MeshNamespace, name: string): any => find(chart, 'AuthorizationPolicy', `${name}-callers`).spec;
    expect(spec(shop, 'open').rules).toEqual([{}]);
    const open = meshFor({ posture: Posture.OPEN }).shop;
    service(open, 'closed').allow(AccessPolicy.nothing());
    expect(spec(open, 'closed')).toEqual({ selector: { matchLabels: { app: 'closed' } } });
    expect(spec(shop, 'web').rules).toEqual([{
      from: [{ source: { principals: ['cluster.local/ns/shop/sa/caller'] } }], to: [{ operation: { methods: ['GET'], ports: ['8080'] } }],
    }]);
  });

  test('A16: plain ones are warned about', () => {
    const { app, shop } = meshFor();
    service(shop, 'web');
    plain(shop, 'AuthorizationPolicy', 'a-all', { ...selector('web'), rules: [{}] });
    plain(shop, 'AuthorizationPolicy', 'b-nothing', { ...selector('web') });
    expect(said(app)).toEqual({
      errors: [],
      warnings: [
        'A rule of it is empty, so that it allows everything. Say it with AccessPolicy.everything(), or name who may call. (A16)',
        'It has no rules, so that it allows nothing. Say it with AccessPolicy.nothing(), or name who may call. (A16)',
      ],
    });
  });
});

describe('A17: fields of requests at ports of bytes', () => {
  test('A17: a call with methods to a TCP port is refused at once', () => {
    const { shop } = meshFor();
    const db = shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', { ports: [{ containerPort: 5432 }] }) });
    expect(messageOf(() => service(shop, 'web').calls(db, { methods: ['GET'] }))).toMatch(/^\[mesh-2-shop\/services\/db\] .*5432.* \(A17\)$/);
  });

  test('A17: a plain policy that asks for methods where bytes arrive is warned about', () => {
    const { app, shop } = meshFor();
    shop.addService('db', { ports: [MeshPort.tcp(5432)], workload: deployment(shop, 'db', { ports: [{ containerPort: 5432 }] }) });
    plain(shop, 'AuthorizationPolicy', 'db', { ...selector('db'), action: 'DENY', rules: [{ to: [{ operation: { methods: ['DELETE'] } }] }] });
    expect(said(app).warnings).toContain(
      'A rule asks for methods, and db:5432 carries bytes: there it denies every connection that its other fields fit. '
      + 'Name the HTTP ports of the rule (to[].operation.ports), or leave the fields out. (A17)');
  });
});

describe('A18: denied paths', () => {
  test('A18: a service that denies paths is warned about', () => {
    const { app, shop } = meshFor();
    service(shop, 'web').deny('no admin from here', { paths: ['/admin/*'] });
    expect(said(app).warnings).toEqual([expect.stringMatching(/"\/admin\/\*".* gets past it, .* \(A18\)$/)]);
  });

  const denial = { ...selector('web'), action: 'DENY', rules: [{ to: [{ operation: { paths: ['/admin/*'], ports: ['8080'] } }] }] };

  test('A18: a plain policy that denies paths is warned about', () => {
    const { app, shop } = meshFor();
    service(shop, 'web');
    plain(shop, 'AuthorizationPolicy', 'web', denial);
    expect(said(app).warnings).toEqual([
      'It denies the paths "/admin/*", which clients can write in other ways, such as with "%2F" for a slash. '
      + 'Give the mesh pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES, or allow paths instead of denying them. (A18)',
    ]);
  });

  test('A18: it is not where the mesh normalises paths', () => {
    const { app, shop } = meshFor({ pathNormalization: PathNormalizationType.DECODE_AND_MERGE_SLASHES });
    service(shop, 'web');
    plain(shop, 'AuthorizationPolicy', 'web', denial);
    expect(said(app)).toEqual({ errors: [], warnings: [] });
  });
});

describe('A19, A20: requests at ambient pods', () => {
  const rules = [{ to: [{ operation: { methods: ['DELETE'] } }] }];

  test('A19: a plain denial by methods, which no node looks at, is refused', () => {
    const { app, mesh } = ambient();
    plain(mesh.namespaces[1], 'AuthorizationPolicy', 'web', { ...selector('web'), action: 'DENY', rules });
    expect(said(app).errors).toEqual([
      'It asks for methods at the pods of "quiet/web", which are ambient: nodes do not look at requests, and deny by the other fields of the rule, or nothing. '
      + 'Let the service use a waypoint, and name the service in targetRefs instead of a selector. (A19)',
    ]);
  });

  test('A20: a policy that a migration left without a waypoint is refused', () => {
    const { app, mesh } = ambient();
    plain(mesh.namespaces[1], 'AuthorizationPolicy', 'web', { ...selector('web'), rules });
    expect(said(app).errors).toEqual([
      'It asks for methods at the pods of "quiet/web", which are ambient: nodes do not look at requests, and let nobody in by this rule. '
      + 'Let the service use a waypoint, and name the service in targetRefs instead of a selector. (A20)',
    ]);
  });

  test('A19: a plain policy that names the service is fine', () => {
    const { app, mesh } = ambient();
    plain(mesh.namespaces[1], 'AuthorizationPolicy', 'web', { targetRefs: [{ group: '', kind: 'Service', name: 'web' }], action: 'DENY', rules });
    expect(said(app).errors).toEqual([]);
  });

  test('A19: a call with methods without a waypoint is refused', () => {
    const { app, mesh, shop } = ambient();
    const [web] = mesh.namespaces[1].services;
    service(shop, 'caller').calls(web, { methods: ['GET'] });
    expect(said(app).errors).toEqual([expect.stringMatching(/which the proxies of nodes do not look at\. .* \(A19\)$/)]);
  });
});
