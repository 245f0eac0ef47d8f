import { pod, proxy, render } from './harness';

const COMMON = { 'app.kubernetes.io/name': 'public', 'app.kubernetes.io/instance': 'public', 'app.kubernetes.io/part-of': 'istio' };

test('a gateway without values is a Deployment of pods that injection completes', () => {
  expect(render().Deployment).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'public',
      namespace: 'edge',
      labels: { ...COMMON, 'app': 'public', 'istio': 'public', 'istio.io/dataplane-mode': 'none' },
    },
    spec: {
      selector: { matchLabels: { app: 'public', istio: 'public' } },
      template: {
        metadata: {
          annotations: {
            'inject.istio.io/templates': 'gateway',
            'prometheus.io/path': '/stats/prometheus',
            'prometheus.io/port': '15020',
            'prometheus.io/scrape': 'true',
            'sidecar.istio.io/inject': 'true',
          },
          labels: { ...COMMON, 'sidecar.istio.io/inject': 'true', 'app': 'public', 'istio': 'public', 'istio.io/dataplane-mode': 'none' },
        },
        spec: {
          serviceAccountName: 'public',
          securityContext: { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
          containers: [{
            name: 'istio-proxy',
            image: 'auto',
            securityContext: {
              capabilities: { drop: ['ALL'] },
              allowPrivilegeEscalation: false,
              privileged: false,
              readOnlyRootFilesystem: true,
              runAsNonRoot: true,
            },
            ports: [{ containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' }],
            resources: { limits: { cpu: '2000m', memory: '1024Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
          }],
          terminationGracePeriodSeconds: 30,
        },
      },
    },
  });
});

test('the name of the values wins over that of the release, and the label istio has it without its prefix', () => {
  const { Deployment } = render({ name: 'istio-east' });
  expect(Deployment.metadata.name).toBe('istio-east');
  expect(Deployment.spec.selector.matchLabels).toEqual({ app: 'istio-east', istio: 'east' });
  expect(Deployment.metadata.labels['app.kubernetes.io/instance']).toBe('public');
});

test('the labels app and istio select the pods, even when they are empty', () => {
  expect(render({ labels: { app: 'shop', istio: '' } }).Deployment.spec.selector.matchLabels).toEqual({ app: 'shop', istio: '' });
});

test('other labels stand on every object, as text, and may replace the usual ones', () => {
  const objects = render({ labels: { 'team': 7, 'app.kubernetes.io/name': 'own' }, global: { networkPolicy: { enabled: true } } });
  expect(Object.keys(objects)).toEqual([
    'ServiceAccount', 'Role', 'RoleBinding', 'NetworkPolicy', 'Deployment', 'HorizontalPodAutoscaler', 'Service',
  ]);
  for (const { metadata } of [...Object.values(objects), objects.Deployment.spec.template]) {
    expect(metadata.labels).toMatchObject({ 'team': '7', 'app.kubernetes.io/name': 'own', 'istio.io/dataplane-mode': 'none' });
  }
});

test('a label that is null is left out', () => {
  expect(render({ labels: { 'istio.io/dataplane-mode': null } }).Service.metadata.labels).toEqual({ ...COMMON, app: 'public', istio: 'public' });
});

test('the revision is a label of the pods, and of no other object', () => {
  const { Deployment, Service } = render({ revision: 'canary' });
  expect(Deployment.spec.template.metadata.labels['istio.io/rev']).toBe('canary');
  expect(Deployment.metadata.labels['istio.io/rev']).toBeUndefined();
  expect(Service.metadata.labels['istio.io/rev']).toBeUndefined();
});

test('replicas are fixed where nothing scales, at zero too', () => {
  expect(render({ replicaCount: 3 }).Deployment.spec.replicas).toBeUndefined();
  expect(render({ autoscaling: { enabled: false } }).Deployment.spec).not.toHaveProperty('replicas');
  expect(render({ autoscaling: { enabled: false }, replicaCount: null }).Deployment.spec).not.toHaveProperty('replicas');
  expect(render({ autoscaling: { enabled: false }, replicaCount: 0 }).Deployment.spec.replicas).toBe(0);
});

test('a DaemonSet is no Deployment, and has no autoscaler', () => {
  expect(Object.keys(render({ kind: 'DaemonSet' }))).toEqual(['ServiceAccount', 'Role', 'RoleBinding', 'DaemonSet', 'Service']);
});

test('a gateway between networks says which, and sees its own alone', () => {
  const { Deployment, Service } = render({ networkGateway: 'east', env: { ISTIO_META_ROUTER_MODE: 'sni-dnat' } });
  expect(Deployment.spec.template.metadata.labels['topology.istio.io/network']).toBe('east');
  expect(Service.metadata.labels['topology.istio.io/network']).toBe('east');
  expect(Deployment.metadata.labels).not.toHaveProperty('topology.istio.io/network');
  expect(Deployment.spec.template.spec.containers[0].env).toEqual([
    { name: 'ISTIO_META_REQUESTED_NETWORK_VIEW', value: 'east' },
    { name: 'ISTIO_META_ROUTER_MODE', value: 'sni-dnat' },
  ]);
});

test('environment variables are sorted and are text, as Go spells numbers; those with a source come after them', () => {
  const source = { name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } };
  expect(proxy({ env: { Z: 1500000, B: true }, envVarFrom: [source] }).env).toEqual([
    { name: 'B', value: 'true' }, { name: 'Z', value: '1.5e+06' }, source,
  ]);
});

test('amounts that are null are left out, and with them what becomes empty', () => {
  expect(proxy({ resources: { limits: { cpu: null } } }).resources).toEqual({
    limits: { memory: '1024Mi' }, requests: { cpu: '100m', memory: '128Mi' },
  });
  expect(proxy({ resources: { limits: null, requests: { cpu: null, memory: null } } })).not.toHaveProperty('resources');
});

test('own security contexts replace the usual ones as a whole', () => {
  expect(pod({ securityContext: { fsGroup: 1 } }).securityContext).toEqual({ fsGroup: 1 });
  expect(proxy({ containerSecurityContext: { privileged: true } }).securityContext).toEqual({ privileged: true });
});

test.each([
  ['imagePullSecrets', [{ name: 's' }]],
  ['volumes', [{ name: 'v', emptyDir: {} }]],
  ['initContainers', [{ name: 'i', image: 'x' }]],
  ['nodeSelector', { pool: 'edge' }],
  ['affinity', { podAntiAffinity: {} }],
  ['tolerations', [{ operator: 'Exists' }]],
  ['topologySpreadConstraints', [{ maxSkew: 1 }]],
  ['dnsPolicy', 'None'],
  ['dnsConfig', { nameservers: ['192.0.2.1'] }],
  ['terminationGracePeriodSeconds', 0],
  ['priorityClassName', 'high'],
])('%s is a field of the pods as it is', (name, value) => {
  expect(pod({ [name]: value })[name]).toEqual(value);
});

test.each([
  ['imagePullPolicy', 'Always'],
  ['volumeMounts', [{ name: 'v', mountPath: '/v' }]],
  ['readinessProbe', { tcpSocket: { port: 1 } }],
  ['lifecycle', { preStop: { sleep: { seconds: 5 } } }],
])('%s is a field of the container as it is', (name, value) => {
  expect(proxy({ [name]: value })[name]).toEqual(value);
});

test.each([['strategy', { type: 'Recreate' }], ['minReadySeconds', 5]])('%s is a field of the Deployment as it is', (name, value) => {
  expect(render({ [name]: value }).Deployment.spec[name]).toEqual(value);
});

test('additional containers stand behind the proxy', () => {
  expect(pod({ additionalContainers: [{ name: 'log', image: 'x' }] }).containers.map(({ name }: { name: string }) => name)).toEqual(['istio-proxy', 'log']);
});

test('annotations of the pods are text', () => {
  expect(render({ podAnnotations: { count: 5 } }).Deployment.spec.template.metadata.annotations.count).toBe('5');
});
