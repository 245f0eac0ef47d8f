import { RELEASE_HUB, RELEASE_TAG } from './release';
import { GatewayValues, IngressValues } from './types';

/** What an ingress gateway starts from. */
export function ingressDefaults(): IngressValues {
  return {
    gateways: { 'istio-ingressgateway': gatewayDefaults() },
    revision: '',
    global: {
      arch: {},
      defaultNodeSelector: {},
      defaultPodDisruptionBudget: { enabled: true },
      defaultResources: { requests: { cpu: '10m' } },
      defaultTolerations: [],
      hub: RELEASE_HUB,
      tag: RELEASE_TAG,
      variant: '',
      imagePullPolicy: '',
      imagePullSecrets: [],
      logAsJson: false,
      logging: { level: 'default:info' },
      priorityClassName: '',
      proxy: { image: 'proxyv2', clusterDomain: 'cluster.local', componentLogLevel: 'misc:error', logLevel: 'warning' },
      caAddress: '',
      istioNamespace: 'istio-system',
      meshID: '',
      mountMtlsCerts: false,
      multiCluster: { clusterName: '' },
      network: '',
      pilotCertProvider: 'istiod',
      sds: { token: { aud: 'istio-ca' } },
      sts: { servicePort: 0 },
      networkPolicy: { enabled: false },
    },
    meshConfig: { enablePrometheusMerge: true, trustDomain: 'cluster.local', defaultConfig: { proxyMetadata: {} } },
  };
}

function gatewayDefaults(): GatewayValues {
  return {
    name: 'istio-ingressgateway',
    labels: { app: 'istio-ingressgateway', istio: 'ingressgateway' },
    // The status port is the first: some load balancers check the health of the first one.
    ports: [
      { name: 'status-port', port: 15021, protocol: 'TCP', targetPort: 15021 },
      { name: 'http2', port: 80, protocol: 'TCP', targetPort: 8080 },
      { name: 'https', port: 443, protocol: 'TCP', targetPort: 8443 },
    ],
    rollingMaxSurge: '100%',
    rollingMaxUnavailable: '25%',
    autoscaleEnabled: true,
    autoscaleMin: 1,
    autoscaleMax: 5,
    cpu: { targetAverageUtilization: 80 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2000m', memory: '1024Mi' } },
    loadBalancerIP: '',
    loadBalancerSourceRanges: [],
    serviceAnnotations: {},
    ipFamilyPolicy: '',
    ipFamilies: [],
    podAnnotations: {},
    type: 'LoadBalancer',
    secretVolumes: [
      { name: 'ingressgateway-certs', secretName: 'istio-ingressgateway-certs', mountPath: '/etc/istio/ingressgateway-certs' },
      { name: 'ingressgateway-ca-certs', secretName: 'istio-ingressgateway-ca-certs', mountPath: '/etc/istio/ingressgateway-ca-certs' },
    ],
    configVolumes: [],
    customService: false,
    externalTrafficPolicy: '',
    ingressPorts: [],
    additionalContainers: [],
    serviceAccount: { annotations: {} },
    env: {},
    nodeSelector: {},
    tolerations: [],
    runAsRoot: false,
  };
}
