import { Draw } from './draw';
import { KubeObject } from '../lib/objects';

type Tree = { [key: string]: any };

/** Workloads of all kinds by lot, with labels, annotations and containers of which the injector asks; some are such that it refuses them. */
export function drawWorkload(draw: Draw, number: number): KubeObject {
  const template = { metadata: drawMetadata(draw), spec: drawSpec(draw) };
  // The list of known differences tells them apart by their names.
  const name = `${template.metadata.annotations?.['inject.istio.io/templates'] === 'grpc-agent' ? 'agent' : 'w'}${number}`;
  const metadata = { name, ...(draw.chance(0.8) && { namespace: draw.pick(['shop', 'default']) }) };
  const kind = draw.pick(['Deployment', 'Deployment', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'ReplicationController', 'Pod', 'DeploymentConfig']);
  switch (kind) {
    case 'Pod': return { apiVersion: 'v1', kind, metadata: { ...template.metadata, ...metadata }, spec: template.spec };
    case 'ReplicationController': return { apiVersion: 'v1', kind, metadata, spec: { template } };
    case 'DeploymentConfig': return { apiVersion: 'apps.openshift.io/v1', kind, metadata, spec: { template } };
    case 'Job': return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
    default: return { apiVersion: 'apps/v1', kind, metadata, spec: { selector: { matchLabels: { app: 'web' } }, template } };
  }
}

/** Some of the entries. */
function some<T>(draw: Draw, probability: number, entries: Readonly<Record<string, () => T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(() => draw.chance(probability)).map(([key, make]) => [key, make()]));
}

function drawMetadata(draw: Draw): Tree {
  const pick = (...values: string[]) => () => draw.pick(values);
  const labels = some(draw, 0.2, {
    'app': pick('web', 'a-name.with_all'),
    'app.kubernetes.io/name': pick('web', 'x'.repeat(63)),
    'app.kubernetes.io/version': pick('v1', ''),
    'version': pick('v2', '1.2.3'),
    'service.istio.io/canonical-name': pick('canon'),
    'service.istio.io/canonical-revision': pick('r1'),
    'service.istio.io/workload-name': pick('other'),
    'security.istio.io/tlsMode': pick('istio', 'disabled'),
    'networking.istio.io/tunnel': pick('http'),
    'topology.istio.io/network': pick('east', ''),
    'sidecar.istio.io/inject': pick('true', 'true', 'false', 'maybe', ''),
    'istio.io/rev': pick('canary'),
  });
  const annotations = { ...some(draw, 0.09, valid(draw, pick)), ...(draw.chance(0.15) && drawBad(draw)) };
  return { ...(draw.chance(0.9) && { labels }), ...(draw.chance(0.9) && { annotations }), ...(draw.chance(0.03) && { name: 'own' }) };
}

type Pick = (...values: string[]) => () => string;

