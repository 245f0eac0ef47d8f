import { Draw } from './draw';

type Tree = { [key: string]: any };

/** Install values by lot, as far as the injector asks for them: what is laid over the defaults. */
export function drawInjectorValues(draw: Draw): Tree {
  const one = (probability: number, make: () => Tree): Tree => (draw.chance(probability) ? make() : {});
  const proxy = {
    ...one(0.2, () => ({ image: draw.pick(['proxyv2', 'example.com/own/proxy:9', 'other']) })),
    ...one(0.2, () => ({ resources: draw.pick<Tree>([{ requests: { cpu: '1', memory: null } }, { limits: null }, { requests: null, limits: null }, { claims: null }]) })),
    ...one(0.2, () => ({ statusPort: draw.pick([0, 15020, 4444]) })),
    ...one(0.2, () => ({ logLevel: 'debug', componentLogLevel: '' })),
    ...one(0.2, () => ({ privileged: true })),
    ...one(0.2, () => ({ includeIPRanges: '10.0.0.0/8', excludeIPRanges: '10.1.0.0/16' })),
    ...one(0.2, () => ({ includeInboundPorts: draw.pick(['', '80']), excludeInboundPorts: '22', includeOutboundPorts: '443', excludeOutboundPorts: '25' })),
    ...one(0.2, () => ({ readinessInitialDelaySeconds: 3, readinessPeriodSeconds: 4, readinessFailureThreshold: 5 })),
    ...one(0.3, () => ({ startupProbe: draw.pick<Tree>([{ enabled: false }, { failureThreshold: 3 }]) })),
    ...one(0.2, () => ({ seccompProfile: { type: 'RuntimeDefault' } })),
    ...one(0.2, () => ({ lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } } })),
    ...one(0.2, () => ({ holdApplicationUntilProxyStarts: true })),
    ...one(0.2, () => ({ tracer: draw.pick(['datadog', 'lightstep', 'zipkin', 'none']) })),
    ...one(0.2, () => ({ clusterDomain: 'example.local' })),
    ...one(0.1, () => ({ outlierLogPath: '/dev/stdout' })),
    ...one(0.15, () => ({ capNetBindService: draw.pick(['true', 'false']) })),
    ...one(0.1, () => ({ enableCoreDump: true })),
  };
  return {
    global: {
      proxy,
      ...one(0.2, () => ({ tag: draw.pick(['1.31.4-distroless', '1.2-debug', 5]), variant: draw.pick(['distroless', 'debug', '']) })),
      ...one(0.3, () => ({ imagePullPolicy: draw.pick(['Always', 'IfNotPresent', '']) })),
      ...one(0.3, () => ({ imagePullSecrets: draw.pick([['pull'], ['a', 'b'], []]) })),
      ...one(0.3, () => ({ network: 'n1' })),
      ...one(0.2, () => ({ meshID: 'mesh1' })),
      ...one(0.3, () => ({ multiCluster: { clusterName: 'east' } })),
      ...one(0.2, () => ({ caAddress: 'ca.example.com:1' })),
      ...one(0.2, () => ({ pilotCertProvider: draw.pick(['kubernetes', 'custom', 'none']) })),
      ...one(0.1, () => ({ caName: 'GkeWorkloadCertificate' })),
      ...one(0.2, () => ({ logAsJson: true })),
      ...one(0.2, () => ({ logging: { level: 'all:warn' } })),
      ...one(0.2, () => ({ sts: { servicePort: draw.pick([0, 1234]) } })),
      ...one(0.2, () => ({ mountMtlsCerts: true })),
      ...one(0.2, () => ({ nativeNftables: true })),
      ...one(0.1, () => ({ trustBundleName: 'bundle' })),
      ...one(0.2, () => ({ proxy_init: draw.pick<Tree>([{ image: 'init' }, { forceApplyIptables: true }]) })),
      ...one(0.1, () => ({ istioNamespace: 'mesh' })),
    },
    pilot: {
      cni: draw.chance(0.4) ? { enabled: true, provider: draw.pick(['default', 'multus']) } : {},
      env: draw.chance(0.2) ? { ENABLE_CLUSTER_TRUST_BUNDLE_API: draw.chance(0.5) } : {},
    },
    ...one(0.2, () => ({ revision: 'canary' })),
    ...one(0.2, () => ({ gateways: { securityContext: { runAsUser: 9 } } })),
    sidecarInjectorWebhook: {
      ...one(0.2, () => ({ rewriteAppHTTPProbe: false })),
      ...one(0.2, () => ({ injectedAnnotations: { note: 'x' } })),
      ...one(0.2, () => ({ defaultTemplates: ['sidecar', 'grpc-simple'] })),
      ...one(0.2, () => ({ neverInjectSelector: [{ matchLabels: { version: 'v2' } }, {}] })),
      ...one(0.2, () => ({ alwaysInjectSelector: [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }] })),
    },
  };
}

/** Fields of the mesh configuration by lot. */
export function drawMeshConfig(draw: Draw): Tree {
  const one = (probability: number, make: () => Tree): Tree => (draw.chance(probability) ? make() : {});
  return {
    ...one(0.2, () => ({ trustDomain: 'td.local' })),
    ...one(0.2, () => ({ enablePrometheusMerge: draw.chance(0.5) })),
    ...one(0.2, () => ({ proxyListenPort: 15101, proxyInboundListenPort: 15106 })),
    ...one(0.2, () => ({ inboundTrafficPolicy: { mode: 'LOCALHOST' } })),
    ...one(0.2, () => ({
      extensionProviders: [{ name: 'otel', opentelemetry: { service: 'a.b.svc.cluster.local', port: 4317, serviceAttributeEnrichment: 'OTEL_SEMANTIC_CONVENTIONS' } }],
    })),
    defaultConfig: {
      ...one(0.2, () => ({ concurrency: 2 })),
      ...one(0.2, () => ({ interceptionMode: draw.pick(['TPROXY', 'REDIRECT']) })),
      ...one(0.2, () => ({ holdApplicationUntilProxyStarts: true })),
      ...one(0.2, () => ({ statusPort: 15030 })),
      ...one(0.2, () => ({ proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true', ISTIO_META_ENABLE_HBONE: 'true' } })),
      ...one(0.2, () => ({ image: { imageType: 'debug' } })),
      ...one(0.1, () => ({ tracing: { tlsSettings: { mode: 'SIMPLE', caCertificates: '/etc/ca/cert.pem' } } })),
      ...one(0.1, () => ({ discoveryAddress: 'istiod-canary.mesh.svc:15012' })),
    },
  };
}
