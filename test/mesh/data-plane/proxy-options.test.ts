import { ApiObject, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Enrollment, InjectionTime, MeshNamespaceOptions, MeshProxyConfig, ProtoDuration, ProxyLogLevel, ProxyOptions } from '../../../src';
import { proxyAnnotations } from '../../../src/mesh/data-plane/proxy-options';
import { JsonObject } from '../../../src/reference/json';
import { deployment, find, meshFor } from '../harness';

describe('the options of a proxy', () => {
  test('are annotations of the pods', () => {
    const options: ProxyOptions = {
      resources: {
        cpu: { request: kplus.Cpu.millis(50), limit: kplus.Cpu.units(1) },
        memory: { request: Size.mebibytes(64), limit: Size.gibibytes(1) },
      },
      concurrency: 2,
      logLevel: ProxyLogLevel.DEBUG,
      includeInboundPorts: [8080, 9090],
      excludeInboundPorts: [],
      includeOutboundPorts: [443],
      excludeOutboundPorts: [5432],
      holdApplicationUntilProxyStarts: true,
      nativeSidecar: false,
      config: MeshProxyConfig.of({ drainDuration: ProtoDuration.parse('30s') }),
      annotations: { 'sidecar.istio.io/interceptionMode': 'TPROXY' },
    };
    expect(proxyAnnotations(options)).toEqual({
      'sidecar.istio.io/proxyCPU': '50m',
      'sidecar.istio.io/proxyCPULimit': '1',
      'sidecar.istio.io/proxyMemory': '64Mi',
      'sidecar.istio.io/proxyMemoryLimit': '1024Mi',
      'sidecar.istio.io/logLevel': 'debug',
      'traffic.sidecar.istio.io/includeInboundPorts': '8080,9090',
      'traffic.sidecar.istio.io/excludeInboundPorts': '',
      'traffic.sidecar.istio.io/includeOutboundPorts': '443',
      'traffic.sidecar.istio.io/excludeOutboundPorts': '5432',
      'sidecar.istio.io/nativeSidecar': 'false',
      'proxy.istio.io/config': '{"drainDuration":"30s","concurrency":2,"holdApplicationUntilProxyStarts":true}',
      'sidecar.istio.io/interceptionMode': 'TPROXY',
    });
  });

  test('that are not given are no annotations', () => {
    expect(proxyAnnotations({}, undefined, { logLevel: undefined })).toEqual({});
  });

  test('of a workload lie over those of its namespace', () => {
    expect(proxyAnnotations({ concurrency: 1, excludeOutboundPorts: [1] }, { concurrency: 0 })).toEqual({
      'proxy.istio.io/config': '{"concurrency":0}', 'traffic.sidecar.istio.io/excludeOutboundPorts': '1',
    });
  });
});

interface Written {
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  readonly containers: string[];
}

/** The pods of a Deployment in a namespace, with the labels of the namespace. */
function written(options: MeshNamespaceOptions, make: (scope: Chart) => ApiObject = (scope) => deployment(scope, 'web')): Written {
  const { mesh } = meshFor();
  const namespace = mesh.addNamespace('lab', options);
  make(namespace);
  const { metadata, spec } = find(namespace, 'Deployment', 'web').spec.template;
  return {
    labels: find(namespace, 'Namespace', 'lab').metadata.labels,
    annotations: metadata.annotations ?? {},
    containers: spec.containers.map(({ name }: JsonObject) => name),
  };
}

describe('the proxies of a namespace', () => {
  test('are run as it says, save where a pod says so itself', () => {
    const proxy = { logLevel: ProxyLogLevel.DEBUG, excludeInboundPorts: [9000] };
    const { annotations } = written({ proxy }, (scope) => deployment(scope, 'web', { annotations: { 'sidecar.istio.io/logLevel': 'error' } }));
    expect(annotations).toMatchObject({ 'sidecar.istio.io/logLevel': 'error', 'traffic.sidecar.istio.io/excludeInboundPorts': '9000' });
  });

  test('are run as a service says', () => {
    const { shop } = meshFor();
    shop.addService('web', { workload: deployment(shop, 'web'), proxy: { concurrency: 3 } });
    const { env } = find(shop, 'Deployment', 'web').spec.template.spec.containers.find(({ name }: JsonObject) => name === 'istio-proxy');
    expect(JSON.parse(env.find(({ name }: JsonObject) => name === 'PROXY_CONFIG').value)).toEqual({ concurrency: 3 });
  });

  test('are in the files, and from the webhook for other pods, where nothing is said', () => {
    expect(written({})).toMatchObject({ labels: { 'istio-injection': 'enabled' }, containers: ['app', 'istio-proxy'] });
  });

  test('are in the files alone at synthesis: the webhook leaves the namespace alone', () => {
    expect(written({ injectionTime: InjectionTime.SYNTHESIS })).toMatchObject({ labels: { 'istio-injection': 'disabled' }, containers: ['app', 'istio-proxy'] });
  });

  test('are from the webhook alone at run time, which is told how they are run', () => {
    expect(written({ injectionTime: InjectionTime.RUN_TIME, proxy: { excludeInboundPorts: [9000] } })).toEqual({
      labels: { 'istio-injection': 'enabled' }, annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '9000' }, containers: ['app'],
    });
  });

  test('are none where pods are not enrolled, and the options say nothing', () => {
    expect(written({ enrollment: Enrollment.NONE, proxy: { concurrency: 1 } })).toEqual({ labels: { 'istio-injection': 'disabled' }, annotations: {}, containers: ['app'] });
  });
});
