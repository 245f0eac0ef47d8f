import { Draw } from './draw';
import { JsonObject, Manifest } from '../../src/reference/json';
import { GatewayCase } from '../lib/gateway-deployments';

const DEPLOYED = ['istio', 'istio-waypoint', 'istio-east-west', 'istio-agentgateway', 'istio-agentgateway-waypoint'];
const CLASSES = [...DEPLOYED, ...DEPLOYED, ...DEPLOYED, 'edge', 'istio-remote', 'nobody'];
const PROTOCOLS = ['HTTP', 'HTTPS', 'TLS', 'TCP', 'HBONE'];
const GATEWAY_API = 'gateway.networking.k8s.io/v1';

/**
 * A Gateway by lot, in a cluster and an installation by lot. Values of proxy metadata have no quotes: with them, Istio's own templates
 * write what is no YAML.
 */
export function generatedGateway(seed: number, number: number): GatewayCase {
  const draw = Draw.nth(seed, number);
  const className = draw.pick(CLASSES);
  const name = draw.pick(['public', 'edge-1', 'a', 'a-name-that-is-rather-long-but-still-a-label-of-kubernetes']);
  const revision = draw.maybe(0.05, () => draw.pick(['canary', '1-31-4']));
  const gateway: Manifest = {
    apiVersion: GATEWAY_API,
    kind: 'Gateway',
    metadata: defined({
      name,
      namespace: 'team',
      uid: `uid-${number}`,
      labels: draw.maybe(0.5, () => labels(draw)),
      annotations: draw.maybe(0.6, () => annotations(draw)),
    }) as Manifest['metadata'],
    spec: defined({
      gatewayClassName: className,
      listeners: listeners(draw),
      addresses: draw.maybe(0.15, () => addresses(draw)),
      infrastructure: draw.maybe(0.5, () => infrastructure(draw)),
      allowedListeners: draw.maybe(0.3, () => ({ namespaces: allowed(draw) })),
    }),
  };
  return defined({
    name: `${number}: ${className}`,
    gateway,
    cluster: cluster(draw, className, name),
    values: values(draw),
    meshConfig: meshConfig(draw),
    revision,
  }) as unknown as GatewayCase;
}

function defined(of: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
}

/** Some of the entries. */
function some<T>(draw: Draw, entries: Readonly<Record<string, readonly T[]>>, share = 0.3): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(() => draw.chance(share)).map(([key, choices]) => [key, draw.pick(choices)]));
}

function labels(draw: Draw): Record<string, string> {
  return some(draw, {
    'team': ['a', 'yes', '1', ''],
    'topology.istio.io/network': ['north', 'south'],
    'istio.io/dataplane-mode': ['ambient', 'none'],
    'istio.io/waypoint-for': ['service', 'all'],
    'service.istio.io/canonical-name': ['own'],
    'sidecar.istio.io/inject': ['true'],
    'gateway.istio.io/managed': ['mine'],
    'gateway.networking.k8s.io/gateway-name': ['other'],
    'istio.io/waypoint-canary': ['true'],
  });
}

function annotations(draw: Draw): Record<string, string> {
  return some(draw, {
    'gateway.istio.io/name-override': ['custom', ''],
    'gateway.istio.io/service-account': ['account', ''],
    'gateway.istio.io/controller-version': ['5', '5', '1', '1', '5', '6', 'x'],
    'networking.istio.io/service-type': ['ClusterIP', 'NodePort', 'LoadBalancer'],
    'networking.istio.io/traffic-distribution': ['PreferNetwork'],
    'kubectl.kubernetes.io/last-applied-configuration': ['{"a": "b"}'],
    'sidecar.istio.io/proxyImage': ['example.com/proxy:2', 'proxyv3'],
    'sidecar.istio.io/proxyImageType': ['debug', 'default', 'distroless'],
    'gateway.istio.io/agentgatewayImage': ['example.com/agent:2', 'debug'],
    'sidecar.istio.io/logLevel': ['debug', 'a: "b" {{ c }}'],
    'sidecar.istio.io/componentLogLevel': ['misc:error'],
    'sidecar.istio.io/agentLogLevel': ['default:warn'],
    'prometheus.io/port': ['9'],
    'istio.io/rev': ['own'],
    'proxy.istio.io/config': ['concurrency: 3'],
    'note': ['<html> & "quotes"', 'on', 'line\nline', '#', 'é ✓'],
  }, 0.22);
}

function listeners(draw: Draw): JsonObject[] {
  return Array.from({ length: draw.int(0, 4) }, (_, at) => ({
    name: draw.pick([`l${at}`, 'http.one', 'http-one', `${'long-name-'.repeat(7)}${at}`, 'status-port']),
    port: draw.pick([80, 443, 8443, 15008, 31400]),
    protocol: draw.pick(PROTOCOLS),
  }));
}

