import { cli, objects } from './cli';

const OPERATOR = 'kind: IstioOperator\nspec:\n  profile: minimal\n  hub: example.com/istio\n';

const names = (text: string): string[] => objects(text).map(({ kind, metadata }) => `${kind}/${metadata.name}`);

describe('files of the installer', () => {
  test('say what is installed, and settings win over them', () => {
    const { code, out } = cli(['manifest', '-f', 'mesh.yaml', '--set', 'tag=1.2.3'], { 'mesh.yaml': OPERATOR });
    const [deployment] = objects(out).filter(({ kind }) => kind === 'Deployment');
    expect([code, deployment.spec.template.spec.containers[0].image]).toEqual([0, 'example.com/istio/pilot:1.2.3']);
  });

  test('may be several, each with its option or parted by commas, with standard input last', () => {
    const files = { 'a.yaml': OPERATOR, '-': 'kind: IstioOperator\nspec: {hub: last.example.com}\n' };
    const images = [['-f', 'a.yaml', '-f', '-'], ['-f', 'a.yaml,-']].map((flags) => /image: "?(last.*)\/pilot/.exec(cli(['manifest', ...flags], files).out)?.[1]);
    expect(images).toEqual(['last.example.com', 'last.example.com']);
  });

  test.each([
    [['-f', '-', '-f', 'mesh.yaml'], 'Standard input (-f -) is read last, and once. Give it after all other files.'],
    [['-f', 'none.yaml'], 'none.yaml cannot be read: no such file. Give a file of the installer, or - for standard input.'],
    [['-f', 'wrong.yaml'], 'There is no setting "components.pliot" (wrong.yaml:4). Did you mean "components.pilot"? Of "components" these can be set: base, cni, egressGateways, ingressGateways, istiodRemote, pilot, ztunnel.'],
    [['-f', '-'], 'standard input:1: kind is "Pod", not "IstioOperator". Give a file of the installer, with "kind: IstioOperator"; objects of a cluster are not read here.'],
  ])('%j is refused', (flags, message) => {
    const files = { 'mesh.yaml': OPERATOR, 'wrong.yaml': 'kind: IstioOperator\nspec:\n  components:\n    pliot: {}\n', '-': 'kind: Pod\nspec: {}\n' };
    expect(cli(['manifest', ...flags], files)).toEqual({ code: 2, out: '', err: `error: ${message}\n`, written: {} });
  });
});

describe('one component', () => {
  test('is printed alone, whatever the case of its name', () => {
    expect(names(cli(['manifest', '--component', 'ingressgateways']).out)).toEqual([
      'ServiceAccount/istio-ingressgateway-service-account',
      'Deployment/istio-ingressgateway',
      'Role/istio-ingressgateway-sds',
      'RoleBinding/istio-ingressgateway-sds',
      'HorizontalPodAutoscaler/istio-ingressgateway',
      'Service/istio-ingressgateway',
    ]);
  });

  test.each([
    [['--component', 'Pilto'], 'There is no component "Pilto". Did you mean "Pilot"? Use one of: Base, Pilot, Cni, Ztunnel, IngressGateways, EgressGateways.'],
    [['--filter', 'Cni'], 'The component "Cni" is not part of this installation, which has Base, Pilot, IngressGateways. Enable it, or choose another.'],
  ])('%j is refused', (flags, message) => {
    expect(cli(['manifest', ...flags])).toEqual({ code: 2, out: '', err: `error: ${message}\n`, written: {} });
  });
});

describe('a folder', () => {
  test('gets a file a component, named in the order to apply', () => {
    const { code, out, err, written } = cli(['manifest', '--set', 'profile=ambient', '--set', 'components.egressGateways[0].name=out', '--out', 'istio/']);
    expect([code, out, err]).toEqual([0, '', '']);
    expect(Object.keys(written)).toEqual(['istio/1-base.yaml', 'istio/2-pilot.yaml', 'istio/3-cni.yaml', 'istio/4-ztunnel.yaml', 'istio/5-egress-gateways.yaml']);
    expect(names(written['istio/4-ztunnel.yaml'])).toContain('DaemonSet/ztunnel');
  });

  test('is not touched when it is only asked what would be written', () => {
    expect(cli(['manifest', '--set', 'profile=minimal', '--out', 'istio', '--dry-run'])).toEqual({
      code: 0, out: '', err: 'istio/1-base.yaml would be written\nistio/2-pilot.yaml would be written\n', written: {},
    });
  });

  test('with files of an earlier installation is written, and they are named', () => {
    const { code, err } = cli(['manifest', '--set', 'profile=minimal', '--out', 'istio'], {}, { istio: ['1-base.yaml', '3-cni.yaml', 'README.md'] });
    expect([code, err]).toEqual([0, 'istio also holds 3-cni.yaml, which this installation has not. Who applies the folder applies them too.\n']);
  });

  test.each([
    [['--out', 'nowhere/istio'], 'The folder nowhere/istio cannot be used: no such folder. Give a folder, or the name of a new one in a folder that exists.'],
    [['--out', 'istio', '-o', 'istio.yaml'], 'The options --output and --out both say where to write: --output one file for all, --out a folder with a file a component. Give one of them.'],
    [['--dry-run'], 'Nothing is written that --dry-run could keep from being written. Give it with --output or --out.'],
  ])('%j is refused', (flags, message) => {
    expect(cli(['manifest', '--set', 'profile=minimal', ...flags])).toEqual({ code: 2, out: '', err: `error: ${message}\n`, written: {} });
  });

  test('is left alone where something cannot be rendered', () => {
    expect(cli(['manifest', '--set', 'compatibilityVersion=1.1', '--out', 'istio']).written).toEqual({});
  });
});

describe('charts by themselves', () => {
  test('take files of Helm values, the later over the earlier, below the names that guides give their releases', () => {
    const files = { 'a.yaml': 'hub: example.com/istio\ntag: "1"\nlogLevel:\n', 'b.yaml': 'tag: "2"\n', 'c.yaml': '' };
    const { code, err, written } = cli(['manifest', '--values', 'ztunnel=a.yaml', '--values', 'ztunnel=b.yaml', '--values', 'base=c.yaml', '--out', 'istio'], files);
    expect([code, err, Object.keys(written)]).toEqual([0, '', ['istio/1-base.yaml', 'istio/2-ztunnel.yaml']]);
    const [daemons] = objects(written['istio/2-ztunnel.yaml']).filter(({ kind }) => kind === 'DaemonSet');
    expect(daemons.spec.template.spec.containers[0].image).toBe('example.com/istio/ztunnel:2');
    const [account] = objects(written['istio/1-base.yaml']).filter(({ kind }) => kind === 'ServiceAccount');
    expect(account.metadata.labels['app.kubernetes.io/instance']).toBe('istio-base');
  });

  test('are installed under a name and in a namespace of one\'s own', () => {
    const { out } = cli(['manifest', '--values', 'gateway=-', '--release', 'public', '-n', 'edge'], { '-': 'service: {type: ClusterIP}\n' });
    const [service] = objects(out).filter(({ kind }) => kind === 'Service');
    expect([service.metadata.name, service.metadata.namespace, service.spec.type]).toEqual(['public', 'edge', 'ClusterIP']);
  });

  test.each([
    [['--values', 'istiod'], '"istiod" does not name a chart and a file. Write CHART=FILE, such as istiod=values.yaml.'],
    [['--values', 'istio-base=ok.yaml'], 'There is no chart "istio-base". Did you mean "base"? Use one of: base, istiod, istio-default, cni, ztunnel, gateway, istio-ingress, istio-egress.'],
    [['--values', 'cni=wrong.yaml'], 'There is no setting "ambient.enabeld" (wrong.yaml:3). Did you mean "ambient.enabled"? '],
    [['--values', 'cni=ok.yaml', '--values', 'cni=wrong.yaml'], 'There is no setting "ambient.enabeld" (wrong.yaml:3). '],
    [['--values', 'cni=list.yaml'], 'list.yaml:1: these are no values. Write a map, such as "replicaCount: 2".'],
    [['--values', 'cni=two.yaml'], 'two.yaml:3: a second document begins here. Give each file of values by itself, with --values for each.'],
    [['--values', 'cni=ok.yaml', '--set', 'hub=x'], 'The option --set says what the installer installs, and --values what a chart is rendered with: they are not mixed. Write the value into the file, or ask twice.'],
    [['--values', 'cni=ok.yaml', '--values', 'base=ok.yaml', '--release', 'x'], 'One release is one chart, and --release x would be the name of several: base, cni. Render them one by one.'],
    [['-n', 'edge'], 'The option --namespace is for charts that are rendered by themselves, with --values. Of an installation, set components.….namespace or values.global.istioNamespace.'],
  ])('%j is refused', (flags, message) => {
    const files = { 'ok.yaml': 'logging: {}\n', 'wrong.yaml': '# Ours.\nambient:\n  enabeld: true\n', 'list.yaml': '- a\n', 'two.yaml': 'a: 1\n---\nb: 2\n' };
    const { code, out, err, written } = cli(['manifest', ...flags], files);
    expect({ code, out, err: err.slice(0, message.length + 7), written }).toEqual({ code: 2, out: '', err: `error: ${message}`, written: {} });
  });
});

test.each([
  [['--force'], 'The option --force is not supported. What does not pass the checks cannot be rendered; give values of your own below unvalidatedValues.'],
  [['-d', '/charts'], 'The option --manifests is not supported. Charts are not read; the objects are those of the release that this program follows.'],
])('%j is refused with its reason', (flags, message) => {
  expect(cli(['manifest', ...flags])).toEqual({ code: 2, out: '', err: `error: ${message}\n`, written: {} });
});

test('what a chart refuses of a file of values is said to be there', () => {
  const files = { 'istiod.yaml': 'pilot:\n  image:\n', 'cni.yaml': '\ncompatibilityVersion: "1.24"\n' };
  expect(cli(['manifest', '--values', 'istiod=istiod.yaml'], files).err).toBe('error: istiod.yaml:2: The value "image" is null, and istiod cannot go without it. Leave it out, or give text.\n');
  expect(cli(['manifest', '--values', 'cni=cni.yaml'], files).err).toMatch(/^error: cni\.yaml:2: Charts have no compatibility version "1\.24" /);
});
