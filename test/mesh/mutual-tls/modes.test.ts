import { Enrollment, Mesh, MeshNamespace, MeshPort, MeshProps, MeshService, MutualTLSMode, Posture } from '../../../src';
import { deployment, everything, find, meshFor, messageOf, service, titles } from '../harness';

const { STRICT, PERMISSIVE, DISABLE, UNSET } = MutualTLSMode;

/** A service with a port for requests and one, under the name that the container gives it, for metrics. */
function twoPorts(namespace: MeshNamespace, name: string): MeshService {
  return namespace.addService(name, {
    ports: [MeshPort.http(80, { target: 8080 }), MeshPort.http(9090, { targetName: 'metrics' })],
    workload: deployment(namespace, name, { ports: [{ containerPort: 8080 }, { containerPort: 15090, name: 'metrics' }] }),
  });
}

function modes(mesh: Mesh): [string, string, any][] {
  return Object.values(everything(mesh.node.root as any)).flat().filter(({ kind }) => kind === 'PeerAuthentication')
    .map(({ metadata, spec }): [string, string, any] => [metadata.namespace, metadata.name, spec]);
}

describe('the mode of a mesh', () => {
  const written = (props: MeshProps): any[] => modes(meshFor(props).mesh);

  test('is that of the posture', () => {
    expect(written({ posture: Posture.ZERO_TRUST })).toEqual([['istio-system', 'default', { mtls: { mode: 'STRICT' } }]]);
  });

  test('is not written where it is Istio\'s own', () => {
    expect(written({ posture: Posture.AUDIT })).toEqual([]);
    expect(written({ posture: Posture.OPEN })).toEqual([]);
    expect(written({ posture: Posture.ZERO_TRUST, mutualTls: PERMISSIVE })).toEqual([]);
  });

  test('can be chosen apart from the posture', () => {
    expect(written({ posture: Posture.OPEN, mutualTls: STRICT })).toEqual([['istio-system', 'default', { mtls: { mode: 'STRICT' } }]]);
    expect(meshFor({ posture: Posture.OPEN, mutualTls: STRICT }).mesh.mutualTls).toBe('STRICT');
    expect(meshFor({ posture: Posture.OPEN }).mesh.mutualTls).toBe('PERMISSIVE');
  });
});

describe('the mode of a namespace', () => {
  test('is written where it is another one than that of the mesh', () => {
    const { mesh } = meshFor();
    const legacy = mesh.addNamespace('legacy', { mutualTls: PERMISSIVE });
    mesh.addNamespace('same', { mutualTls: STRICT });
    expect(modes(mesh)).toEqual([
      ['istio-system', 'default', { mtls: { mode: 'STRICT' } }],
      ['legacy', 'default', { mtls: { mode: 'PERMISSIVE' } }],
    ]);
    expect([legacy.mutualTls, mesh.addNamespace('silent').mutualTls]).toEqual(['PERMISSIVE', 'STRICT']);
  });
});

