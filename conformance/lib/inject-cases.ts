import { readdirSync } from 'node:fs';

/**
 * A case of Istio's own tests of injection. The test says in Go what is installed; here it stands as data. What comes out is not
 * written down anywhere: Istio's injector is asked.
 */
export interface InjectCase {
  /** The file that is injected. */
  readonly input: string;
  /** What tells the case from others of the same file. */
  readonly title?: string;
  /** Settings of the installation, as `--set` takes them. */
  readonly set?: readonly string[];
  /** A file with an IstioOperator. */
  readonly operator?: string;
  /** What is laid over the mesh configuration. */
  readonly mesh?: { readonly [field: string]: any };
  /**
   * Whether the nodes have native sidecars.
   *
   * @default true
   */
  readonly native?: boolean;
  readonly compliance?: string;
  /** Whether the webhook believes to run on OpenShift, where the command line cannot inject. */
  readonly openshift?: boolean;
}

const CNI = ['components.cni.enabled=true'];
const MULTUS = [...CNI, 'values.cni.provider=multus'];
const STATUS = [
  'values.global.proxy.statusPort=123', 'values.global.proxy.readinessInitialDelaySeconds=100',
  'values.global.proxy.readinessPeriodSeconds=200', 'values.global.proxy.readinessFailureThreshold=300',
];
const HOLD = ['values.global.proxy.holdApplicationUntilProxyStarts=true'];
const TPROXY = { defaultConfig: { interceptionMode: 'TPROXY' } };
const SEMANTIC = {
  extensionProviders: [{
    name: 'otel',
    opentelemetry: { service: 'otel-collector.observability.svc.cluster.local', port: 4317, serviceAttributeEnrichment: 'OTEL_SEMANTIC_CONVENTIONS' },
  }],
};

