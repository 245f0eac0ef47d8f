import { k8sValues } from '../../../src/install/overlays';

test('nothing given is no value', () => {
  expect(k8sValues('pilot', {})).toEqual({});
  expect(k8sValues('pilot', { hpaSpec: null, resources: null, replicaCount: 0, affinity: {} })).toEqual({});
});

test('limits of an autoscaler and a number of replicas are values of components that have Deployments', () => {
  const k8s = { hpaSpec: { minReplicas: 2, maxReplicas: 6 }, replicaCount: 3 };
  expect(k8sValues('pilot', k8s)).toEqual({ pilot: { autoscaleMin: 2, autoscaleMax: 6, replicaCount: 3 } });
  expect(k8sValues('ingressGateways', k8s)).toEqual({ gateways: { 'istio-ingressgateway': { autoscaleMin: 2, autoscaleMax: 6, replicaCount: 3 } } });
  expect(k8sValues('cni', k8s)).toEqual({});
});

test('a least number of zero is a value, a greatest one is not', () => {
  expect(k8sValues('pilot', { hpaSpec: { minReplicas: 0, maxReplicas: 0 } })).toEqual({ pilot: { autoscaleMin: 0 } });
});

test('shares of processors are values of every component, spelled as Kubernetes spells them', () => {
  const k8s = { resources: { requests: { cpu: 0.5, memory: '1Gi' }, limits: { cpu: '2000m' } } };
  const resources = { limits: { cpu: '2' }, requests: { cpu: '500m' } };
  expect(k8sValues('ztunnel', k8s)).toEqual({ ztunnel: { resources } });
  expect(k8sValues('base', k8s)).toEqual({ global: { resources } });
  expect(k8sValues('ztunnel', { resources: { limits: { cpu: '0' }, requests: { memory: '1Gi' } } })).toEqual({});
});

test('ports of a gateway\'s Service are values; one without a target has the target 0', () => {
  const ports = [{ name: 'http', port: 80, targetPort: 8080, protocol: '', nodePort: 0 }, { port: 15443, targetPort: 'tls', appProtocol: '' }, { port: 9 }];
  expect(k8sValues('egressGateways', { service: { ports } })).toEqual({
    gateways: {
      'istio-egressgateway': {
        ports: [{ name: 'http', port: 80, targetPort: 8080 }, { port: 15443, targetPort: 'tls', appProtocol: '' }, { port: 9, targetPort: 0 }],
      },
    },
  });
  expect(k8sValues('pilot', { service: { ports } })).toEqual({});
  expect(k8sValues('ingressGateways', { service: { ports: [] } })).toEqual({});
});