describe('the mode of a service', () => {
  test('stands at its pods', () => {
    const { mesh, shop } = meshFor();
    service(shop, 'web').useMutualTls(PERMISSIVE);
    expect(modes(mesh)).toEqual([
      ['istio-system', 'default', { mtls: { mode: 'STRICT' } }],
      ['shop', 'web', { selector: { matchLabels: { app: 'web' } }, mtls: { mode: 'PERMISSIVE' } }],
    ]);
  });

  test('is not written where the namespace says the same', () => {
    const { mesh, shop } = meshFor();
    const web = twoPorts(shop, 'web');
    web.useMutualTls(STRICT);
    web.useMutualTls(STRICT, { ports: [web.ports[1]] });
    expect(modes(mesh)).toEqual([['istio-system', 'default', { mtls: { mode: 'STRICT' } }]]);
  });

  test('of one port is written with the number that the port has in the pod (A14)', () => {
    const { shop } = meshFor();
    const web = twoPorts(shop, 'web');
    web.useMutualTls(PERMISSIVE, { ports: [web.ports[1]] });
    expect(find(shop, 'PeerAuthentication', 'web').spec).toEqual({
      selector: { matchLabels: { app: 'web' } }, portLevelMtls: { 15090: { mode: 'PERMISSIVE' } },
    });
  });

  test('of a port is written only where it is another one than that of the other ports, in whatever order both are said', () => {
    for (const portFirst of [true, false]) {
      const { shop } = meshFor();
      const web = twoPorts(shop, 'web');
      const all = (): void => web.useMutualTls(PERMISSIVE);
      if (!portFirst) all();
      web.useMutualTls(PERMISSIVE, { ports: [web.ports[0]] });
      web.useMutualTls(STRICT, { ports: [web.ports[1]] });
      if (portFirst) all();
      expect(find(shop, 'PeerAuthentication', 'web').spec).toEqual({
        selector: { matchLabels: { app: 'web' } }, mtls: { mode: 'PERMISSIVE' }, portLevelMtls: { 15090: { mode: 'STRICT' } },
      });
    }
  });

  test('of a port follows all pods of the versions, which may serve it under different numbers', () => {
    const { shop } = meshFor();
    const web = shop.addService('web', { ports: [MeshPort.http(80, { targetName: 'web' })] });
    web.addVersion('v1', deployment(shop, 'one', { labels: { app: 'web', version: 'v1' }, ports: [{ containerPort: 9001, name: 'web' }] }));
    web.addVersion('v2', deployment(shop, 'two', { labels: { app: 'web', version: 'v2' }, ports: [{ containerPort: 8001, name: 'web' }] }));
    web.useMutualTls(DISABLE, { ports: web.ports });
    expect(find(shop, 'PeerAuthentication', 'web').spec.portLevelMtls).toEqual({ 8001: { mode: 'DISABLE' }, 9001: { mode: 'DISABLE' } });
  });
});

test('modes that nobody would heed are refused', () => {
  const { mesh, shop } = meshFor({ ambient: true });
  const calm = service(mesh.addNamespace('calm', { enrollment: Enrollment.AMBIENT }), 'calm');
  const bare = service(mesh.addNamespace('bare', { enrollment: Enrollment.NONE }), 'bare');
  expect(messageOf(() => meshFor({ mutualTls: UNSET }))).toBe(
    '[mesh] The mode UNSET of mutual TLS says nothing. Leave it out to take the mode of what is wider, or give STRICT, PERMISSIVE or DISABLE.');
  expect(messageOf(() => bare.useMutualTls(STRICT))).toBe('[mesh-2-bare/services/bare] Mutual TLS is STRICT, but its pods have no proxy (enrollment none) '
    + 'that could speak it. Enroll them with Enrollment.SIDECAR or Enrollment.AMBIENT, or leave the mode out.');
  expect(messageOf(() => calm.useMutualTls(DISABLE))).toBe('[mesh-2-calm/services/calm] Mutual TLS is DISABLE, but its pods are in ambient mode, '
    + 'where connections from the mesh are always in mutual TLS. Use PERMISSIVE, which lets plain text in as well.');
  expect(messageOf(() => mesh.addNamespace('none', { enrollment: Enrollment.NONE, mutualTls: STRICT }))).toMatch(/^\[mesh-2-none\] Mutual TLS is STRICT, but its pods have no proxy/);
  const web = service(shop, 'web');
  expect(messageOf(() => web.useMutualTls(STRICT, { ports: [] }))).toBe(
    '[mesh-2-shop/services/web] The list of ports for mutual TLS STRICT is empty. Leave ports out for all of them.');
  expect(messageOf(() => web.useMutualTls(STRICT, { ports: [MeshPort.http(81)] }))).toBe(
    '[mesh-2-shop/services/web] Mutual TLS is STRICT on port 81, but its ports are 80. Name ports of the service. (A14)');
  web.useMutualTls(PERMISSIVE);
  web.useMutualTls(STRICT, { ports: web.ports });
  expect(messageOf(() => web.useMutualTls(STRICT))).toBe(
    '[mesh-2-shop/services/web] It has a mode of mutual TLS for all ports already. Call useMutualTls() without ports once.');
  expect(messageOf(() => web.useMutualTls(DISABLE, { ports: web.ports }))).toBe(
    '[mesh-2-shop/services/web] Port 80 has a mode of mutual TLS already. Name each port once.');
  expect(titles(shop)).toContain('PeerAuthentication web');
});
