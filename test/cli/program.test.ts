import { cli, objects } from './cli';
import { run } from '../../src/cli/program';

const DEPLOYMENT = `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: app # the application
          image: example.com/app:1
`;

describe('manifest', () => {
  test('prints the default profile', () => {
    const { code, out, err } = cli(['manifest']);
    const names = objects(out).map((object) => `${object.kind}/${object.metadata.name}`);
    expect({ code, err, count: names.length }).toEqual({ code: 0, err: '', count: 39 });
    expect(names).toContain('Deployment/istio-ingressgateway');
  });

  test('--set and --revision decide the profile, the images and the names', () => {
    const { out } = cli(['manifest', '--set', 'profile=minimal', '-s', 'hub=example.com/istio', '--set', 'tag=1.2.3', '--revision', 'canary']);
    const deployments = objects(out).filter((object) => object.kind === 'Deployment');
    expect(deployments.map((object) => [object.metadata.name, object.spec.template.spec.containers[0].image])).toEqual(
      [['istiod-canary', 'example.com/istio/pilot:1.2.3']]);
  });

  test.each([
    [['--set', 'tga=1.2.3'], 'There is no setting "tga" (tga=1.2.3). Did you mean "tag"? '
      + 'These can be set: compatibilityVersion, components, hub, meshConfig, namespace, profile, revision, tag, unvalidatedValues, values.'],
    [['--set', 'tag'], '"tag" is not a setting. Write path=value, such as tag=1.31.4.'],
    [['--set', 'tag='], '"" is not a value for "tag". Give one word, such as 1.31.4.'],
    [['--set', 'profile=ambeint'], 'There is no profile "ambeint". Did you mean "ambient"? Use one of: default, ambient, demo, empty, minimal, openshift, openshift-ambient, preview, remote, stable.'],
    [['--revision', 'Canary!'], '"Canary!" is not a name for a revision. Use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends, such as "1-31-4" or "canary".'],
    [['-f', 'operator.yaml'], 'operator.yaml cannot be read: no such file. Give a file of the installer, or - for standard input.'],
    [['--cluster-specific'], 'The option --cluster-specific is not supported. No cluster is asked: leave it out.'],
    [['--context', 'prod'], 'The option --context is not supported. No cluster is asked: leave it out.'],
  ])('%j is refused by name', (argv, message) => {
    expect(cli(['manifest', ...argv])).toEqual({ code: 2, out: '', err: `error: ${message}\n`, written: {} });
  });
});

test('manifest writes to a file where it is asked to', () => {
  const { code, out, written } = cli(['manifest', '--set', 'profile=minimal', '-o', 'istio.yaml']);
  expect([code, out, objects(written['istio.yaml']).length]).toEqual([0, '', 33]);
});

test('a file that cannot be written is named', () => {
  expect(cli(['manifest', '--set', 'profile=minimal', '-o', 'nowhere/istio.yaml'])).toEqual({
    code: 2, out: '', err: 'error: nowhere/istio.yaml cannot be written: no such folder. Give a file in a folder that exists.\n', written: {},
  });
});

