import { render } from './harness';

test('the gateway has an account of its own name, which may read the secrets beside it', () => {
  const { ServiceAccount, Role, RoleBinding, Deployment } = render();
  expect(ServiceAccount.metadata.name).toBe('public');
  expect(Role.rules).toEqual([{ apiGroups: [''], resources: ['secrets'], verbs: ['get', 'watch', 'list'] }]);
  expect(RoleBinding.roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'public' });
  expect(RoleBinding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'public' }]);
  expect(Deployment.spec.template.spec.serviceAccountName).toBe('public');
});

test('an account that is there is used, that of the namespace where none is named', () => {
  const unnamed = render({ serviceAccount: { create: false } });
  expect(unnamed).not.toHaveProperty('ServiceAccount');
  expect(unnamed.Deployment.spec.template.spec.serviceAccountName).toBe('default');
  expect(unnamed.Role.metadata.name).toBe('default');
  expect(render({ serviceAccount: { create: false, name: 'edge' } }).RoleBinding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'edge' }]);
});

test('annotations of the account are its own alone', () => {
  const { ServiceAccount } = render({ annotations: { all: 'x' }, serviceAccount: { annotations: { role: 'arn' } } });
  expect(ServiceAccount.metadata.annotations).toEqual({ role: 'arn' });
});

test('without access to secrets there is no Role', () => {
  expect(Object.keys(render({ rbac: { enabled: false } }))).toEqual(['ServiceAccount', 'Deployment', 'HorizontalPodAutoscaler', 'Service']);
});

test('pods are added by load of the processors and, where asked for, of the memory', () => {
  const { HorizontalPodAutoscaler } = render({
    autoscaling: {
      minReplicas: 2, maxReplicas: 9, targetMemoryUtilizationPercentage: 70, autoscaleBehavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
    },
  });
  expect(HorizontalPodAutoscaler.spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'public' },
    minReplicas: 2,
    maxReplicas: 9,
    metrics: [
      { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 80, type: 'Utilization' } } },
      { type: 'Resource', resource: { name: 'memory', target: { averageUtilization: 70, type: 'Utilization' } } },
    ],
    behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
  });
});

test('a target that is a number as text is that number', () => {
  const { HorizontalPodAutoscaler } = render({ autoscaling: { targetCPUUtilizationPercentage: '65' } });
  expect(HorizontalPodAutoscaler.spec.metrics).toEqual([
    { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 65, type: 'Utilization' } } },
  ]);
});

test('a target of zero is none', () => {
  expect(render({ autoscaling: { targetCPUUtilizationPercentage: 0 } }).HorizontalPodAutoscaler.spec).not.toHaveProperty('metrics');
});

test('a target that is a map with something in it is refused', () => {
  expect(() => render({ autoscaling: { targetMemoryUtilizationPercentage: { averageUtilization: 50 } } })).toThrow(new Error(
    'The target of memory is {"averageUtilization":50}. Set "autoscaling.targetMemoryUtilizationPercentage" to a percentage, such as 80.',
  ));
});

test('a disruption budget needs more than one pod, counted as they are scaled', () => {
  const podDisruptionBudget = { maxUnavailable: '25%', unhealthyPodEvictionPolicy: 'AlwaysAllow' };
  expect(render({ podDisruptionBudget })).not.toHaveProperty('PodDisruptionBudget');
  expect(render({ podDisruptionBudget, replicaCount: 3 })).not.toHaveProperty('PodDisruptionBudget');
  expect(render({ podDisruptionBudget, autoscaling: { enabled: false } })).not.toHaveProperty('PodDisruptionBudget');
  expect(render({ autoscaling: { minReplicas: 2 } })).not.toHaveProperty('PodDisruptionBudget');
  const budget = { selector: { matchLabels: { app: 'public', istio: 'public' } }, ...podDisruptionBudget };
  expect(render({ podDisruptionBudget, autoscaling: { minReplicas: 2 } }).PodDisruptionBudget.spec).toEqual(budget);
  expect(render({ podDisruptionBudget, autoscaling: { enabled: false }, replicaCount: 2 }).PodDisruptionBudget.spec).toEqual(budget);
});

test('a network policy lets in health, metrics and what the Service has ports for', () => {
  const { NetworkPolicy } = render({
    global: { networkPolicy: { enabled: true } },
    revision: 'canary',
    service: { ports: [{ name: 'http', port: 80, targetPort: 8080 }, { name: 'udp', port: 53, protocol: 'UDP' }] },
  });
  expect(NetworkPolicy.metadata).toEqual({
    name: 'public-canary',
    namespace: 'edge',
    labels: {
      'istio.io/rev': 'canary', 'release': 'public', 'app.kubernetes.io/name': 'public', 'app': 'public', 'istio': 'public', 'istio.io/dataplane-mode': 'none',
    },
  });
  expect(NetworkPolicy.spec).toEqual({
    podSelector: { matchLabels: { app: 'public', istio: 'public' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { ports: [{ protocol: 'TCP', port: 15021 }] },
      { ports: [{ protocol: 'TCP', port: 15020 }, { protocol: 'TCP', port: 15090 }] },
      { ports: [{ protocol: 'TCP', port: 8080 }] },
      { ports: [{ protocol: 'UDP', port: 53 }] },
    ],
    egress: [{}],
  });
});
