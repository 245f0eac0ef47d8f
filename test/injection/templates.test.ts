import { deployment, SETTINGS, settingsWith } from './fixtures';
import { injectObject, InjectionSettings, webhookTemplates } from '../../src/injection';
import { JsonObject } from '../../src/reference/json';

const SHOP = { name: 'shop' };

function inject(object: JsonObject, settings: InjectionSettings = SETTINGS): JsonObject {
  return injectObject(object, settings, SHOP).object;
}

/** A Deployment that asks for templates. */
function asking(templates: string, spec: JsonObject = {}): JsonObject {
  return deployment({ annotations: { 'inject.istio.io/templates': templates }, spec });
}

const names = (list: JsonObject[] | undefined): string[] => (list ?? []).map((one) => one.name);

const GATEWAY = asking('gateway', { containers: [{ name: 'istio-proxy', image: 'auto', ports: [{ containerPort: 8080 }], env: [{ name: 'A', value: 'b' }] }] });

describe('a gateway', () => {
  const { metadata, spec } = inject(GATEWAY).spec.template;
  const [proxy] = spec.containers;

  test('is its own container, with the proxy\'s image, arguments and ports put into it', () => {
    expect(names(spec.containers)).toEqual(['istio-proxy']);
    expect(spec.initContainers).toBeUndefined();
    expect(proxy.image).toBe('example.com/istio/proxyv2:1');
    expect(proxy.args.slice(0, 4)).toEqual(['proxy', 'router', '--domain', '$(POD_NAMESPACE).svc.cluster.local']);
    expect(proxy.ports).toEqual([{ containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' }, { containerPort: 8080 }]);
    expect(proxy.env.find((one: JsonObject) => one.name === 'A')).toEqual({ name: 'A', value: 'b' });
    expect(proxy.env.find((one: JsonObject) => one.name === 'ISTIO_META_POD_PORTS').value).toBe('[\n    {"containerPort":8080}\n]');
  });

  test('may listen below 1024 without root, unless the values say otherwise', () => {
    expect(spec.securityContext).toEqual({ sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] });
    const other = inject(GATEWAY, settingsWith({ gateways: { securityContext: { runAsUser: 5 } } }));
    expect(other.spec.template.spec.securityContext).toEqual({ runAsUser: 5 });
  });

  test('has the labels of a workload, and not those of captured traffic', () => {
    expect(metadata.labels).toEqual({ 'app': 'web', 'service.istio.io/canonical-name': 'web', 'service.istio.io/canonical-revision': 'latest' });
    expect(Object.keys(metadata.annotations).sort()).toEqual([
      'inject.istio.io/templates', 'istio.io/rev', 'prometheus.io/path', 'prometheus.io/port', 'prometheus.io/scrape', 'proxy.istio.io/overrides',
      'sidecar.istio.io/status',
    ]);
    expect(JSON.parse(metadata.annotations['sidecar.istio.io/status']).containers).toEqual(['istio-proxy']);
  });
});

describe('a gRPC client', () => {
  test('gets an agent, and finds in its own containers where the agent\'s files are', () => {
    const { spec, metadata } = inject(asking('grpc-agent')).spec.template;
    expect(names(spec.containers)).toEqual(['app', 'istio-proxy']);
    expect(spec.containers[0].env).toEqual([
      { name: 'GRPC_XDS_EXPERIMENTAL_SECURITY_SUPPORT', value: 'true' },
      { name: 'GRPC_XDS_BOOTSTRAP', value: '/etc/istio/proxy/grpc-bootstrap.json' },
    ]);
    expect(names(spec.containers[0].volumeMounts)).toEqual(['istio-data', 'istio-xds', 'workload-certs']);
    expect(spec.containers[1].env.find((one: JsonObject) => one.name === 'DISABLE_ENVOY')).toEqual({ name: 'DISABLE_ENVOY', value: 'true' });
    expect(metadata.annotations['sidecar.istio.io/rewriteAppHTTPProbers']).toBe('false');
  });

  test('gets a file that leads it to istiod, and no proxy, where it asks for no more', () => {
    const { spec } = inject(asking('grpc-simple')).spec.template;
    expect([names(spec.initContainers), names(spec.containers), names(spec.volumes)]).toEqual([['grpc-bootstrap-init'], ['app'], ['grpc-io-proxyless-bootstrap']]);
    const script: string = spec.initContainers[0].command[2];
    const json = script.slice(script.indexOf('{\n'), script.lastIndexOf('}') + 1).replace(/'\$\{(\w+)\}'/g, '$1');
    expect(JSON.parse(json)).toEqual({
      xds_servers: [{ server_uri: 'SERVER_URI', channel_creds: [{ type: 'insecure' }], server_features: ['xds_v3'] }],
      node: { id: 'NODE_ID', metadata: { GENERATOR: 'grpc' } },
    });
  });
});

test.each(['gateway', 'grpc-agent', 'grpc-simple', 'sidecar,grpc-simple'])('injecting what "%s" made changes nothing', (templates) => {
  const once = inject(templates === 'gateway' ? GATEWAY : asking(templates));
  expect(inject(once)).toEqual(once);
});

test('several templates are laid over the pod in their order; the same one twice changes nothing more', () => {
  const both = inject(asking('sidecar, grpc-simple')).spec.template;
  expect([names(both.spec.initContainers), names(both.spec.containers)]).toEqual([['grpc-bootstrap-init', 'istio-init'], ['app', 'istio-proxy']]);
  const status = (object: JsonObject): JsonObject => ({ ...object.spec.template.metadata.annotations, 'inject.istio.io/templates': '' });
  expect(status(inject(asking('sidecar,sidecar')))).toEqual(status(inject(asking('sidecar'))));
});

test('the values may give every pod another template than the sidecar', () => {
  const settings = settingsWith({ sidecarInjectorWebhook: { defaultTemplates: ['grpc-simple'] } });
  expect(names(inject(deployment(), settings).spec.template.spec.containers)).toEqual(['app']);
});

test.each([
  [{ defaultTemplates: ['none'] }, undefined,
    'Value sidecarInjectorWebhook.defaultTemplates asks for the template "none", which there is not. Choose from: sidecar, gateway, grpc-simple, grpc-agent.'],
  [{ templates: { spire: '{}' } }, 'gateway,spiffe',
    'Annotation inject.istio.io/templates asks for the template "spiffe", which there is not. Choose from: sidecar, gateway, grpc-simple, grpc-agent, spire.'],
])('a template that there is not is refused: %j, asked for by %s', (sidecarInjectorWebhook, templates, message) => {
  const object = templates === undefined ? deployment() : asking(templates);
  expect(() => inject(object, settingsWith({ sidecarInjectorWebhook }))).toThrow(new Error(message));
});

test('istiod is served every template that is injected here', () => {
  expect(Object.keys(webhookTemplates())).toEqual([
    'sidecar', 'gateway', 'grpc-simple', 'grpc-agent', 'kube-gateway', 'waypoint', 'agentgateway', 'agentgateway-waypoint',
  ]);
});