function valid(draw: Draw, pick: Pick): Record<string, () => string> {
  const ports = pick('80', '80,443', ' 80 , 443', '');
  const ranges = pick('10.0.0.0/8', '10.0.0.0/8,fd00::/8', '');
  const names = pick('eth0', 'eth0,net1', '');
  const traffic = 'traffic.sidecar.istio.io';
  return {
    'sidecar.istio.io/inject': pick('true', 'false'),
    'sidecar.istio.io/interceptionMode': pick('REDIRECT', 'TPROXY', 'NONE'),
    'sidecar.istio.io/nativeSidecar': pick('true', 'false', 'maybe', ''),
    'sidecar.istio.io/proxyImage': pick('proxytest', 'example.com/proxy:2'),
    'sidecar.istio.io/proxyImageType': pick('distroless', 'debug', 'default', 'other', ''),
    'sidecar.istio.io/proxyCPU': pick('100m', '1', '0.5', '1e3'),
    'sidecar.istio.io/proxyMemory': pick('128Mi', '1G'),
    'sidecar.istio.io/proxyCPULimit': pick('2', '2000m'),
    'sidecar.istio.io/proxyMemoryLimit': pick('1Gi'),
    'sidecar.istio.io/logLevel': pick('debug', ''),
    'sidecar.istio.io/componentLogLevel': pick('http:debug'),
    'sidecar.istio.io/agentLogLevel': pick('default:debug'),
    'sidecar.istio.io/capNetBindService': pick('true', 'false'),
    'sidecar.istio.io/rewriteAppHTTPProbers': pick('true', 'false', 'T', 'maybe'),
    'sidecar.istio.io/bootstrapOverride': pick('my-bootstrap'),
    'sidecar.istio.io/userVolume': pick('{"v1":{"emptyDir":{}},"a":{"configMap":{"name":"c"}}}', '[{"name":"x","emptyDir":{}}]', '{}'),
    'sidecar.istio.io/userVolumeMount': pick('{"v1":{"mountPath":"/v1","readOnly":true}}', '{}'),
    'status.sidecar.istio.io/port': pick('0', '15020', '15021', '4567'),
    'readiness.status.sidecar.istio.io/initialDelaySeconds': pick('0', '7'),
    'readiness.status.sidecar.istio.io/periodSeconds': pick('3'),
    'readiness.status.sidecar.istio.io/failureThreshold': pick('9'),
    'readiness.status.sidecar.istio.io/applicationPorts': pick('1,2'),
    [`${traffic}/includeOutboundIPRanges`]: pick('*', '10.0.0.0/8', ''),
    [`${traffic}/excludeOutboundIPRanges`]: ranges,
    [`${traffic}/includeInboundPorts`]: pick('*', '80', ''),
    [`${traffic}/excludeInboundPorts`]: ports,
    [`${traffic}/includeOutboundPorts`]: ports,
    [`${traffic}/excludeOutboundPorts`]: ports,
    [`${traffic}/excludeInterfaces`]: names,
    [`${traffic}/kubevirtInterfaces`]: names,
    'istio.io/reroute-virtual-interfaces': names,
    'k8s.v1.cni.cncf.io/networks': pick('other', 'default/istio-cni', '[{"name":"a"}]', '[{"name":"istio-cni","namespace":"default"}]', '[not json]'),
    'prometheus.istio.io/merge-metrics': pick('true', 'false', '1'),
    'prometheus.istio.io/scrape-targets': pick('9090', '9090:/m, 9091', '9090,9090:/x'),
    'prometheus.io/scrape': pick('true', 'false', 'perhaps'),
    'prometheus.io/port': pick('8080', '15020', ''),
    'prometheus.io/path': pick('/metrics', ''),
    'kubectl.kubernetes.io/default-container': pick('app'),
    'inject.istio.io/templates': pick('sidecar', 'gateway', 'grpc-simple', 'grpc-agent', 'sidecar,grpc-simple', ' sidecar '),
    'proxy.istio.io/config': () => drawProxyConfig(draw),
    'apm.datadoghq.com/env': pick('{"DD_ENV":"prod","DD_SERVICE":"a"}'),
    'resource.opentelemetry.io/service.namespace': pick('ns'),
  };
}

function drawProxyConfig(draw: Draw): string {
  const config = some<unknown>(draw, 0.25, {
    concurrency: () => draw.pick([0, 2, '3']),
    statusPort: () => draw.pick([15020, 15999]),
    discoveryAddress: () => draw.pick(['istiod.x:15012', '10.0.0.1:15012', '[::1]:99']),
    drainDuration: () => draw.pick(['45s', '5s', '1m']),
    terminationDrainDuration: () => draw.pick(['5s', '1.5s', '0.000001s']),
    holdApplicationUntilProxyStarts: () => draw.chance(0.7),
    interceptionMode: () => draw.pick(['REDIRECT', 'TPROXY', 'NONE', 1]),
    proxyMetadata: () => some(draw, 0.4, {
      ISTIO_META_ENABLE_HBONE: () => 'true', IPTABLES_TRACE_LOGGING: () => 'true', Z: () => '<z>&', B: () => '', ENVOY_SECURE_MERGED_METRICS_PORT: () => '15099',
    }),
    tracing: () => draw.pick([{}, { sampling: 10 }, { zipkin: { address: 'zipkin:9411' } }, { customTags: { a: { literal: { value: 'x' } } }, sampling: 0 }]),
    image: () => ({ imageType: draw.pick(['distroless', 'debug', '']) }),
    extraStatTags: () => ['b', 'a'],
    gatewayTopology: () => ({ numTrustedProxies: draw.pick([0, 2]) }),
    proxyStatsMatcher: () => ({ inclusionRegexps: ['.*'] }),
    tracingServiceName: () => draw.pick(['APP_LABEL_AND_NAMESPACE', 'CANONICAL_NAME_ONLY']),
    proxyHeaders: () => ({ server: { value: 'x' }, attemptCount: { disabled: true } }),
    caCertificatesPem: () => ['pem'],
    fileFlushInterval: () => '1s',
  });
  return JSON.stringify(config);
}

