import { MeshPort } from '../../../src';
import { deployment, everything, meshFor, service } from '../harness';

test('an external service is seen in the namespaces of its callers alone', () => {
  const { app, mesh, shop } = meshFor();
  const outside = mesh.addExternalService('watson', { hosts: ['api.example.com', 'iam.example.com'], ports: [MeshPort.tls(443)] });
  service(shop, 'web').calls(outside);
  service(mesh.addNamespace('back'), 'job').calls(outside);
  const { 'mesh-1-control-plane': root, 'mesh-2-shop': namespace } = everything(app);
  expect(root.find(({ kind }) => kind === 'ServiceEntry')).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'watson', namespace: 'istio-system' },
    spec: {
      hosts: ['api.example.com', 'iam.example.com'],
      ports: [{ number: 443, name: 'tls-443', protocol: 'TLS' }],
      location: 'MESH_EXTERNAL',
      resolution: 'DNS',
      exportTo: ['back', 'shop'],
    },
  });
  expect(namespace.find(({ kind }) => kind === 'Sidecar').spec.egress).toEqual([
    { hosts: ['istio-system/api.example.com', 'istio-system/iam.example.com'] },
  ]);
});

test('a wildcard host goes where the application asked for', () => {
  const { app, mesh } = meshFor();
  mesh.addExternalService('cdn', { hosts: ['*.example.com'], ports: [MeshPort.tls(443)] });
  const entry = everything(app)['mesh-1-control-plane'].find(({ kind }) => kind === 'ServiceEntry');
  expect([entry.spec.resolution, entry.spec.exportTo]).toEqual(['NONE', ['.']]);
});

test('a workload without ports calls, and has no Service', () => {
  const { app, shop } = meshFor();
  const api = service(shop, 'api');
  shop.addService('loader', { workload: deployment(shop, 'loader') }).calls(api);
  const services = everything(app)['mesh-2-shop'].filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
  expect(services).toEqual(['api']);
});