describe('inject', () => {
  test('gives workloads their proxy, and leaves everything else as it was', () => {
    const service = '---\n# Untouched.\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n';
    const { code, out, err } = cli(['inject', '-f', 'app.yaml'], { 'app.yaml': DEPLOYMENT + service });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.endsWith(service)).toBe(true);
    expect(out).toContain('# The shop.\n');
    expect(out).toContain('name: app # the application\n');
    const { spec } = objects(out)[0].spec.template;
    expect(spec.containers.map((container: any) => container.name)).toEqual(['app', 'istio-proxy']);
    expect(spec.initContainers.map((container: any) => container.name)).toEqual(['istio-init']);
  });

  test('twice gives what once gives', () => {
    const once = cli(['inject', '-f', '-'], { '-': DEPLOYMENT }).out;
    expect(cli(['inject', '-f', '-'], { '-': once }).out).toBe(once);
  });

  test('says on the side which workload it left out, and why', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: host\nspec:\n  hostNetwork: true\n  containers: []\n';
    expect(cli(['inject', '-f', '-'], { '-': pod })).toEqual({
      code: 0, out: pod, err: 'Pod "host" is not injected: the pod uses hostNetwork: its traffic cannot be captured\n', written: {},
    });
  });

  test('writes to a file where it is asked to', () => {
    const { out, written } = cli(['inject', '-f', 'app.yaml', '-o', 'out.yaml'], { 'app.yaml': DEPLOYMENT });
    expect(out).toBe('');
    expect(Object.keys(written)).toEqual(['out.yaml']);
  });

  test.each([
    [[], "error: required option '-f, --filename <file>' not specified\n"],
    [['-f', 'nowhere.yaml'], 'error: nowhere.yaml cannot be read: no such file. Give a file with Kubernetes objects, or - for standard input.\n'],
    [['-f', 'app.yaml', '--meshConfigFile', 'm.yaml'], 'error: m.yaml cannot be read: no such file. Give the mesh configuration, or - for standard input.\n'],
    [['-f', 'app.yaml', '--webhookConfig', 'x'], 'error: The option --webhookConfig names something in a cluster, and none is asked. '
      + 'Give --meshConfigFile, --valuesFile and --injectConfigFile, or say with --set what is installed.\n'],
    [['-f', 'app.yaml', '--remove', '--explain'], 'error: The options --remove and --explain ask for two things. Give one of them.\n'],
    [['-f', 'app.yaml', '--set', 'tag=1', '--valuesFile', 'app.yaml'], 'error: The options --set and --valuesFile both say what is installed. Give one of them.\n'],
    [['-f', 'app.yaml', '-o', 'nowhere/x.yaml'], 'error: nowhere/x.yaml cannot be written: no such folder. Give a file in a folder that exists.\n'],
  ])('%j ends with code 2', (argv, err) => {
    expect(cli(['inject', ...argv], { 'app.yaml': DEPLOYMENT })).toEqual({ code: 2, out: '', err, written: {} });
  });

  test('an annotation that the injector refuses is named with its place and what it takes', () => {
    const pod = '\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    sidecar.istio.io/interceptionMode: MAYBE\nspec:\n  containers: []\n';
    expect(cli(['inject', '-f', 'app.yaml'], { 'app.yaml': pod }).err).toBe(
      'error: app.yaml:2: Pod "web": Annotation sidecar.istio.io/interceptionMode is "MAYBE". It takes REDIRECT, TPROXY or NONE.\n');
  });
});

describe('a workload whose fields have another type than Kubernetes gives them', () => {
  const refused = (text: string): string => cli(['inject', '-f', 'app.yaml'], { 'app.yaml': text }).err;
  const head = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n';

  test.each([
    ['spec: 5\n', 5, 'spec is 5. Give a map.'],
    ['spec:\n  template: [1]\n', 6, 'spec.template is [1]. Give a map.'],
    ['spec:\n  template:\n    spec: run\n', 7, 'spec.template.spec is "run". Give a map.'],
    ['spec:\n  template:\n    metadata:\n      labels:\n        version: 1.10\n', 9,
      'spec.template.metadata.labels.version is 1.1. Kubernetes takes text here: put it in quotes.'],
    ['spec:\n  template:\n    metadata:\n      annotations:\n        sidecar.istio.io/inject: true\n', 9,
      'spec.template.metadata.annotations["sidecar.istio.io/inject"] is true. Kubernetes takes text here: put it in quotes.'],
    ['spec:\n  template:\n    spec:\n      containers: app\n', 8, 'spec.template.spec.containers is "app". Give a list.'],
    ['spec:\n  template:\n    spec:\n      containers:\n      - name: app\n      - sleep\n', 10, 'spec.template.spec.containers[1] is "sleep". Give a map.'],
    ['spec:\n  template:\n    spec:\n      containers:\n      - name: app\n        ports: {http: 80}\n', 10,
      'spec.template.spec.containers[0].ports is {"http":80}. Give a list.'],
    ['spec:\n  template:\n    spec:\n      containers:\n      - name: app\n        readinessProbe: /ready\n', 10,
      'spec.template.spec.containers[0].readinessProbe is "/ready". Give a map.'],
  ])('is refused at its line: %j', (rest, line, message) => {
    expect(refused(head + rest)).toBe(`error: app.yaml:${line}: Deployment "web": ${message}\n`);
  });

  test('is refused in a List as well', () => {
    expect(refused('apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n  spec: none\n')).toBe(
      'error: app.yaml:7: List "": item 1, Pod "a": spec is "none". Give a map.\n');
  });

  test('is left alone where it is no workload', () => {
    const text = 'apiVersion: example.com/v1\nkind: Deployment\nspec: 5\n';
    expect(cli(['inject', '-f', 'app.yaml'], { 'app.yaml': text })).toEqual({ code: 0, out: text, err: '', written: {} });
  });
});

