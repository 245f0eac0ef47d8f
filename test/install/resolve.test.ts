import { injectionSettings, resolveInstall } from '../../src/install';
import { merge } from '../../src/install/values/tree';
import { fc } from '../properties';

test('with nothing asked for, the default profile of the release is installed', () => {
  const { profile, revision, namespace, charts, values } = resolveInstall();
  expect({ profile, revision, namespace, charts: charts.map(({ chart }) => chart), hub: values.global.hub, tag: values.global.tag }).toEqual({
    profile: 'default',
    revision: 'default',
    namespace: 'istio-system',
    charts: ['base', 'istiod', 'istio-ingress'],
    hub: 'registry.istio.io/release',
    tag: '1.31.4',
  });
});

describe('who wins', () => {
  test('a setting over values, and the later setting over the earlier one', () => {
    const { values } = resolveInstall({
      values: { pilot: { autoscaleMin: 2, autoscaleMax: 9 } },
      set: ['values.pilot.autoscaleMin=3', 'values.pilot.autoscaleMin=4'],
    });
    expect([values.autoscaleMin, values.autoscaleMax]).toEqual([4, 9]);
  });

  test('the value itself over the short form, wherever they stand', () => {
    const { values } = resolveInstall({ set: ['values.global.hub=exact.example.com', 'hub=short.example.com'] });
    expect(values.global.hub).toBe('exact.example.com');
  });

  test('a field of meshConfig over that of values.meshConfig, and both over what follows from other values', () => {
    const { meshConfig } = resolveInstall({
      set: ['values.meshConfig.trustDomain=a', 'meshConfig.trustDomain=b', 'values.meshConfig.accessLogFile=/dev/stdout', 'meshConfig.rootNamespace=r', 'values.global.meshID=m'],
      meshConfig: { defaultConfig: { meshId: 'own' } },
    });
    expect([meshConfig.trustDomain, meshConfig.accessLogFile, meshConfig.rootNamespace, meshConfig.defaultConfig.meshId]).toEqual(['b', '/dev/stdout', 'r', 'own']);
  });

  test('a setting of the profile over the profile of the request', () => {
    expect(resolveInstall({ profile: 'minimal', set: ['profile=default'] }).profile).toBe('default');
  });

  test('an empty profile or revision is the default one, as where a script has nothing to say', () => {
    const { profile, revision } = resolveInstall({ set: ['profile=demo', 'profile=', 'revision='] });
    expect([profile, revision]).toEqual(['default', 'default']);
  });

  test('the revision of the request over that of the settings, unless it is the default', () => {
    expect(resolveInstall({ revision: 'blue', set: ['revision=green'] }).revision).toBe('blue');
    expect(resolveInstall({ revision: 'default', set: ['revision=green'] }).revision).toBe('green');
    expect(resolveInstall({ revision: 'default' }).revision).toBe('default');
  });

  test('lists replace lists as a whole', () => {
    const { charts } = resolveInstall({ set: ['components.ingressGateways[0].name=a', 'components.ingressGateways[1].name=b'] });
    expect(charts.flatMap(({ gateway }) => gateway ?? [])).toEqual(['a', 'b']);
  });
});

test('istiod is told in its own values what a component says about its images', () => {
  const { values } = resolveInstall({ set: ['components.pilot.hub=h.example.com', 'components.pilot.tag=9'] });
  expect([values.hub, values.tag, values.global.tag]).toEqual(['h.example.com', 9, '1.31.4']);
});

test('the gateway of the minimal profile can be switched on by value', () => {
  const gateways = (set: string[]): (string | undefined)[] => resolveInstall({ profile: 'minimal', set }).charts.flatMap(({ gateway }) => gateway ?? []);
  expect(gateways([])).toEqual([]);
  expect(gateways(['values.gateways.istio-ingressgateway.enabled=true'])).toEqual(['istio-ingressgateway']);
});

test('nothing of an installation can be changed, and what was given may be', () => {
  const request = { meshConfig: { defaultConfig: { proxyMetadata: { A: '1' } } } };
  const installation = resolveInstall(request);
  request.meshConfig.defaultConfig.proxyMetadata.A = '2';
  expect(installation.meshConfig.defaultConfig.proxyMetadata).toEqual({ A: '1' });
  expect(() => { installation.meshConfig.trustDomain = 'x'; }).toThrow(TypeError);
  expect(() => { (installation.values.global as { hub: string }).hub = 'x'; }).toThrow(TypeError);
});

describe('the injector', () => {
  test('gets the values that its templates ask for, and no others', () => {
    const { values, revision } = injectionSettings(resolveInstall({ revision: 'canary' }));
    expect(revision).toBe('canary');
    expect(Object.keys(values).sort()).toEqual(['gateways', 'global', 'pilot', 'revision', 'sidecarInjectorWebhook']);
    expect(values.pilot).toEqual({ cni: { enabled: false, provider: 'default' }, env: {} });
  });

  test('gets the mesh configuration as it is installed', () => {
    const { meshConfig } = injectionSettings(resolveInstall({
      meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' }, defaultConfig: { concurrency: 2 } },
    }));
    expect(meshConfig).toEqual({
      defaultConfig: { concurrency: 2, discoveryAddress: 'istiod.istio-system.svc:15012' },
      defaultProviders: { metrics: ['prometheus'] },
      enablePrometheusMerge: true,
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      rootNamespace: 'istio-system',
      trustDomain: 'cluster.local',
    });
  });
});

describe('merging', () => {
  const tree = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(
    fc.integer(), fc.array(fc.integer()), fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.boolean(), fc.dictionary(fc.constantFrom('x', 'y'), fc.string()))),
  ));

  test('with nothing, or with itself, changes nothing', () => {
    fc.assert(fc.property(tree, (one) => {
      expect(merge(one, {})).toEqual(one);
      expect(merge({}, one)).toEqual(one);
      expect(merge(one, one)).toEqual(one);
    }));
  });

  test('does not depend on which two of three are merged first, where maps meet maps', () => {
    const maps = fc.dictionary(fc.constantFrom('a', 'b'), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer()));
    fc.assert(fc.property(maps, maps, maps, (one, two, three) => {
      expect(merge(merge(one, two), three)).toEqual(merge(one, merge(two, three)));
    }));
  });

  test('leaves both trees as they were, and shares nothing with them', () => {
    const below = { a: { list: [{ b: 1 }] } };
    const above = { c: { list: [{ d: 1 }] } };
    const merged = merge(below, above);
    merged.a.list[0].b = 2;
    merged.c.list[0].d = 2;
    expect([below, above]).toEqual([{ a: { list: [{ b: 1 }] } }, { c: { list: [{ d: 1 }] } }]);
  });

  test('a false, a zero and an empty text win like any other value', () => {
    expect(merge({ a: true, b: 1, c: 'x' }, { a: false, b: 0, c: '' })).toEqual({ a: false, b: 0, c: '' });
  });
});