function addresses(draw: Draw): JsonObject[] {
  const address = (): JsonObject => draw.pick<JsonObject>([
    { value: '192.0.2.1' }, { type: 'IPAddress', value: '2001:db8::1' }, { type: 'Hostname', value: 'edge.example.com' },
  ]);
  return Array.from({ length: draw.pick([0, 1, 1, 2]) }, address);
}

function infrastructure(draw: Draw): JsonObject {
  return defined({
    labels: draw.maybe(0.4, () => labels(draw)),
    annotations: draw.maybe(0.4, () => annotations(draw)),
    parametersRef: draw.maybe(0.7, () => draw.pick([
      ...Array.from({ length: 18 }, () => ({ group: '', kind: 'ConfigMap', name: 'options' })),
      { group: '', kind: 'ConfigMap', name: 'missing' },
      { group: 'example.com', kind: 'Options', name: 'options' },
    ])),
  });
}

function allowed(draw: Draw): JsonObject {
  return draw.pick<JsonObject>([
    { from: 'All' }, { from: 'Same' }, { from: 'None' },
    { from: 'Selector', selector: { matchLabels: { may: 'listen' } } },
    { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['other'] }] } },
  ]);
}

const PATCHES: Readonly<Record<string, readonly string[]>> = {
  deployment: [
    'spec: {replicas: 3, strategy: {type: Recreate}}',
    'metadata: {labels: {own: x}, annotations: {note: y}}',
    'spec: {template: {spec: {containers: [{name: istio-proxy, env: [{name: POD_NAME, value: x}, {name: NEW, value: y}], resources: {limits: {cpu: 2}}}]}}}',
    'spec: {template: {spec: {containers: [{name: agentgateway, image: own}, {name: second, image: b}], tolerations: [{key: a}]}}}',
    'spec: {template: {spec: {volumes: [{name: istio-token, $patch: delete}, {name: new, emptyDir: {}}], securityContext: null}}}',
    'spec: {template: {spec: {containers: [{name: istio-proxy, ports: [{containerPort: 15020, name: other}, {containerPort: 9, name: nine}]}], '
      + 'topologySpreadConstraints: [{topologyKey: zone, maxSkew: 1}]}}}',
    'spec: {template: {spec: {$setElementOrder/volumes: [{name: istio-token}, {name: workload-socket}]}}}',
    'spec: {template: {spec: {securityContext: {$patch: replace, runAsUser: 5}}}}',
  ],
  service: [
    'spec: {externalTrafficPolicy: Local, ports: [{port: 443, nodePort: 30443}, {port: 15021, $patch: delete}]}',
    'spec: {type: NodePort, loadBalancerIP: null, loadBalancerClass: own}',
    'metadata: {annotations: {"cloud/lb": internal}}',
    'spec: {ports: [{$patch: replace}, {port: 1, name: one}]}',
    'spec: {selector: {own: label}}',
  ],
  serviceAccount: ['metadata: {annotations: {"cloud/role": x}}', 'automountServiceAccountToken: false\nsecrets: [{name: a}]'],
  horizontalPodAutoscaler: ['spec: {minReplicas: 2, maxReplicas: 5, metrics: [{type: Resource, resource: {name: cpu}}]}', ''],
  podDisruptionBudget: ['spec: {minAvailable: 1}', 'spec: {maxUnavailable: 50%, selector: {matchLabels: {own: x}}}'],
};

