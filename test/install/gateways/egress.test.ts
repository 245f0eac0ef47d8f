import { render } from './harness';
import { JsonObject, Manifest } from '../../../src/reference/json';

const egress = (gateway: JsonObject = {}, values: JsonObject = {}): { [kind: string]: Manifest } =>
  render({ ...values, gateways: { 'istio-egressgateway': gateway } }, 'edge', 'istio-egress');

test('an egress gateway has names, labels and certificates of its own, and no load balancer', () => {
  const objects = egress({}, { global: { networkPolicy: { enabled: true } } });
  expect(Object.values(objects).map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'ServiceAccount/istio-egressgateway-service-account',
    'Role/istio-egressgateway-sds',
    'RoleBinding/istio-egressgateway-sds',
    'NetworkPolicy/istio-egressgateway',
    'Deployment/istio-egressgateway',
    'HorizontalPodAutoscaler/istio-egressgateway',
    'Service/istio-egressgateway',
  ]);
  for (const { metadata } of Object.values(objects)) {
    expect(metadata.labels['app.kubernetes.io/name']).toBe('istio-egressgateway');
  }
  expect(objects.NetworkPolicy.metadata.labels).toMatchObject({ app: 'istio-egressgateway', istio: 'egressgateway' });
  expect(objects.Service.spec).toEqual({
    type: 'ClusterIP',
    selector: { app: 'istio-egressgateway', istio: 'egressgateway' },
    ports: [
      { port: 80, targetPort: 8080, name: 'http2', protocol: 'TCP' },
      { port: 443, targetPort: 8443, name: 'https', protocol: 'TCP' },
    ],
  });
});

test('further ports of an egress gateway are those of egressPorts; the pod does not know them', () => {
  const { Service, Deployment } = egress({ ports: [], egressPorts: [{ port: 5432, name: 'tcp-db' }], ingressPorts: [{ port: 1, name: 'none' }] });
  expect(Service.spec.ports).toEqual([{ port: 5432, name: 'tcp-db' }]);
  expect(Deployment.spec.template.spec.containers[0].ports).toEqual([{ containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' }]);
});

test('mounted certificates of the mesh are those of the account that its kind has by default', () => {
  const { Deployment } = egress({ name: 'out' }, { global: { mountMtlsCerts: true } });
  expect(Deployment.spec.template.spec.volumes).toContainEqual({
    name: 'istio-certs', secret: { secretName: 'istio.istio-egressgateway-service-account', optional: true },
  });
  expect(Deployment.spec.template.spec.serviceAccountName).toBe('out-service-account');
});

test('a Service that the user brings is not rendered', () => {
  expect(egress({ customService: true })).not.toHaveProperty('Service');
});
