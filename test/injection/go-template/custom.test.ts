import { injectObject } from '../../../src/injection';
import { JsonObject } from '../../../src/reference/json';
import { deployment, settingsWith } from '../fixtures';

function injected(template: string, object = deployment({ annotations: { 'inject.istio.io/templates': 'own' } }), values: JsonObject = {}): JsonObject {
  const settings = settingsWith({ sidecarInjectorWebhook: { templates: { own: template } }, ...values });
  return injectObject(object, settings, { name: 'shop' }).object.spec.template;
}

const annotation = (expression: string, object?: JsonObject, values?: JsonObject): string =>
  injected(`metadata: {annotations: {out: {{ ${expression} | toJson }}}}`, object, values).metadata.annotations.out;

test('a template of the user\'s is laid over the pod, containers by name', () => {
  const { spec } = injected(`
spec:
  containers:
  {{- range .Spec.Containers }}
  - name: {{ .Name }}
    env: [{name: ADDED, value: "true"}]
  {{- end }}
  volumes: [{name: more, emptyDir: {}}]`);
  expect(spec.containers[0]).toMatchObject({ name: 'app', image: 'example.com/app:1', env: [{ name: 'ADDED', value: 'true' }] });
  expect(spec.volumes).toEqual([{ name: 'more', emptyDir: {} }]);
});

test('templates are laid over each other in the order in which the pod asks for them', () => {
  const object = deployment({ annotations: { 'inject.istio.io/templates': 'sidecar,own' } });
  const { spec } = injected('spec: {containers: [{name: istio-proxy, image: own, env: [{name: POD_NAME, $patch: delete}]}]}', object);
  const proxy = spec.containers.find(({ name }: JsonObject) => name === 'istio-proxy');
  expect(proxy.image).toBe('own');
  expect(proxy.args[0]).toBe('proxy');
  expect(proxy.env.some(({ name }: JsonObject) => name === 'POD_NAME')).toBe(false);
});

test('a template of the user\'s stands in for one of the same name', () => {
  const settings = settingsWith({ sidecarInjectorWebhook: { templates: { sidecar: 'metadata: {labels: {own: "yes"}}' } } });
  const { metadata, spec } = injectObject(deployment(), settings, { name: 'shop' }).object.spec.template;
  expect(metadata.labels.own).toBe('yes');
  expect(spec.containers).toHaveLength(1);
});

test.each([
  ['.DeploymentMeta.Name', 'web'],
  ['.TypeMeta.Kind', 'Deployment'],
  ['(index .Spec.Containers 0).Ports | len | toString', '1'],
  ['(index (index .Spec.Containers 0).Ports 0).ContainerPort | toString', '8080'],
  ['.ObjectMeta.Labels.app', 'web'],
  ['annotation .ObjectMeta "none" .Values.global.proxy.logLevel', 'warning'],
  ['.ProxyConfig.DiscoveryAddress', 'istiod.istio-system.svc:15012'],
  ['.ProxyConfig.InterceptionMode.String', 'REDIRECT'],
  ['.ProxyConfig.StatusPort | toString', '15020'],
  ['.ProxyConfig.GetTracing.GetZipkin.GetAddress', ''],
  ['.ProxyConfig.HoldApplicationUntilProxyStarts.GetValue | toString', 'false'],
  ['formatDuration .ProxyConfig.DrainDuration', '45s'],
  ['includeInboundPorts .Spec.Containers', '8080'],
  ['structToJSON (index (index .Spec.Containers 0).Ports 0)', '{"name":"http","containerPort":8080}'],
  ['toYaml (dict "a" (list "b"))', 'a:\n- b\n'],
  ['mergeMaps (strdict "a" "b") (omit .ObjectMeta.Labels "app") | toJSON', '{"a":"b"}'],
  ['env "OWN" "none"', 'none'],
  ['indent 2 "a\\nb"', 'a\n  b'],
])('templates see the pod and the mesh: %s is %j', (expression, value) => {
  expect(annotation(expression)).toBe(value);
});

test('a template that does not render names itself, the line and the action', () => {
  expect(() => injected('metadata:\n  labels:\n    a: {{ .Values.global.hub.deeper }}\n')).toThrow(
    'Template "own", line 3, {{ .Values.global.hub.deeper }}: ".deeper" is asked of a string, which has no fields.');
  expect(() => injected('{{ .Spec.Container }}')).toThrow('Template "own", line 1, {{ .Spec.Container }}: a v1.PodSpec has no field "Container".');
  expect(() => injected('{{ if }}')).toThrow('Template "own", line 1, {{ if }}: a value or a function is missing.');
});

test('a template that does not write a pod says what it writes', () => {
  expect(() => injected('metadata: {labels: [')).toThrow(/^Template "own" does not write YAML: .*, where it wrote: metadata: \{labels: \[\.$/);
  expect(() => injected('just text')).toThrow('Template "own" writes "just text", which is no map. Let it write fields of a pod.');
  expect(() => injected('spec: {containers: [{name: app, env: [{name: A, value: true}]}]}')).toThrow(
    'Template "own" writes a pod that Kubernetes does not know: spec.containers[0].env[0].value is true, and must be a text: put it into quotes.');
});
