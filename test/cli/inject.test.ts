import { cli, objects } from './cli';

const DEPLOYMENT = `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    metadata:
      labels:
        app: web # its name
      annotations: # of the team
        prometheus.io/scrape: 'true'
        prometheus.io/port: "8080"
    spec:
      containers:
        - name: app
          image: example.com/app:1 # the application
          ports: [{ containerPort: 8080, name: http }]
          readinessProbe:
            httpGet:
              port: http # by name
              path: /ok
`;
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n';

const inject = (text: string, ...argv: string[]): ReturnType<typeof cli> => cli(['inject', '-f', 'app.yaml', ...argv], { 'app.yaml': text });

describe('inject --remove', () => {
  const PLAIN = DEPLOYMENT.replace(/ {6}annotations[^]*?8080"\n/, '');

  test.each([
    ['a workload', PLAIN],
    ['several documents, comments and what is no workload', `${SERVICE}---\n${PLAIN}---\n# end\n`],
    ['a document without an end of its last line', PLAIN.slice(0, -1)],
    ['a pod of the node\'s own network, which was left alone', PLAIN.replace('spec:\n      containers', 'spec:\n      hostNetwork: true\n      containers')],
    ['lines that end as on Windows', PLAIN.replaceAll('\n', '\r\n')],
    ['named ports of probes, and annotations for Prometheus', DEPLOYMENT],
    ['quotes that were not needed', DEPLOYMENT.replace('path: /ok', 'path: "/ok" # as "/ok"').replace('"8080"', '\'8080\'')],
    ['quotes that were not needed, with lines that end as on Windows', DEPLOYMENT.replace('/ok', '\'/ok\'').replaceAll('\n', '\r\n')],
    ['a field with its comment that the injection takes away', DEPLOYMENT.replace('prometheus.io/port', 'prometheus.istio.io/scrape-targets: "8080:/metrics" # all\n        prometheus.io/port')],
    ['braces and brackets', DEPLOYMENT.replace(/readinessProbe:[^]*/, 'readinessProbe: {httpGet:   {port: "http", path: \'/ok\'}} # flow\n')],
    ['annotations in braces', DEPLOYMENT.replace(/annotations:[^]*?"8080"/, 'annotations: { \'prometheus.io/port\':   "8080",\n         prometheus.io/scrape: "true" }')],
    ['anchors, aliases and keys that are merged', DEPLOYMENT.replace('spec:\n  template', 'spec:\n  selector: {matchLabels: &labels {app: "web"}}\n  template').replace('labels:\n        app: web # its name', 'labels:   *labels')],
    ['text of several lines, and blank lines', DEPLOYMENT.replace('        prometheus.io/scrape', '\n        note: >+\n          one\n\n        prometheus.io/scrape').replace('path: /ok', 'path: >-\n                /ok\n\n')],
    ['letters that end lines for some readers', DEPLOYMENT.replace('path: /ok', 'path:   "/ok" # \u2028 \u0085')],
    ['a List', `apiVersion: v1\nkind: List\nitems:\n- ${PLAIN.slice(12).replace(/^./gm, '  $&').trimStart().replaceAll('/ok', '"/ok"')}`],
  ])('gives back letter for letter, of injecting once and twice: %s', (_, given) => {
    const injected = inject(given).out;
    expect(inject(injected).out).toBe(injected);
    expect(inject(injected, '--remove')).toEqual({ code: 0, out: given, err: '', written: {} });
  });

  test('records lines only where they would come out otherwise', () => {
    expect(inject(PLAIN).out).not.toContain('"lines"');
    expect(inject(PLAIN.replace('path: /ok', 'path: "/ok"')).out).toContain('"lines":[[');
  });

  test('keeps what was changed since', () => {
    const injected = inject(PLAIN).out.replace('example.com/app:1', 'example.com/app:2');
    const [{ spec }] = objects(inject(injected, '--remove').out);
    expect(spec.template.spec.containers).toEqual([expect.objectContaining({ name: 'app', image: 'example.com/app:2' })]);
  });

  test('gives back the quotes of one line where another was changed since', () => {
    const given = PLAIN.replace('path: /ok', 'path: "/ok"');
    const since = (text: string): string => text.replace('example.com/app:1', 'example.com/app:2').replace('      labels:', '      # More of them.\n      labels:\n        tier: front');
    expect(inject(since(inject(given).out), '--remove').out).toBe(since(given));
  });

  test('injecting once more keeps the record of what was first', () => {
    const twice = inject(inject(DEPLOYMENT).out).out;
    expect(twice).toBe(inject(DEPLOYMENT).out);
    expect(objects(inject(twice, '--remove').out)).toEqual(objects(DEPLOYMENT));
  });

  test('goes by the notes of the injector where there is no record', () => {
    const without = inject(DEPLOYMENT).out.replace(/# For cdk8s-istio[^\n]*\n/, '');
    const [{ spec }] = objects(inject(without, '--remove').out);
    expect(spec.template.metadata).toEqual({ labels: { app: 'web' }, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080' } });
    expect(spec.template.spec).toEqual({
      containers: [{
        name: 'app', image: 'example.com/app:1', ports: [{ containerPort: 8080, name: 'http' }], readinessProbe: { httpGet: { port: 8080, path: '/ok' } },
      }],
    });
  });

  test('a record that was broken is named, and how to go on without it', () => {
    expect(inject(inject(PLAIN).out.replace('--remove: {', '--remove: '), '--remove').err).toBe(
      'error: The record of what the document was before, in the comment at its end, cannot be read. Remove the comment, and the proxy is taken out without it.\n');
  });
});

describe('inject --explain', () => {
  const namespace = (labels: string): string => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: ${labels}\n---\n`;
  const bad = DEPLOYMENT.replace('prometheus.io/scrape: \'true\'', 'sidecar.istio.io/interceptionMode: MAYBE');

  test('says as text which rule decided, what it read, and by which revision', () => {
    expect(inject(namespace('{istio.io/rev: prod}') + DEPLOYMENT, '--explain', '--as-webhook', '-r', 'canary', '--set', 'values.revisionTags[0]=prod').out).toBe([
      'Deployment shop/web: injected by revision "prod" with sidecar',
      '  because namespace "shop" says istio.io/rev: "prod"',
      '  decided by namespace label istio.io/rev: prod',
      '',
    ].join('\n'));
    expect(inject(namespace('{istio-injection: disabled}') + bad, '--explain', '--as-webhook').out).toBe([
      'Deployment shop/web: not injected',
      '  because namespace "shop" says istio-injection: "disabled"',
      '  decided by namespace label istio-injection: disabled',
      '',
    ].join('\n'));
    expect(inject(bad, '--explain').out).toBe([
      'Deployment shop/web: injected by revision "default" with sidecar',
      '  because namespace "shop" is enrolled',
      '  refused: Annotation sidecar.istio.io/interceptionMode is "MAYBE". It takes REDIRECT, TPROXY or NONE.',
      '',
    ].join('\n'));
  });

  test('says as JSON where each stands, items of Lists too', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { 'sidecar.istio.io/inject': 'false' } }, spec: { containers: [] } };
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod, { kind: 'Service' }] });
    expect(JSON.parse(inject(`${SERVICE}---\n${list}\n`, '--explain', '--format', 'json', '-n', 'mine').out)).toEqual([{
      file: 'app.yaml',
      line: 5,
      kind: 'Pod',
      namespace: 'mine',
      name: 'a',
      injected: false,
      rule: 'pod-label',
      reason: 'the pod says sidecar.istio.io/inject: "false"',
      by: { kind: 'pod-label', name: 'sidecar.istio.io/inject', value: 'false' },
      templates: [],
      refused: [],
    }]);
    expect(inject(SERVICE, '--explain', '--format', 'json').out).toBe('[]\n');
  });
});

describe('a stream', () => {
  const broken = `${DEPLOYMENT}---\nkind: A\n  b: [\n---\n${SERVICE}`;

  test('is given up to a document that is broken, which is named with its line and column', () => {
    const { code, out, err } = inject(broken);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: app\.yaml:25:7: .*Correct the YAML\.\n$/);
    expect(out).toBe(`${inject(DEPLOYMENT).out}---\n`);
  });

  test('is not written to a file that it cannot fill', () => {
    expect(inject(broken, '-o', 'out.yaml').written).toEqual({});
  });
});

describe('files of a control plane', () => {
  const FILES = { 'app.yaml': DEPLOYMENT, 'mesh.yaml': 'defaultConfig: {concurrency: 3}\n', 'config.yaml': 'templates: {sidecar: x}\npolicy: disabled\n' };
  const values = { global: { hub: 'h', tag: 't', proxy: { statusPort: 0, resources: {} }, logging: {}, sts: {}, sds: { token: {} }, multiCluster: {}, proxy_init: {} }, pilot: { cni: {}, env: {} }, gateways: {}, sidecarInjectorWebhook: {}, revision: '' };
  const run = (...argv: string[]): ReturnType<typeof cli> => cli(['inject', '-f', 'app.yaml', ...argv], { ...FILES, 'values.json': JSON.stringify(values) });
  const proxyOf = (out: string): any => objects(out)[0].spec.template.spec.containers[1];

  test('stand in for what --set would say', () => {
    const proxy = proxyOf(run('--meshConfigFile', 'mesh.yaml', '--valuesFile', 'values.json').out);
    expect(proxy.image).toBe('h/proxyv2:t');
    expect(proxy.env.find(({ name }: any) => name === 'PROXY_CONFIG').value).toBe('{"concurrency":3}\n');
  });

  test('the installer\'s file wins over them', () => {
    const operator = 'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec:\n  tag: 9.9.9\n';
    const { out } = cli(['inject', '-f', 'app.yaml', '--operatorFileName', 'iop.yaml', '--valuesFile', 'values.json'], { ...FILES, 'iop.yaml': operator });
    expect(proxyOf(out).image).toBe('registry.istio.io/release/proxyv2:9.9.9');
  });

  test('the configuration of the injector decides for the webhook, not for the command line', () => {
    const { out, err } = run('--injectConfigFile', 'config.yaml', '--explain', '--as-webhook');
    expect(out).toContain('because the policy global.proxy.autoInject is "disabled"');
    expect(err).toBe('');
    expect(run('--injectConfigFile', 'config.yaml', '--explain').out).toContain('injected by revision "default"');
  });

  test('templates of the injector\'s configuration are run, and so is a file that is a template itself', () => {
    const template = 'metadata: {labels: {of: {{ .DeploymentMeta.Name | toJson }}}}\n';
    const labels = (config: string): string | undefined =>
      /of: (.*)/.exec(cli(['inject', '-f', 'app.yaml', '--injectConfigFile', 'own.yaml'], { ...FILES, 'own.yaml': config }).out)?.[1];
    expect(labels(`templates:\n  sidecar: ${JSON.stringify(template)}\n`)).toBe('web');
    expect(labels(template)).toBe('web');
  });

  test('a file that is neither is refused by its name', () => {
    expect(run('--injectConfigFile', 'mesh.yaml').err).toBe(
      'error: mesh.yaml is neither a configuration with "templates" nor a template. Give the key "config" of the ConfigMap istio-sidecar-injector.\n');
  });
});

describe('ProxyConfigs of the stream', () => {
  const CONFIG = 'apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: web, namespace: shop}\nspec: {concurrency: 3}\n';
  const told = (out: string): string => objects(out).at(-1).spec.template.spec.containers.at(-1).env.find(({ name }: { name: string }) => name === 'PROXY_CONFIG').value;

  test('hold for the workloads behind them as for istiod\'s webhook, also from within a List', () => {
    expect(told(inject(`${CONFIG}---\n${DEPLOYMENT}`, '--as-webhook').out)).toBe('{"concurrency":3}\n');
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${CONFIG.trimEnd().replaceAll('\n', '\n  ')}\n`;
    expect(told(inject(`${list}---\n${DEPLOYMENT}`, '--as-webhook').out)).toBe('{"concurrency":3}\n');
  });

  test('are not known to the command line of Istio', () => {
    expect(told(inject(`${CONFIG}---\n${DEPLOYMENT}`).out)).toBe('{}\n');
  });
});
