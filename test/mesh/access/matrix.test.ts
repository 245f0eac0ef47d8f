import { AccessPolicy, Callers, Enrollment, EnforcementPoint, ExternalAuthorizer, Identity, Posture, Verdict } from '../../../src';
import { meshFor, service } from '../harness';

const without = <T extends { declaredAt?: string }>(rows: T[]) => rows.map(({ declaredAt: _line, ...row }) => row);

describe('the access matrix of a mesh', () => {
  test('has a row a line: who may call whom, for what, where that is decided, and why', () => {
    const { mesh, shop } = meshFor();
    const [web, cart, opa] = ['web', 'cart', 'opa'].map((name) => service(shop, name));
    web.calls(cart, { methods: ['GET', 'POST'], paths: ['/cart/*'] });
    cart.allowFrom(Identity.of('monitoring', 'prometheus'), { dryRun: true });
    cart.deny('card data', { paths: ['/cards'], notCallers: [web] });
    cart.authorizeWith(ExternalAuthorizer.opa(opa, { port: 80 }));
    const { matrix } = mesh.paths;
    const at = { to: 'shop/cart', enforcedAt: EnforcementPoint.SIDECAR };
    expect(without(matrix.rows)).toEqual([
      { ...at, from: 'Everybody', verdict: Verdict.ASK, what: 'all ports', dryRun: false, reason: 'as "opa" decides' },
      { ...at, from: 'A set of callers', verdict: Verdict.DENY, what: 'port 80; paths /cards', dryRun: false, reason: 'card data' },
      { ...at, from: 'shop/opa', verdict: Verdict.DENY, what: 'port 80; paths /cards', dryRun: false, reason: 'card data' },
      { ...at, from: 'cluster.local/ns/monitoring/sa/prometheus', verdict: Verdict.ALLOW, what: 'port 80', dryRun: true },
      { ...at, from: 'shop/web', verdict: Verdict.ALLOW, what: 'port 80; methods GET, POST; paths /cart/*', dryRun: false },
      { from: 'shop/cart', to: 'shop/opa', verdict: Verdict.ALLOW, what: 'port 80', enforcedAt: EnforcementPoint.SIDECAR, dryRun: false },
    ]);
    expect(matrix.rows[4].declaredAt).toMatch(/matrix\.test\.ts:\d+$/);
    expect([matrix.services, matrix.possible, matrix.allowed]).toEqual([3, 6, 2]);
    expect(mesh.summary()).toBe('2 of 6 paths between 3 services are allowed; 2 lines deny.');
  });

  test('is a table, and JSON', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').calls(service(shop, 'cart'));
    const { matrix } = mesh.paths;
    expect(matrix.toText().replace(/\S+matrix\.test\.ts:\d+/, 'program.ts:1')).toBe([
      'FROM      TO         VERDICT  WHAT     ENFORCED AT  REASON  DECLARED AT',
      'shop/web  shop/cart  allow    port 80  sidecar              program.ts:1',
      '',
    ].join('\n'));
    expect(matrix.toJson()).toEqual({
      services: 2,
      possible: 2,
      allowed: 1,
      rows: [{
        from: 'shop/web', to: 'shop/cart', verdict: 'allow', what: 'port 80', enforcedAt: 'sidecar', dryRun: false, declaredAt: matrix.rows[0].declaredAt,
      }],
    });
  });

  test('knows which services are meant by a namespace, and that a denial of everything leaves no path', () => {
    const { mesh, shop } = meshFor();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => service(shop, name));
    a.allowFrom(shop);
    b.allow(AccessPolicy.everything());
    c.allowFrom(Callers.everyone());
    c.denyAll();
    expect(mesh.paths.matrix.allowed).toBe(4);
    expect(mesh.paths.matrix.rows.filter(({ to }) => to === 'shop/a').map(({ from }) => from)).toEqual(['shop/b', 'shop/c']);
  });

  test('says that everybody may call where no policy is written, or it is tried out only', () => {
    for (const posture of [Posture.OPEN, Posture.AUDIT]) {
      const { mesh, shop } = meshFor({ posture });
      service(shop, 'web').calls(service(shop, 'cart'));
      expect(mesh.paths.matrix.allowed).toBe(2);
    }
    const { mesh, shop } = meshFor({ posture: Posture.OPEN });
    service(shop, 'web').calls(service(shop, 'cart'));
    expect(mesh.summary()).toBe('2 of 2 paths between 2 services are allowed; 1 line is enforced nowhere.');
  });

  test('A20: tells for each line whether a sidecar, the proxies of nodes or a waypoint decide it', () => {
    const { mesh, shop } = meshFor({ ambient: true });
    const cave = mesh.addNamespace('cave', { enrollment: Enrollment.AMBIENT });
    const [plain, behind, caller] = ['plain', 'behind', 'caller'].map((name) => service(cave, name));
    const old = service(shop, 'old');
    behind.useWaypoint(cave.addWaypoint('waypoint'));
    caller.calls(plain);
    caller.calls(behind, { methods: ['GET'] });
    old.calls(behind);
    caller.calls(old);
    const points = mesh.paths.matrix.rows.map(({ from, to, enforcedAt }) => [from, to, enforcedAt]);
    expect(points).toEqual([
      ['cave/caller', 'cave/behind', EnforcementPoint.WAYPOINT],
      ['shop/old', 'cave/behind', EnforcementPoint.NODE],
      ['cave/caller', 'cave/plain', EnforcementPoint.NODE],
      ['cave/caller', 'shop/old', EnforcementPoint.SIDECAR],
    ]);
  });
});
