import { JsonObject } from '../reference/json';

/** Where Istio's release images are, and the release that this version of the library was made for. Images are always pinned. */
export const DEFAULT_HUB = 'registry.istio.io/release';
export const DEFAULT_TAG = '1.31.4';

const proxyResources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2000m', memory: '1024Mi' } };

/** Values that the control plane, the gateways and the injector share (`global`). */
function globalDefaults(): JsonObject {
  return {
    caAddress: '',
    caName: '',
    certSigners: [],
    configCluster: false,
    configValidation: true,
    defaultPodDisruptionBudget: { enabled: true },
    defaultResources: { requests: { cpu: '10m' } },
    externalIstiod: false,
    hub: DEFAULT_HUB,
    imagePullPolicy: '',
    imagePullSecrets: [],
    istioNamespace: 'istio-system',
    istiod: { enableAnalysis: false },
    logAsJson: false,
    logging: { level: 'default:info' },
    meshID: '',
    meshNetworks: {},
    mountMtlsCerts: false,
    multiCluster: { clusterName: '' },
    nativeNftables: false,
    network: '',
    networkPolicy: { enabled: false },
    omitSidecarInjectorConfigMap: false,
    operatorManageWebhooks: false,
    pilotCertProvider: 'istiod',
    priorityClassName: '',
    proxy: proxyDefaults(),
    proxy_init: { forceApplyIptables: false, image: 'proxyv2' },
    remotePilotAddress: '',
    resourceScope: 'all',
    sds: { token: { aud: 'istio-ca' } },
    sts: { servicePort: 0 },
    tag: DEFAULT_TAG,
    variant: '',
    waypoint: {
      affinity: {},
      nodeSelector: {},
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } },
      tolerations: [],
      topologySpreadConstraints: [],
    },
  };
}

/** Values of the proxies (`global.proxy`). */
function proxyDefaults(): JsonObject {
  return {
    autoInject: 'enabled',
    clusterDomain: 'cluster.local',
    componentLogLevel: 'misc:error',
    excludeIPRanges: '',
    excludeInboundPorts: '',
    excludeOutboundPorts: '',
    image: 'proxyv2',
    includeIPRanges: '*',
    includeInboundPorts: '*',
    includeOutboundPorts: '',
    logLevel: 'warning',
    outlierLogPath: '',
    privileged: false,
    readinessFailureThreshold: 4,
    readinessInitialDelaySeconds: 0,
    readinessPeriodSeconds: 15,
    resources: proxyResources,
    seccompProfile: {},
    startupProbe: { enabled: true, failureThreshold: 600 },
    statusPort: 15020,
    tracer: 'none',
  };
}

/** Values of istiod. */
export function istiodDefaults(): JsonObject {
  return {
    affinity: {},
    autoscaleBehavior: {},
    autoscaleEnabled: true,
    autoscaleMax: 5,
    autoscaleMin: 1,
    base: { enableIstioConfigCRDs: true },
    cni: { enabled: false, provider: 'default' },
    configMap: true,
    cpu: { targetAverageUtilization: 80 },
    defaultRevision: '',
    deploymentAnnotations: {},
    deploymentLabels: {},
    enabled: true,
    env: {},
    envVarFrom: [],
    experimental: { stableValidationPolicy: false },
    extraContainerArgs: [],
    gatewayClasses: {},
    gateways: { 'istio-egressgateway': {}, 'istio-ingressgateway': {}, 'seccompProfile': {}, 'securityContext': {} },
    global: globalDefaults(),
    hub: '',
    image: 'pilot',
    initContainers: [],
    ipFamilies: [],
    ipFamilyPolicy: '',
    istiodRemote: { enabled: false, enabledLocalInjectorIstiod: false, injectionCABundle: '', injectionPath: '/inject', injectionURL: '' },
    jwksResolverExtraRootCA: '',
    keepaliveMaxServerConnectionAge: '30m',
    memory: {},
    meshConfig: { enablePrometheusMerge: true },
    nodeSelector: {},
    ownerName: '',
    pdb: { minAvailable: 1, unhealthyPodEvictionPolicy: '' },
    pilot: { cni: { enabled: false }, enabled: true },
    podAnnotations: {},
    podLabels: {},
    replicaCount: 1,
    resources: { requests: { cpu: '500m', memory: '2048Mi' } },
    revision: '',
    revisionTags: [],
    rollingMaxSurge: '100%',
    rollingMaxUnavailable: '25%',
    seccompProfile: {},
    serviceAccountAnnotations: {},
    serviceAnnotations: {},
    sidecarInjectorWebhook: {
      alwaysInjectSelector: [],
      defaultTemplates: [],
      enableNamespacesByDefault: false,
      injectedAnnotations: {},
      neverInjectSelector: [],
      reinvocationPolicy: 'Never',
      rewriteAppHTTPProbe: true,
      templates: {},
    },
    sidecarInjectorWebhookAnnotations: {},
    tag: '',
    taint: { enabled: false, name: 'cni.istio.io/not-ready', namespace: '' },
    telemetry: { enabled: true, v2: { enabled: true, prometheus: { enabled: true }, stackdriver: { enabled: false } } },
    tolerations: [],
    topologySpreadConstraints: [],
    traceSampling: 1,
    trustedZtunnelName: '',
    trustedZtunnelNamespace: '',
    variant: '',
    volumeMounts: [],
    volumes: [],
    ztunnel: { resourceName: 'ztunnel' },
  };
}

/** Values of an ingress gateway of the installer. */
export function ingressGatewayDefaults(): JsonObject {
  return {
    autoscaleEnabled: true,
    autoscaleMin: 1,
    autoscaleMax: 5,
    cpu: { targetAverageUtilization: 80 },
    resources: proxyResources,
    rollingMaxSurge: '100%',
    rollingMaxUnavailable: '25%',
    type: 'LoadBalancer',
    ports: [
      { port: 15021, targetPort: 15021, name: 'status-port', protocol: 'TCP' },
      { port: 80, targetPort: 8080, name: 'http2', protocol: 'TCP' },
      { port: 443, targetPort: 8443, name: 'https', protocol: 'TCP' },
    ],
  };
}