test('the items of a List are injected one by one, and keep their comments', () => {
  const list = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a # the first\n  spec:\n    containers: []\n'
    + '- apiVersion: v1\n  kind: Pod\n  metadata: {name: b}\n  spec:\n    hostNetwork: true\n    containers: []\n';
  const { code, out, err } = cli(['inject', '-f', '-'], { '-': list });
  expect({ code, err }).toEqual({ code: 0, err: 'Pod "b" is not injected: the pod uses hostNetwork: its traffic cannot be captured\n' });
  expect(out).toContain('name: a # the first\n');
  expect(objects(out)[0].items.map((item: any) => item.spec.containers.length)).toEqual([1, 0]);
});

test('the selector stays as it was, also where it repeats the labels of the pods by an alias', () => {
  const text = `${DEPLOYMENT.replace('labels:\n', 'labels: &labels\n')}  selector:\n    matchLabels: *labels\n`;
  const [{ spec }] = objects(cli(['inject', '-f', '-'], { '-': text }).out);
  expect(spec.selector).toEqual({ matchLabels: { app: 'web' } });
  expect(spec.template.metadata.labels['security.istio.io/tlsMode']).toBe('istio');
});

describe('the program', () => {
  test('tells a fault of its own from bad input', () => {
    let err = '';
    const code = run(['inject', '-f', '-'], {
      out: () => { throw new TypeError('x is not a function'); },
      err: (text) => { err += text; },
      read: () => 'kind: A\n',
      readPieces: () => ['kind: A\n'],
      write: () => undefined,
      writePieces: () => undefined,
      folder: () => [],
    });
    expect(code).toBe(70);
    expect(err).toMatch(/^This is a fault in cdk8s-istio, not in what it was given\. Please report it with the lines below\.\nx is not a function\nTypeError: /);
  });

  test('shows what it can do when it is called without a command', () => {
    const { code, out } = cli([]);
    expect(code).toBe(0);
    expect(out).toContain('Usage: cdk8s-istio [options] [command]');
  });

  test.each(['manifest', 'inject'])('%s --help shows an example', (command) => {
    const { code, out } = cli([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\\nExamples?:\\n  cdk8s-istio ${command} `));
  });

  test.each(['analyze', 'explain', 'graph', 'import', 'diff'])('%s comes later, and says so', (command) => {
    expect(cli([command, 'app.yaml'])).toEqual(
      { code: 2, out: '', err: `error: "${command}" comes in a later release. These work now: manifest, inject, gateways.\n`, written: {} });
  });

  test('a misspelt command is answered with the nearest', () => {
    expect(cli(['manifset'])).toEqual({ code: 2, out: '', err: "error: unknown command 'manifset'\n(Did you mean manifest?)\n", written: {} });
  });

  test('prints its version', () => {
    expect(cli(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
