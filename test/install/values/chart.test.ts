import { ChartName, CHARTS } from '../../../src/install/charts';
import { chartValues } from '../../../src/install/values/chart';
import { chartDefaults } from '../../../src/install/values/defaults';
import { at, merge } from '../../../src/install/values/tree';
import { JsonObject } from '../../../src/reference/json';

const ALL = Object.keys(CHARTS) as ChartName[];

test.each(ALL)('the chart %s has its defaults where nothing is given', (chart) => {
  expect(chartValues(chart, {})).toEqual(chartDefaults(CHARTS[chart].message));
});

describe('what lies over what', () => {
  test('a profile lies over the defaults, and what is given over the profile', () => {
    const given = { profile: 'demo', pilot: { resources: { requests: { cpu: '1' } } } };
    expect(at(chartValues('istiod', {}), ['resources', 'requests'])).toEqual({ cpu: '500m', memory: '2048Mi' });
    expect(at(chartValues('istiod', { profile: 'demo' }), ['resources', 'requests'])).toEqual({ cpu: '10m', memory: '100Mi' });
    expect(at(chartValues('istiod', given), ['resources', 'requests'])).toEqual({ cpu: '1', memory: '100Mi' });
  });

  test('a platform wins over an older release, and that one over a profile', () => {
    const given = { profile: 'platform-k3s', compatibilityVersion: '1.28', platform: 'gke' };
    const { cniBinDir, cniConfDir, ambient } = chartValues('cni', given);
    expect({ cniBinDir, cniConfDir, reconcile: (ambient as JsonObject).reconcileIptablesOnStartup })
      .toEqual({ cniBinDir: '', cniConfDir: '/var/lib/rancher/k3s/agent/etc/cni/net.d', reconcile: false });
  });

  test.each([null, false, '', []])('%j replaces what lies below it', (nothing) => {
    expect(at(chartValues('istiod', { global: { proxy: nothing } }), ['global', 'proxy'])).toEqual(nothing);
  });

  test('an empty map leaves what lies below it', () => {
    expect(at(chartValues('istiod', { global: { proxy: {} } }), ['global', 'proxy'])).toEqual(at(chartValues('istiod', {}), ['global', 'proxy']));
  });

  test('profile and platform may stand below global, where what stands above them is empty', () => {
    const given = { profile: '', global: { profile: 'preview', platform: 'openshift' } };
    const values = chartValues('istiod', given);
    expect(at(values, ['meshConfig', 'defaultConfig', 'proxyMetadata'])).toEqual({ ISTIO_META_DNS_CAPTURE: 'true' });
    expect(values.trustedZtunnelNamespace).toBe('kube-system');
    expect(chartValues('istiod', { profile: 'demo', global: { profile: 'preview' } }).traceSampling).toBe(100);
  });
});

describe('the name of a component before its values', () => {
  test.each([['istiod', 'pilot', 'image'], ['cni', 'cni', 'image']] as const)('%s reads %s.%s over the value without it', (chart, prefix, name) => {
    expect(chartValues(chart, { [name]: 'plain', [prefix]: { [name]: 'prefixed' } })[name]).toBe('prefixed');
    expect(chartValues(chart, { [name]: 'plain' })[name]).toBe('plain');
  });

  test('a profile that names a component wins over what is given without the name', () => {
    expect(chartValues('istiod', { profile: 'demo', traceSampling: 5 }).traceSampling).toBe(100);
    expect(chartValues('istiod', { profile: 'demo', pilot: { traceSampling: 5 } }).traceSampling).toBe(5);
  });

  test('ztunnel by itself does not read values below its name', () => {
    expect(chartValues('ztunnel', { ztunnel: { image: 'other' } }).image).toBe('ztunnel');
  });
});

test.each(['ztunnel', 'gateway'] as const)('%s takes values below global as its own, below those without it', (chart) => {
  expect(chartValues(chart, { global: { imagePullPolicy: 'Always' } }).imagePullPolicy).toBe('Always');
  expect(chartValues(chart, { imagePullPolicy: 'Never', global: { imagePullPolicy: 'Always' } }).imagePullPolicy).toBe('Never');
});

test('what is given is left as it was, and shares nothing with the values', () => {
  const given = { profile: 'demo', global: { proxy: { resources: { requests: { cpu: '1' } } } } };
  const before = merge({}, given);
  const values = chartValues('istiod', given);
  (at(values, ['global', 'proxy', 'resources', 'requests']) as JsonObject).cpu = '2';
  expect(given).toEqual(before);
  expect(at(chartValues('istiod', { profile: 'demo' }), ['global', 'proxy', 'resources', 'requests'])).toEqual({ cpu: '10m', memory: '40Mi' });
});

describe('names that charts do not have', () => {
  test.each([
    [{ profile: 'ambeint' }, 'Charts have no profile "ambeint" (the value "profile"). Did you mean "ambient"? Use one of: ambient, demo, preview, remote, stable.'],
    [{ platform: 'aws' }, 'Charts have no platform "aws" (the value "platform"). Use one of: gke, k3d, k3s, microk8s, minikube, openshift.'],
    [
      { compatibilityVersion: '1.24' },
      'Charts have no compatibility version "1.24" (the value "compatibilityVersion"). Did you mean "1.25"? Use one of: 1.25, 1.26, 1.27, 1.28, 1.29, 1.30.',
    ],
    [{ compatibilityVersion: 1.29 }, 'The value "compatibilityVersion" is text, and 1.29 is a number. Put it in quotes: "1.29".'],
    [
      { profile: 'minimal' },
      'Charts have no profile "minimal" (the value "profile"): it says which components the installer installs. Leave it out of the values, or use one of: ambient, demo, preview, remote, stable.',
    ],
    [{ defaults: { hub: 'x' } }, 'Values below "defaults" are the chart\'s own. Set them without it: "hub", not "defaults.hub".'],
  ])('%j is refused', (given: JsonObject, message) => {
    expect(() => chartValues('istiod', given)).toThrow(new Error(message));
  });

  test('a name that every object has is no profile', () => {
    expect(() => chartValues('istiod', { profile: 'valueOf' })).toThrow(/^Charts have no profile "valueOf"/);
  });
});