/** Patches that are refused. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  ingress: ['spec: {}'],
  deployment: ['spec: {template: {spec: {containers: [{image: nameless}]}}}', 'metadata: {name: other}', 'metadata: {finalizers: [a]}'],
};

function overlay(draw: Draw): Record<string, string> {
  return { ...some(draw, PATCHES, 0.5), ...some(draw, REFUSED, 0.03) };
}

function cluster(draw: Draw, className: string, gateway: string): Manifest[] {
  const metadata = (name: string, namespace: string, more: JsonObject = {}): Manifest['metadata'] => ({ name, namespace, ...more });
  const shares = (share: number, make: () => Manifest): Manifest[] => (draw.chance(share) ? [make()] : []);
  const openshift = { 'openshift.io/sa.scc.uid-range': '1000620000/10000', 'openshift.io/sa.scc.supplemental-groups': '1000620000/10000' };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team', ...(draw.chance(0.2) && { annotations: openshift }) } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: draw.pick([{ may: 'listen' }, { may: 'not' }]) } },
    {
      apiVersion: GATEWAY_API,
      kind: 'GatewayClass',
      metadata: { name: 'edge' },
      spec: {
        controllerName: draw.pick([
          'istio.io/gateway-controller', 'istio.io/mesh-controller', 'istio.io/agentgateway-controller', 'istio.io/unmanaged-gateway', 'example.com/other',
        ]),
      },
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('options', 'team'), data: overlay(draw) },
    ...shares(0.3, () => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: overlay(draw),
      metadata: metadata('defaults', 'istio-system', { labels: { 'gateway.istio.io/defaults-for-class': draw.pick([className, 'istio']) } }),
    })),
    ...shares(0.3, () => ({
      apiVersion: GATEWAY_API,
      kind: 'ListenerSet',
      metadata: metadata('more', draw.pick(['team', 'other'])),
      spec: { parentRef: { name: gateway, namespace: 'team' }, listeners: listeners(draw) },
    })),
    ...shares(0.2, () => ({
      apiVersion: 'networking.istio.io/v1beta1',
      kind: 'ProxyConfig',
      metadata: metadata('own', draw.pick(['team', 'istio-system', 'other'])),
      spec: defined({
        selector: draw.maybe(0.5, () => ({ matchLabels: { 'gateway.networking.k8s.io/gateway-name': gateway } })),
        concurrency: draw.maybe(0.5, () => draw.int(0, 4)),
        environmentVariables: draw.maybe(0.5, () => ({ OWN: 'x', SECOND: 'y: z' })),
        image: draw.maybe(0.5, () => ({ imageType: draw.pick(['distroless', 'debug']) })),
      }),
    })),
  ];
}

function values(draw: Draw): JsonObject {
  const amounts = { limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '100m', memory: null } };
  return {
    global: {
      ...some<unknown>(draw, {
        network: ['north'],
        logAsJson: [true],
        imagePullPolicy: ['Always', ''],
        imagePullSecrets: [['one', 'two']],
        variant: ['distroless', 'debug'],
        meshID: ['mesh-1'],
        caAddress: ['ca.example.com:15012'],
        caName: ['GkeWorkloadCertificate'],
        pilotCertProvider: ['kubernetes', 'istiod'],
        trustDomain: ['own.domain'],
        trustBundleName: ['bundle'],
        platform: ['openshift'],
        multiCluster: [{ clusterName: 'east' }],
        tag: ['1.31.4-debug'],
        hub: ['example.com/mesh'],
        sts: [{ servicePort: 15463 }],
        logging: [{ level: 'default:debug' }],
        sds: [{ token: { aud: 'own' } }],
        agentgateway: [{ image: 'example.com/agw:1' }],
        istioNamespace: ['istio-system'],
      }, 0.2),
      proxy: some<unknown>(draw, {
        image: ['example.com/proxy:1', 'own'],
        resources: [amounts, {}],
        logLevel: ['info'],
        componentLogLevel: ['misc:info'],
        lifecycle: [{ preStop: { exec: { command: ['sleep', '1'] } } }],
        outlierLogPath: ['/dev/stdout'],
        clusterDomain: ['example.local'],
      }, 0.2),
      waypoint: some<unknown>(draw, {
        resources: [amounts, { limits: { cpu: null } }],
        affinity: [{ podAntiAffinity: {} }],
        nodeSelector: [{ disk: 'fast', on: 'yes' }],
        tolerations: [[{ key: 'a', operator: 'Exists' }]],
        topologySpreadConstraints: [[{ maxSkew: 1, topologyKey: 'zone' }]],
      }, 0.25),
    },
    gateways: some<unknown>(draw, { seccompProfile: [{ type: 'RuntimeDefault' }], securityContext: [{ runAsNonRoot: true }] }, 0.2),
    pilot: {
      env: some<unknown>(draw, {
        PILOT_ENABLE_QUIC_LISTENERS: ['true'],
        PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS: ['false'],
        PILOT_ENABLE_AMBIENT: ['false'],
        ENABLE_CLUSTER_TRUST_BUNDLE_API: [true],
      }, 0.07),
    },
  };
}

function meshConfig(draw: Draw): JsonObject {
  return {
    ...some<unknown>(draw, { trustDomain: ['mesh.domain'], rootNamespace: ['istio-system'] }, 0.15),
    defaultConfig: some<unknown>(draw, {
      concurrency: [0, 3],
      discoveryAddress: ['istiod-canary.istio-system.svc:15012'],
      proxyMetadata: [{ A: 'b', STRANGE: 'x: {y} # z' }],
      image: [{ imageType: 'distroless' }],
      statusPort: [15099],
      interceptionMode: ['TPROXY'],
    }, 0.15),
  };
}