/** An annotation that is wrong, or looks so. */
function drawBad(draw: Draw): Record<string, string> {
  const traffic = 'traffic.sidecar.istio.io';
  const [name, ...values] = draw.pick([
    ['sidecar.istio.io/interceptionMode', 'redirect', '', 'BOTH'],
    ['status.sidecar.istio.io/port', '', 'x', '-1', '65536', ' 80', '+80', '080'],
    ['readiness.status.sidecar.istio.io/periodSeconds', '', '-1', '4294967296', ' 1', '1.5', '0x1'],
    [`${traffic}/includeOutboundIPRanges`, 'x', '10.0.0.0', '10.0.0.0/33', '*,10.0.0.0/8', '10.0.0.0/8, 11.0.0.0/8', '10.0.0.0/08', 'fe80::1%eth0/64', '::ffff:10.0.0.0/100'],
    [`${traffic}/excludeOutboundIPRanges`, '*', '10.0.0.0/8,', '1.2.3.04/8'],
    [`${traffic}/includeInboundPorts`, '*,80', 'http', '70000'],
    [`${traffic}/excludeInboundPorts`, '*', '80,,443', ',', ' '],
    [`${traffic}/excludeOutboundPorts`, '1-5', '65536'],
    [`${traffic}/excludeInterfaces`, 'eth0,', 'eth 0', 'a'.repeat(16), '0eth', ' eth0', 'eth:1'],
    ['istio.io/reroute-virtual-interfaces', '-x', 'a/b', 'é'],
    ['prometheus.istio.io/merge-metrics', 'yes', '', 'TRUE', 'tRUE'],
    ['prometheus.istio.io/scrape-targets', '', ',', '0', '70000', '15090', '15020:/x', 'x:/y', ':', '9090:m'],
    ['prometheus.io/port', 'http', '0', '15000', '+8080', ' 80'],
    ['sidecar.istio.io/proxyCPU', '', 'x', '100mi', '1.5.2', '-1', '.5', '5.', '1E2', '1e', '1_000', '+2'],
    ['sidecar.istio.io/proxyMemoryLimit', '1 Gi', '1Gi\n', '1kb', '0x10'],
    ['proxy.istio.io/config', '', '[]', 'x', '{', 'concurrency: x', 'concurrency: 1.5', 'drainDuration: 5', 'drainDuration: 1ms', 'discoveryAddress: x', 'statusPort: 0',
      'proxyAdminPort: 70000', 'interceptionMode: BOTH', 'proxyMetadata: []', 'proxyMetadata: {A: 1}', 'privateKeyProvider: {}', 'tracing: {zipkin: {}}', 'concurrency: -1',
      'privateKeyProvider: {cryptomb: {pollDelay: 0s}}', 'connectionSettings: {httpMaxConcurrentStreams: 0}', 'holdApplicationUntilProxyStarts: "yes"', 'statsdUdpAddress: a:b',
      'tracing: {lightstep: {address: "a:1"}}', 'serviceCluster: ""', 'configPath: ""', 'tracing: {tlsSettings: {mode: MUTUAL}}', 'image: null'],
    ['proxy.istio.io/overrides', 'x', '{}', '{"containers":[{"name":"istio-proxy","image":"auto","args":["a"]}]}'],
    ['sidecar.istio.io/status', 'x', '{}', '{"containers":["istio-proxy"],"initContainers":["istio-init"],"volumes":null,"imagePullSecrets":null}'],
    ['inject.istio.io/templates', '', 'none', 'sidecar,', 'Sidecar'],
    ['sidecar.istio.io/userVolume', 'x', '[]', '"a"', '1'],
    ['sidecar.istio.io/userVolumeMount', '{', 'null'],
    ['k8s.v1.cni.cncf.io/networks', ']', '[]', '[{"name":1}]'],
    ['apm.datadoghq.com/env', 'x', '{"A":1}', '[]'],
  ]);
  return { [name]: draw.pick(values) };
}

