import { deployment, SETTINGS, settingsWith, variable } from './fixtures';
import { injectObject, InjectionSettings } from '../../src/injection';
import { variablesOfPath } from '../../src/injection/variables';
import { injectionSettings, resolveInstall } from '../../src/install';
import { JsonObject } from '../../src/reference/json';

describe('the path of the webhook', () => {
  test.each<[string, [string, string][]]>([
    ['/inject', []],
    ['/inject/', []],
    ['', []],
    ['/inject/cluster/east/net/n1/', [['ISTIO_META_CLUSTER_ID', 'east'], ['ISTIO_META_NETWORK', 'n1']]],
    ['/inject/custom/a--slash--b', [['CUSTOM', 'a/b']]],
    ['/inject/cluster/east/net', [['ISTIO_META_CLUSTER_ID', 'east']]],
    ['/inject/:ENV:cluster=east:ENV:A=:ENV:=x:ENV:b', [['ISTIO_META_CLUSTER_ID', 'east'], ['A', '']]],
  ])('%s', (path, expected) => {
    expect([...variablesOfPath(path)]).toEqual(expected);
  });
});

function envOf(settings: InjectionSettings, labels?: Record<string, string>): { last: JsonObject[]; label: string | undefined } {
  const { metadata, spec } = injectObject(deployment({ labels }), settings, { name: 'shop' }).object.spec.template;
  return { last: spec.containers[1].env.slice(-2), label: metadata.labels['topology.istio.io/network'] };
}

describe('variables of the injector itself', () => {
  test('a named cluster and a network stand last, in the order of their names', () => {
    const { last, label } = envOf(settingsWith({ global: { network: 'n1', multiCluster: { clusterName: 'east' } } }));
    expect(last).toEqual([{ name: 'ISTIO_META_CLUSTER_ID', value: 'east' }, { name: 'ISTIO_META_NETWORK', value: 'n1' }]);
    expect(label).toBe('n1');
  });

  test('the path wins over the values, and the label of the pod over the path', () => {
    const settings = { ...settingsWith({ global: { network: 'n1' } }), injectionPath: '/inject/net/n2' };
    expect(envOf(settings).last[1]).toEqual({ name: 'ISTIO_META_NETWORK', value: 'n2' });
    expect(envOf(settings, { 'topology.istio.io/network': 'n3' }).last[1]).toEqual({ name: 'ISTIO_META_NETWORK', value: 'n3' });
  });

  test('the path is that of the installation\'s webhook, or that of the address which it names instead', () => {
    const pathOf = (...set: string[]): string | undefined => injectionSettings(resolveInstall({ set })).injectionPath;
    expect(pathOf()).toBe('/inject');
    expect(pathOf('values.pilot.istiodRemote.injectionPath=/inject/net/n2')).toBe('/inject/net/n2');
    expect(pathOf('values.istiodRemote.injectionURL=https://istiod.example.com:15017/inject/cluster/east?timeout=5s')).toBe('/inject/cluster/east');
  });

  test('the command line of Istio has no path', () => {
    expect(envOf({ ...SETTINGS, injectionPath: '/inject/net/n2', injector: 'kube-inject' }).label).toBeUndefined();
  });
});

describe('what the webhook has from its configuration', () => {
  const kubeInject = (settings: InjectionSettings): InjectionSettings => ({ ...settings, injector: 'kube-inject' });
  const annotationsOf = (settings: InjectionSettings): Record<string, string> =>
    injectObject(deployment(), settings, { name: 'shop' }).object.spec.template.metadata.annotations;

  test('annotations for every pod win over its own, even over the note of what was injected', () => {
    const settings = settingsWith({ sidecarInjectorWebhook: { injectedAnnotations: { 'mine': 1, 'sidecar.istio.io/status': 'x' } } });
    expect(annotationsOf(settings)).toMatchObject({ 'mine': '1', 'sidecar.istio.io/status': 'x' });
    expect(annotationsOf(kubeInject(settings)).mine).toBeUndefined();
  });

  test('a name may stand for several templates; the command line of Istio knows none such', () => {
    const settings: InjectionSettings = { ...SETTINGS, aliases: { both: ['sidecar', 'grpc-simple'] } };
    const both = deployment({ annotations: { 'inject.istio.io/templates': 'both' } });
    const { spec } = injectObject(both, settings, { name: 'shop' }).object.spec.template;
    expect(spec.containers.map(({ name }: JsonObject) => name)).toEqual(['app', 'istio-proxy']);
    expect(spec.initContainers.map(({ name }: JsonObject) => name)).toEqual(['grpc-bootstrap-init', 'istio-init']);
    expect(() => injectObject(both, kubeInject(settings), { name: 'shop' })).toThrow(
      'Annotation inject.istio.io/templates asks for the template "both", which there is not. Choose from: sidecar, gateway, grpc-simple, grpc-agent.');
  });

  test('istiod\'s environment says how strict its cryptography is and whether proxies are native', () => {
    const settings = settingsWith({ pilot: { env: { COMPLIANCE_POLICY: 'fips-140-3', ENABLE_NATIVE_SIDECARS: true } } });
    const pod = injectObject(deployment(), settings, { name: 'shop' }).object;
    expect(variable(pod, 'GODEBUG')).toBe('fips140=only');
    expect(pod.spec.template.spec.initContainers.map(({ name }: JsonObject) => name)).toEqual(['istio-init', 'istio-proxy']);
  });

  test('a proxy configuration of the pod moves the agent\'s port for the command line alone', () => {
    const pod = deployment({ annotations: { 'proxy.istio.io/config': 'statusPort: 15999' } });
    const portOf = (settings: InjectionSettings): string =>
      injectObject(pod, settings, { name: 'shop' }).object.spec.template.metadata.annotations['prometheus.io/port'];
    expect([portOf(SETTINGS), portOf(kubeInject(SETTINGS))]).toEqual(['15020', '15999']);
  });
});
