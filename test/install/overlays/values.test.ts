import { k8sValues } from '../../../src/install/overlays';

test('nothing given is no value', () => {
  expect(k8sValues('Pilot', {})).toEqual({});
  expect(k8sValues('Pilot', { hpaSpec: null, resources: null, replicaCount: 0, affinity: {} })).toEqual({});
});

test('limits of an autoscaler and a number of replicas are values of components that have Deployments', () => {
  const k8s = { hpaSpec: { minReplicas: 2, maxReplicas: 6 }, replicaCount: 3 };
  expect(k8sValues('Pilot', k8s)).toEqual({ autoscaleMin: 2, autoscaleMax: 6, replicaCount: 3 });
  expect(k8sValues('IngressGateways', k8s)).toEqual({ autoscaleMin: 2, autoscaleMax: 6, replicaCount: 3 });
  expect(k8sValues('Cni', k8s)).toEqual({});
});

test('a least number of zero is a value, a greatest one is not', () => {
  expect(k8sValues('Pilot', { hpaSpec: { minReplicas: 0, maxReplicas: 0 } })).toEqual({ autoscaleMin: 0 });
});

test('shares of processors are values of every component, spelled as Kubernetes spells them', () => {
  const k8s = { resources: { requests: { cpu: 0.5, memory: '1Gi' }, limits: { cpu: '2000m' } } };
  const resources = { limits: { cpu: '2' }, requests: { cpu: '500m' } };
  expect(k8sValues('Ztunnel', k8s)).toEqual({ resources });
  expect(k8sValues('Base', k8s)).toEqual({ resources });
  expect(k8sValues('Ztunnel', { resources: { limits: { cpu: '0' }, requests: { memory: '1Gi' } } })).toEqual({});
});

test('ports of a gateway\'s Service are values; one without a target has the target 0', () => {
  const ports = [{ name: 'http', port: 80, targetPort: 8080, protocol: '', nodePort: 0 }, { port: 15443, targetPort: 'tls', appProtocol: '' }, { port: 9 }];
  expect(k8sValues('EgressGateways', { service: { ports } })).toEqual({
    ports: [{ name: 'http', port: 80, targetPort: 8080 }, { port: 15443, targetPort: 'tls', appProtocol: '' }, { port: 9, targetPort: 0 }],
  });
  expect(k8sValues('Pilot', { service: { ports } })).toEqual({});
  expect(k8sValues('IngressGateways', { service: { ports: [] } })).toEqual({});
});
