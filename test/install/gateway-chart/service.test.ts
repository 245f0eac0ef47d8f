import { render } from './harness';
import { JsonObject } from '../../../src/reference/json';

const service = (values: JsonObject): JsonObject => render({ service: values }).Service;

test('the Service is a load balancer for health, HTTP and HTTPS', () => {
  expect(render().Service).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'public',
      namespace: 'edge',
      labels: {
        'app.kubernetes.io/name': 'public',
        'app.kubernetes.io/instance': 'public',
        'app.kubernetes.io/part-of': 'istio',
        'app': 'public',
        'istio': 'public',
        'istio.io/dataplane-mode': 'none',
      },
    },
    spec: {
      type: 'LoadBalancer',
      ports: [
        { name: 'status-port', port: 15021, protocol: 'TCP', targetPort: 15021 },
        { name: 'http2', port: 80, protocol: 'TCP', targetPort: 80 },
        { name: 'https', port: 443, protocol: 'TCP', targetPort: 443 },
      ],
      selector: { app: 'public', istio: 'public' },
    },
  });
});

test('the type None is for no Service at all, and then it needs no ports', () => {
  expect(render({ service: { type: 'None', ports: [] } })).not.toHaveProperty('Service');
});

test('a Service without ports is refused', () => {
  expect(() => service({ ports: [] })).toThrow(new Error(
    'The Service of gateway "public" has no ports: "service.ports" is empty. Give it ports, set "networkGateway", or set "service.type" to "None".',
  ));
});

test('ports are written as they are', () => {
  const ports = [{ name: 'grpc', port: 9000, targetPort: 9001, appProtocol: 'kubernetes.io/h2c', nodePort: 30001 }];
  expect(service({ ports }).spec.ports).toEqual(ports);
});

test('a gateway between networks has four ports of its own, whatever service.ports says', () => {
  const { Service } = render({ networkGateway: 'east', service: { ports: [] }, networkGatewayPorts: { tls: { port: 443 }, extra: { port: 1 } } });
  expect(Service.spec.ports).toEqual([
    { name: 'status-port', port: 15021, targetPort: 15021, protocol: 'TCP' },
    { name: 'tls', port: 443, targetPort: 15443, protocol: 'TCP' },
    { name: 'tls-istiod', port: 15012, targetPort: 15012, protocol: 'TCP' },
    { name: 'tls-webhook', port: 15017, targetPort: 15017, protocol: 'TCP' },
  ]);
});

test('the port of the pod is the usual one of its name where a gateway between networks has none', () => {
  const { Service } = render({ networkGateway: 'east', networkGatewayPorts: { tls: { port: 443, targetPort: 0, protocol: 'UDP' } } });
  expect(Service.spec.ports[1]).toEqual({ name: 'tls', port: 443, targetPort: 15443, protocol: 'UDP' });
});

test('a gateway between networks needs each of its ports', () => {
  expect(() => render({ networkGateway: 'east', networkGatewayPorts: { tls: null } })).toThrow(new Error(
    'Gateway "public" is one of network "east" and has no port "tls". Set "networkGatewayPorts.tls.port".',
  ));
});

test('load balancers alone have a class and node ports to allocate; false is said', () => {
  const asked = { allocateLoadBalancerNodePorts: false, loadBalancerClass: 'example.com/internal' };
  expect(service(asked).spec).toMatchObject(asked);
  const { spec } = service({ ...asked, type: 'NodePort' });
  expect(spec).not.toHaveProperty('allocateLoadBalancerNodePorts');
  expect(spec).not.toHaveProperty('loadBalancerClass');
});

test.each([
  ['loadBalancerIP', '192.0.2.1'],
  ['loadBalancerSourceRanges', ['10.0.0.0/8']],
  ['externalTrafficPolicy', 'Local'],
  ['internalTrafficPolicy', 'Local'],
  ['healthCheckNodePort', 32000],
  ['externalIPs', ['192.0.2.2']],
  ['ipFamilyPolicy', 'PreferDualStack'],
  ['ipFamilies', ['IPv6', 'IPv4']],
  ['clusterIP', 'None'],
])('%s is a field of the Service as it is', (name, value) => {
  expect(service({ [name]: value }).spec[name]).toEqual(value);
});

test('annotations of the Service win over those of all objects, save when they are empty', () => {
  const { Service, Role } = render({ annotations: { a: 'all', b: 'all', c: 'all' }, service: { annotations: { a: 'own', b: '', d: '' } } });
  expect(Service.metadata.annotations).toEqual({ a: 'own', b: 'all', c: 'all', d: '' });
  expect(Role.metadata.annotations).toEqual({ a: 'all', b: 'all', c: 'all' });
});

test('the selector may ask for more labels', () => {
  expect(service({ selectorLabels: { app: 'other', zone: 'a' } }).spec.selector).toEqual({ app: 'other', istio: 'public', zone: 'a' });
});