/** Cases with settings. */
const SET: readonly InjectCase[] = [
  { input: 'hello.yaml', title: 'CNI', set: [...CNI, 'values.cni.provider=default', 'values.global.network=network1'] },
  { input: 'hello.yaml', title: 'name of the proxy\'s image', set: ['values.global.proxy.image=proxyTest'] },
  { input: 'hello.yaml', title: 'name of the init image', set: ['values.global.proxy_init.image=proxyInitTest'] },
  { input: 'hello.yaml', title: 'TPROXY', mesh: TPROXY },
  { input: 'hello.yaml', title: 'pull always', set: ['values.global.imagePullPolicy=Always'] },
  { input: 'hello.yaml', title: 'pull never', set: ['values.global.imagePullPolicy=Never'] },
  { input: 'hello.yaml', title: 'older nodes', native: false },
  { input: 'format-duration.yaml', mesh: { defaultConfig: { drainDuration: '23s' } } },
  {
    input: 'traffic-params.yaml',
    set: [
      'values.global.proxy.includeIPRanges=127.0.0.1/24,10.96.0.1/24', 'values.global.proxy.excludeIPRanges=10.96.0.2/24,10.96.0.3/24',
      'values.global.proxy.excludeInboundPorts=4,5,6', 'values.global.proxy.statusPort=0',
    ],
  },
  ...['status_params.yaml', 'kubevirtInterfaces.yaml', 'reroute-virtual-interfaces.yaml'].map((input) => ({ input, set: STATUS })),
  { input: 'hello.yaml', title: 'pull secret', operator: 'hello-image-secrets-in-values.iop.yaml' },
  { input: 'hello-image-pull-secret.yaml', operator: 'hello-image-secrets-in-values.iop.yaml' },
  { input: 'hello.yaml', title: 'search namespaces', operator: 'hello-template-in-values.iop.yaml' },
  { input: 'hello.yaml', title: 'certificates mounted', set: ['values.global.mountMtlsCerts=true'] },
  ...['hello.yaml', 'hello-existing-cncf-networks.yaml', 'hello-existing-cncf-networks-json.yaml'].map((input) => ({ input, title: 'multus', set: MULTUS })),
  ...['hello.yaml', 'hello-probes.yaml'].map((input) => ({ input, title: 'hold', set: HOLD })),
  { input: 'hello-probes-proxyHoldApplication-ProxyConfig.yaml' },
  { input: 'hello-probes-noProxyHoldApplication-ProxyConfig.yaml', set: HOLD },
  { input: 'hello-service.yaml' },
  { input: 'cronjob.yaml' },
  ...['cronjob', 'daemonset', 'job', 'pod', 'replicaset', 'statefulset', 'native-sidecar', 'native-sidecar-opt-in', 'native-sidecar-opt-out']
    .map((name) => ({ input: `${name}.yaml`, title: 'older nodes', native: false })),
  ...['includeipranges', 'excludeipranges', 'includeinboundports', 'excludeinboundports', 'excludeoutboundports']
    .map((name) => ({ input: `traffic-annotations-bad-${name}.yaml` })),
  { input: 'traffic-annotations.yaml', mesh: { defaultConfig: { proxyMetadata: { ISTIO_META_TLS_CLIENT_KEY: '/etc/identity/client/keys/client-key.pem' } } } },
  { input: 'proxy-override.yaml' },
  { input: 'explicit-security-context.yaml' },
  { input: 'only-proxy-container.yaml' },
  { input: 'proxy-override-args.yaml' },
  { input: 'proxy-override-runas.yaml' },
  { input: 'proxy-override-runas.yaml', title: 'CNI', set: CNI },
  { input: 'proxy-override-runas.yaml', title: 'TPROXY', mesh: TPROXY },
  { input: 'gateway.yaml' },
  ...['native-sidecar', 'native-sidecar-opt-in', 'native-sidecar-opt-out'].map((name) => ({ input: `${name}.yaml` })),
  { input: 'custom-template.yaml', operator: 'custom-template.iop.yaml' },
  { input: 'tcp-probes.yaml' },
  { input: 'hello-host-network-with-ns.yaml' },
  { input: 'merge-probers.yaml', set: HOLD },
  { input: 'hello-tracing-disabled.yaml', mesh: { defaultConfig: { tracing: {} } } },
  ...['truncate-canonical-name-pod.yaml', 'truncate-canonical-name-custom-controller-pod.yaml'].map((input) => ({ input })),
  ...['hello-openshift', 'hello-openshift-custom-injection', 'hello-openshift-tproxy'].map((name) => ({ input: `${name}.yaml`, set: CNI, openshift: true })),
  { input: 'hello-probes-localhost.yaml', mesh: { inboundTrafficPolicy: { mode: 'LOCALHOST' } } },
  ...['proxy-resources-null', 'proxy-resources-null-no-init'].map((name) => ({ input: `${name}.yaml`, operator: 'proxy-resources-null.iop.yaml' })),
  ...['proxy-resources-zero', 'proxy-resources-memory-null', 'proxy-resources-mixed-null'].map((name) => ({ input: `${name}.yaml`, operator: `${name}.iop.yaml` })),
  ...['sidecar-spire', 'gateway-spire'].map((name) => ({ input: `${name}.yaml`, operator: 'spire-template.iop.yaml' })),
  { input: 'hello-otel-semconv.yaml', mesh: SEMANTIC },
  { input: 'hello.yaml', title: 'FIPS', compliance: 'fips-140-3' },
];

/** Files whose only case has settings; every other file of the folder is also a case without any. */
const ONLY_SET = new Set(SET.filter(({ title, native }) => title === undefined && native === undefined).map(({ input }) => input));

/** All cases over the files of a folder. */
export function injectCases(folder: string): InjectCase[] {
  const inputs = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.endsWith('.iop.yaml')).sort();
  const missing = SET.map(({ input }) => input).find((input) => !inputs.includes(input));
  if (missing !== undefined) throw new Error(`Istio's tests have no file ${missing} any more. Bring inject-cases.ts up to date.`);
  return [...inputs.filter((input) => !ONLY_SET.has(input)).map((input) => ({ input })), ...SET];
}

/** Annotations that the tests give the namespace "test-ns" on OpenShift. */
export const OPENSHIFT_NAMESPACE = {
  name: 'test-ns',
  annotations: { 'openshift.io/sa.scc.uid-range': '1000620000/10000', 'openshift.io/sa.scc.supplemental-groups': '1000620000/10000' },
};

/** What the tests install beside the settings of a case. */
export const TEST_INSTALLATION = ['profile=empty', 'components.pilot.enabled=true'];
