import { ingress, render } from './harness';

const MARKS = { 'app.kubernetes.io/name': 'istio-ingressgateway', 'app.kubernetes.io/instance': 'own', 'app.kubernetes.io/part-of': 'istio' };

test('a gateway with a template is what its values say of it; injection completes it', () => {
  const { Deployment } = ingress({
    injectionTemplate: 'gateway',
    env: { N: 5 },
    podAnnotations: { note: 'x' },
    configVolumes: [{ name: 'c', configMapName: 'cm', mountPath: '/c' }, { name: 'unmounted', configMapName: 'cm' }],
  }, { revision: 'canary' });
  expect(Deployment.metadata.labels).toEqual({ ...MARKS, 'app': 'istio-ingressgateway', 'istio': 'ingressgateway', 'release': 'own', 'istio.io/rev': 'canary' });
  const { metadata, spec } = Deployment.spec.template;
  expect(metadata).toEqual({
    labels: {
      ...MARKS,
      'app': 'istio-ingressgateway',
      'istio': 'ingressgateway',
      'istio.io/rev': 'canary',
      'service.istio.io/canonical-name': 'istio-ingressgateway',
      'service.istio.io/canonical-revision': 'canary',
      'sidecar.istio.io/inject': 'true',
    },
    annotations: {
      'prometheus.io/port': '15020',
      'prometheus.io/scrape': 'true',
      'prometheus.io/path': '/stats/prometheus',
      'sidecar.istio.io/inject': 'true',
      'inject.istio.io/templates': 'gateway',
      'note': 'x',
    },
  });
  expect(spec.volumes.map(({ name }: { name: string }) => name)).toEqual(['ingressgateway-certs', 'ingressgateway-ca-certs', 'c', 'unmounted']);
  expect(spec.containers).toEqual([{
    name: 'istio-proxy',
    image: 'auto',
    ports: [
      { containerPort: 15021, protocol: 'TCP' },
      { containerPort: 8080, protocol: 'TCP' },
      { containerPort: 8443, protocol: 'TCP' },
      { containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' },
    ],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true },
    resources: { limits: { cpu: '2000m', memory: '1024Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
    env: [{ name: 'ISTIO_META_UNPRIVILEGED_POD', value: 'true' }, { name: 'N', value: '5' }],
    volumeMounts: [
      { name: 'ingressgateway-certs', mountPath: '/etc/istio/ingressgateway-certs', readOnly: true },
      { name: 'ingressgateway-ca-certs', mountPath: '/etc/istio/ingressgateway-ca-certs', readOnly: true },
      { name: 'c', mountPath: '/c', readOnly: true },
    ],
  }]);
});

test('pods of an injected gateway without a revision have no label of one: that of the namespace holds', () => {
  const { Deployment } = ingress({ injectionTemplate: 'gateway' });
  expect(Deployment.spec.template.metadata.labels).not.toHaveProperty('istio.io/rev');
  expect(Deployment.metadata.labels['istio.io/rev']).toBe('default');
});

test('as root there is no security context, and no word of unprivileged pods', () => {
  const { spec } = ingress({ injectionTemplate: 'gateway', runAsRoot: true, secretVolumes: [] }).Deployment.spec.template;
  expect(spec).not.toHaveProperty('securityContext');
  expect(spec).not.toHaveProperty('volumes');
  expect(Object.keys(spec.containers[0])).toEqual(['name', 'image', 'ports', 'resources']);
});

test.each([{ platform: 'openshift' }, { global: { platform: 'openshift' } }])('on OpenShift nobody but the platform chooses the user: %j', (values) => {
  expect(render(values).Deployment.spec.template.spec.securityContext).toEqual({ runAsNonRoot: true });
});

test('the version of the gateway is a label of its own, the revision, or latest', () => {
  const revisionOf = (labels: object, values = {}): string =>
    ingress({ labels }, values).Deployment.spec.template.metadata.labels['service.istio.io/canonical-revision'];
  expect(revisionOf({ 'app.kubernetes.io/version': '2', 'version': '1' })).toBe('2');
  expect(revisionOf({ version: 1 }, { revision: 'canary' })).toBe('1');
  expect(revisionOf({}, { revision: 'canary' })).toBe('canary');
  expect(revisionOf({})).toBe('latest');
});

test('labels of Istio itself win over those of the gateway', () => {
  const { Deployment } = ingress({ labels: { 'release': 'mine', 'app.kubernetes.io/name': 'mine' } });
  expect(Deployment.metadata.labels).toMatchObject({ 'release': 'own', 'app.kubernetes.io/name': 'istio-ingressgateway' });
});

test('in istio-system pods have the release of the first installers', () => {
  expect(render({}, 'istio-system').Deployment.spec.template.metadata.labels.release).toBe('istio');
  expect(render({}, 'edge').Deployment.spec.template.metadata.labels.release).toBeUndefined();
});

test('an image with a path is a whole one; others get hub, tag and variant, the proxy\'s own first', () => {
  const image = (values: object, gateway = {}): string =>
    ingress(gateway, { global: { hub: 'h.example', tag: '1', variant: 'debug', ...values } }).Deployment.spec.template.spec.containers[0].image;
  expect(image({})).toBe('h.example/proxyv2:1-debug');
  expect(image({ proxy: { variant: 'distroless' } }, { tag: 7 })).toBe('h.example/proxyv2:7-distroless');
  expect(image({ proxy: { image: 'r.example/p:9' } })).toBe('r.example/p:9');
});

test('resources of the gateway are those of all components where it has none', () => {
  const resources = (gateway: object): object => ingress(gateway, { global: { defaultResources: { requests: { cpu: '7m' } } } })
    .Deployment.spec.template.spec.containers[0].resources;
  expect(resources({ resources: { limits: null, requests: { cpu: '1', memory: null } } })).toEqual({ requests: { cpu: 1 } });
  expect(resources({ resources: null })).toEqual({ requests: { cpu: '7m' } });
});

test('a variable of istiod that is text where gateways take true or false is refused', () => {
  expect(() => render({ pilot: { env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: 'true' } } })).toThrow(new Error(
    'The variable ENABLE_CLUSTER_TRUST_BUNDLE_API of istiod is "true", and gateways take true or false. '
    + 'Write pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API without quotes.',
  ));
});

test('the root certificate comes from a bundle of the cluster where istiod publishes one', () => {
  const volume = (values: object): object => render(values).Deployment.spec.template.spec.volumes
    .find(({ name }: { name: string }) => name === 'istiod-ca-cert');
  const pilot = { env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } };
  expect(volume({})).toEqual({ name: 'istiod-ca-cert', configMap: { name: 'istio-ca-root-cert' } });
  expect(volume({ pilot, global: { trustBundleName: 'own' } })).toEqual({
    name: 'istiod-ca-cert', projected: { sources: [{ clusterTrustBundle: { name: 'istio.io:istiod-ca:own', path: 'root-cert.pem' } }] },
  });
});
