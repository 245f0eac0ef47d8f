import { IngressGatewayRequest, renderControlPlane, renderIngressGateway, resolveInstall } from '../../src/install';
import { Manifest } from '../../src/reference/json';

const PUBLIC: IngressGatewayRequest = { name: 'public', namespace: 'edge', labels: { app: 'public', istio: 'public' } };

function render(request: Partial<IngressGatewayRequest> = {}, set: string[] = []): { [kind: string]: Manifest } {
  const objects = renderIngressGateway(resolveInstall({ profile: 'minimal', set }), { ...PUBLIC, ...request });
  return Object.fromEntries(objects.map((object) => [object.kind, object]));
}

test('the gateway of the default profile is one that could be declared', () => {
  const installation = resolveInstall();
  const declared = renderIngressGateway(installation, {
    name: 'istio-ingressgateway', namespace: 'istio-system', labels: { app: 'istio-ingressgateway', istio: 'ingressgateway' },
  });
  expect(renderControlPlane(installation)[2].objects).toEqual(declared);
});

test('a declared gateway has its own name, namespace and labels everywhere', () => {
  const { Deployment, Role, RoleBinding, Service, ServiceAccount, HorizontalPodAutoscaler } = render();
  const objects = [Deployment, Role, RoleBinding, Service, ServiceAccount, HorizontalPodAutoscaler];
  expect(objects.map(({ metadata }) => [metadata.namespace, metadata.name])).toEqual([
    ['edge', 'public'], ['edge', 'public-sds'], ['edge', 'public-sds'], ['edge', 'public'], ['edge', 'public-service-account'], ['edge', 'public'],
  ]);
  expect(Service.spec.selector).toEqual({ app: 'public', istio: 'public' });
  expect(Deployment.spec.selector.matchLabels).toEqual({ app: 'public', istio: 'public' });
  expect(Deployment.spec.template.metadata.labels).toEqual({
    'app': 'public',
    'istio': 'public',
    'service.istio.io/canonical-name': 'public',
    'service.istio.io/canonical-revision': 'latest',
    'istio.io/rev': 'default',
    'sidecar.istio.io/inject': 'false',
    'app.kubernetes.io/name': 'istio-ingressgateway',
    'app.kubernetes.io/instance': 'istio',
    'app.kubernetes.io/part-of': 'istio',
    'istio.io/dataplane-mode': 'none',
  });
  expect(RoleBinding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'public-service-account' }]);
  expect(HorizontalPodAutoscaler.spec.scaleTargetRef.name).toBe('public');
});

test('the Service has the usual ports and, behind them, the declared ones', () => {
  const usual = [
    { name: 'status-port', port: 15021, protocol: 'TCP', targetPort: 15021 },
    { name: 'http2', port: 80, protocol: 'TCP', targetPort: 8080 },
    { name: 'https', port: 443, protocol: 'TCP', targetPort: 8443 },
  ];
  const tcp = { name: 'tcp', port: 31400, targetPort: 31400 };
  expect(render().Service.spec.ports).toEqual(usual);
  expect(render({ ports: [tcp] }).Service.spec.ports).toEqual([...usual, tcp]);
  expect(render({ ports: [tcp] }).Deployment.spec.template.spec.containers[0].ports).toContainEqual({ containerPort: 31400, protocol: 'TCP' });
});

test('a declared port stands in for the usual one of its number', () => {
  const http = { name: 'http', port: 80, targetPort: 18080 };
  expect(render({ ports: [http] }).Service.spec.ports.filter(({ port }: { port: number }) => port === 80)).toEqual([http]);
});

test('type, annotations and a fixed number of proxies are as declared', () => {
  const { Deployment, Service, HorizontalPodAutoscaler, PodDisruptionBudget } = render({
    serviceType: 'ClusterIP', replicas: 2, serviceAnnotations: { 'example.com/internal': 'true' }, podAnnotations: { note: 'x' },
  });
  expect(Service.spec.type).toBe('ClusterIP');
  expect(Service.metadata.annotations).toEqual({ 'example.com/internal': 'true' });
  expect(Deployment.spec.replicas).toBe(2);
  expect(Deployment.spec.template.metadata.annotations.note).toBe('x');
  expect(HorizontalPodAutoscaler).toBeUndefined();
  expect(PodDisruptionBudget.spec).toEqual({ minAvailable: 1, selector: { matchLabels: { app: 'public', istio: 'public' } } });
});

test('the values of the installation hold for declared gateways too', () => {
  const { Deployment, Service } = render({}, [
    'hub=example.com/x', 'tag=1.2', 'revision=canary', 'values.gateways.istio-ingressgateway.type=NodePort', 'meshConfig.trustDomain=td',
    'meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE=true',
  ]);
  const [proxy] = Deployment.spec.template.spec.containers;
  const env = Object.fromEntries(proxy.env.map((one: { name: string; value: string }) => [one.name, one.value]));
  expect(proxy.image).toBe('example.com/x/proxyv2:1.2');
  expect(Service.spec.type).toBe('NodePort');
  expect(env).toMatchObject({ CA_ADDR: 'istiod-canary.istio-system.svc:15012', TRUST_DOMAIN: 'td', ISTIO_META_MESH_ID: 'td', ISTIO_META_DNS_CAPTURE: 'true' });
  expect(Deployment.spec.template.metadata.labels['service.istio.io/canonical-revision']).toBe('canary');
});

test('a gateway may run where its nodes are, preferring the heavier architecture', () => {
  const { Deployment } = render({}, ['values.global.arch.amd64=2', 'values.global.arch.s390x=0', 'values.gateways.istio-ingressgateway.nodeSelector.pool=edge']);
  const isAmd = { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] };
  expect(Deployment.spec.template.spec.affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [isAmd, { key: 'pool', operator: 'In', values: ['edge'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 2, preference: { matchExpressions: [isAmd] } }],
    },
  });
  expect(render().Deployment.spec.template.spec.affinity).toBeUndefined();
});

test('rendering changes nothing of the request', () => {
  const ports = Object.freeze([Object.freeze({ port: 1, targetPort: 1025 })]);
  const request = Object.freeze({ ...PUBLIC, labels: Object.freeze({ ...PUBLIC.labels }), ports });
  const installation = resolveInstall();
  const first = JSON.stringify(renderIngressGateway(installation, request));
  expect(JSON.stringify(renderIngressGateway(installation, request))).toBe(first);
});