function drawSpec(draw: Draw): Tree {
  const own = draw.chance(0.15);
  const containers = [drawContainer(draw, 'app'), ...(draw.chance(0.3) ? [drawContainer(draw, 'second')] : []), ...(own ? [drawProxy(draw)] : [])];
  return {
    containers: draw.chance(0.2) ? containers.reverse() : containers,
    ...(draw.chance(0.2) && { initContainers: [drawContainer(draw, draw.pick(['setup', 'istio-init', 'istio-validation', 'enable-core-dump', ...(own ? [] : ['istio-proxy'])]))] }),
    ...some<unknown>(draw, 0.12, {
      serviceAccountName: () => 'robot',
      imagePullSecrets: () => [{ name: draw.pick(['mine', 'pull']) }],
      volumes: () => [{ name: draw.pick(['mine', 'istio-token', 'v1']), emptyDir: {} }],
      securityContext: () => draw.pick([{ fsGroup: 5 }, { runAsUser: 7, sysctls: [{ name: 'a', value: 'b' }] }]),
      dnsPolicy: () => 'Default',
      nodeName: () => 'node-9',
      terminationGracePeriodSeconds: () => 3,
      tolerations: () => [{ operator: 'Exists' }],
    }),
    ...(draw.chance(0.04) && { hostNetwork: draw.chance(0.5) }),
  };
}

function drawProxy(draw: Draw): Tree {
  return {
    name: 'istio-proxy',
    ...some<unknown>(draw, 0.3, {
      image: () => draw.pick(['auto', 'example.com/own:1', '']),
      resources: () => draw.pick([{}, { limits: { cpu: '1' } }, { requests: { memory: '2048Mi', cpu: '0.1' } }]),
      args: () => ['proxy', 'mine'],
      env: () => [{ name: 'FOO', value: 'bar' }, { name: 'TRUST_DOMAIN', value: 'td' }],
      ports: () => [{ containerPort: 15090, name: 'mine' }, { containerPort: 80 }],
      securityContext: () => draw.pick([{ runAsUser: 1338 }, { runAsUser: 0, runAsGroup: 0 }, { runAsGroup: 4 }, { privileged: true, capabilities: { add: ['X'] } }]),
      volumeMounts: () => [{ name: 'mine', mountPath: '/mine' }],
      readinessProbe: () => ({ httpGet: { path: '/x', port: 1 } }),
      lifecycle: () => ({ preStop: { exec: { command: ['sleep', '1'] } } }),
    }),
  };
}

function drawContainer(draw: Draw, name: string): Tree {
  return {
    name,
    image: draw.pick(['example.com/app:1', 'app', 'app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'host:5000/app']),
    ...some<unknown>(draw, 0.3, {
      ports: () => [
        { containerPort: 8080, ...(draw.chance(0.6) && { name: 'http' }) },
        ...(draw.chance(0.4) ? [{ containerPort: 53, protocol: 'UDP', name: 'dns' }] : []),
        ...(draw.chance(0.1) ? [{ containerPort: 90, hostPort: 90, hostIP: '127.0.0.1' }] : []),
      ],
      env: () => [{ name: 'A', value: 'b' }, { name: 'N', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      readinessProbe: () => drawProbe(draw),
      livenessProbe: () => drawProbe(draw),
      startupProbe: () => drawProbe(draw),
      lifecycle: () => some(draw, 0.6, { preStop: () => drawHandler(draw, false), postStart: () => drawHandler(draw, false) }),
      resources: () => ({ requests: { cpu: '10m' } }),
      securityContext: () => draw.pick([{ runAsUser: 5 }, { runAsNonRoot: true }]),
    }),
  };
}

function drawProbe(draw: Draw): Tree {
  const times = { timeoutSeconds: () => draw.pick([0, 5]), periodSeconds: () => 3, terminationGracePeriodSeconds: () => 4 };
  return { ...drawHandler(draw, true), ...some<unknown>(draw, 0.3, times) };
}

function drawHandler(draw: Draw, isProbe: boolean): Tree {
  const port = draw.pick<number | string>([8080, 8080, 'http', 'none', 15020, 15021]);
  return draw.pick<() => Tree>([
    () => ({
      httpGet: {
        port,
        ...some<unknown>(draw, 0.4, {
          path: () => draw.pick(['/ok', '/a?b=<c>&d']),
          host: () => '127.0.0.1',
          scheme: () => draw.pick(['HTTP', 'HTTPS']),
          httpHeaders: () => [{ name: 'H', value: 'v' }, { name: 'E', value: '' }],
        }),
      },
    }),
    () => ({ tcpSocket: { port, ...(draw.chance(0.2) && { host: 'h' }) } }),
    () => ({ exec: { command: ['true'] } }),
    () => (isProbe ? { grpc: { port: 9000, ...(draw.chance(0.5) && { service: draw.pick(['s', '']) }) } } : { exec: { command: ['x'] } }),
  ])();
}
