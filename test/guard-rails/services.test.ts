import { find, meshFor, plain, said, service } from './harness';
import { Enrollment } from '../../src';

describe('A12: ports that say no protocol', () => {
  test('A12: a service writes it into the name of the port and into appProtocol', () => {
    const { shop } = meshFor();
    service(shop, 'web');
    expect(find(shop, 'Service', 'web').spec.ports).toEqual([{ name: 'http-80', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' }]);
  });

  test('A12: a plain Service whose port says none is warned about; one that does is not, nor one outside the mesh', () => {
    const { app, mesh, shop } = meshFor();
    plain(shop, 'Service', 'silent', { ports: [{ port: 80 }, { port: 81, name: 'web' }] });
    plain(shop, 'Service', 'named', { ports: [{ port: 80, name: 'http' }, { port: 81, name: 'grpc-api' }, { port: 82, name: 'x', appProtocol: 'tcp' }, { port: 53, protocol: 'UDP' }] });
    plain(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }), 'Service', 'old', { ports: [{ port: 80 }] });
    expect(said(app)).toEqual({
      errors: [],
      warnings: ['Port 80', 'Port 81 ("web")'].map((port) => (
        `${port} says no protocol, so that proxies guess at it with each connection, or take it for bytes, without routes and request metrics. `
        + 'Give it appProtocol, or a name that begins with the protocol, such as "http"; or declare the service with addService(). (A12)'
      )),
    });
  });
});

describe('A29: one enrollment', () => {
  test('A29: a namespace is enrolled in one way', () => {
    const { mesh } = meshFor();
    expect(find(mesh.addNamespace('canary', { enrollment: Enrollment.revision('1-31-4') }), 'Namespace', 'canary').metadata.labels).toEqual({ 'istio.io/rev': '1-31-4' });
  });

  test('A29: a plain Namespace with both labels is refused', () => {
    const { app, shop } = meshFor();
    plain(shop, 'Namespace', 'both', {}, { labels: { 'istio-injection': 'enabled', 'istio.io/rev': 'canary' } });
    expect(said(app).errors).toEqual([
      'It has both istio-injection=enabled and istio.io/rev=canary: the first wins, and the revision is never asked. '
      + 'Keep one; addNamespace() with an Enrollment writes the right one. (A29)',
    ]);
  });

  test('A29: so is a namespace of the mesh that is given the other one as a label', () => {
    const { app, mesh } = meshFor();
    mesh.addNamespace('both', { labels: { 'istio.io/rev': 'canary' } });
    expect(said(app).errors).toEqual([
      'It has both istio-injection=enabled and istio.io/rev=canary: the first wins, and the revision is never asked. '
      + 'Keep one; addNamespace() with an Enrollment writes the right one. (A29)',
    ]);
  });
});
