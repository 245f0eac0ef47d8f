import { JsonObject, Manifest } from '../../reference/json';
import { Installation, revisioned } from '../installation';

/** Which gateway's Deployment is rendered. */
export interface GatewayDeploymentRequest {
  readonly name: string;
  readonly namespace: string;
  /** Labels of all its objects; the pods are found by "app" and "istio" among them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Name of the service account. */
  readonly account: string;
  /** Values of the gateway. */
  readonly values: JsonObject;
}

const fromField = (name: string, fieldPath: string): JsonObject => ({ name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } });

/** The proxies of a gateway. They are whole in themselves: nothing has to be injected. */
export function renderGatewayDeployment(installation: Installation, request: GatewayDeploymentRequest): Manifest {
  const { name, namespace, labels, account, values } = request;
  const selector = Object.fromEntries(['app', 'istio'].filter((key) => labels[key] !== undefined).map((key) => [key, labels[key]]));
  const { revision } = installation;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: { ...labels, 'istio.io/dataplane-mode': 'none' } },
    spec: {
      selector: { matchLabels: selector },
      strategy: { rollingUpdate: { maxSurge: values.rollingMaxSurge, maxUnavailable: values.rollingMaxUnavailable } },
      template: {
        metadata: {
          labels: {
            ...labels,
            'istio.io/dataplane-mode': 'none',
            'service.istio.io/canonical-name': name,
            'service.istio.io/canonical-revision': revision === 'default' ? 'latest' : revision,
            'sidecar.istio.io/inject': 'false',
          },
          annotations: {
            'istio.io/rev': revision,
            'prometheus.io/path': '/stats/prometheus',
            'prometheus.io/port': '15020',
            'prometheus.io/scrape': 'true',
            'sidecar.istio.io/inject': 'false',
          },
        },
        spec: {
          serviceAccountName: account,
          securityContext: { runAsUser: 1337, runAsGroup: 1337, runAsNonRoot: true },
          containers: [proxy(installation, request)],
          volumes: volumesOf(installation).map(({ volume }) => volume),
        },
      },
    },
  };
}

function proxy(installation: Installation, { name, namespace, values }: GatewayDeploymentRequest): JsonObject {
  const { global } = installation.values;
  return {
    name: 'istio-proxy',
    image: `${global.hub}/${global.proxy.image}:${global.tag}`,
    ports: [
      ...values.ports.map((port: JsonObject) => ({ containerPort: port.targetPort, protocol: port.protocol })),
      { containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' },
    ],
    args: [
      'proxy', 'router',
      '--domain', `$(POD_NAMESPACE).svc.${global.proxy.clusterDomain}`,
      `--proxyLogLevel=${global.proxy.logLevel}`,
      `--proxyComponentLogLevel=${global.proxy.componentLogLevel}`,
      `--log_output_level=${global.logging.level}`,
    ],
    readinessProbe: {
      httpGet: { path: '/healthz/ready', port: 15021, scheme: 'HTTP' },
      initialDelaySeconds: 1,
      periodSeconds: 2,
      timeoutSeconds: 1,
      successThreshold: 1,
      failureThreshold: 30,
    },
    resources: values.resources,
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true },
    env: [
      { name: 'PILOT_CERT_PROVIDER', value: global.pilotCertProvider },
      { name: 'CA_ADDR', value: `${revisioned('istiod', installation)}.${installation.namespace}.svc:15012` },
      fromField('NODE_NAME', 'spec.nodeName'),
      fromField('POD_NAME', 'metadata.name'),
      fromField('POD_NAMESPACE', 'metadata.namespace'),
      fromField('INSTANCE_IP', 'status.podIP'),
      fromField('HOST_IP', 'status.hostIP'),
      { name: 'ISTIO_CPU_LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } } },
      { name: 'SERVICE_ACCOUNT', valueFrom: { fieldRef: { fieldPath: 'spec.serviceAccountName' } } },
      { name: 'ISTIO_META_WORKLOAD_NAME', value: name },
      { name: 'ISTIO_META_OWNER', value: `kubernetes://apis/apps/v1/namespaces/${namespace}/deployments/${name}` },
      { name: 'ISTIO_META_MESH_ID', value: global.meshID || installation.meshConfig.trustDomain },
      { name: 'TRUST_DOMAIN', value: installation.meshConfig.trustDomain },
      { name: 'ISTIO_META_UNPRIVILEGED_POD', value: 'true' },
      { name: 'ISTIO_META_CLUSTER_ID', value: global.multiCluster.clusterName || 'Kubernetes' },
      { name: 'ISTIO_META_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
    volumeMounts: volumesOf(installation).map(({ volume, mountPath, readOnly }) => ({ name: volume.name, mountPath, ...(readOnly && { readOnly }) })),
  };
}

interface Mounted {
  readonly volume: JsonObject;
  readonly mountPath: string;
  readonly readOnly?: boolean;
}

/** Where a gateway finds its certificates and its configuration. Certificates of hosts come from istiod, by the name of their secret. */
function volumesOf(installation: Installation): Mounted[] {
  return [
    { volume: { name: 'workload-socket', emptyDir: {} }, mountPath: '/var/run/secrets/workload-spiffe-uds' },
    { volume: { name: 'credential-socket', emptyDir: {} }, mountPath: '/var/run/secrets/credential-uds' },
    { volume: { name: 'workload-certs', emptyDir: {} }, mountPath: '/var/run/secrets/workload-spiffe-credentials' },
    { volume: { name: 'istio-envoy', emptyDir: {} }, mountPath: '/etc/istio/proxy' },
    { volume: { name: 'config-volume', configMap: { name: revisioned('istio', installation), optional: true } }, mountPath: '/etc/istio/config' },
    { volume: { name: 'istiod-ca-cert', configMap: { name: 'istio-ca-root-cert' } }, mountPath: '/var/run/secrets/istio' },
    {
      volume: {
        name: 'istio-token',
        projected: { sources: [{ serviceAccountToken: { path: 'istio-token', expirationSeconds: 43200, audience: installation.values.global.sds.token.aud } }] },
      },
      mountPath: '/var/run/secrets/tokens',
      readOnly: true,
    },
    { volume: { name: 'istio-data', emptyDir: {} }, mountPath: '/var/lib/istio/data' },
    {
      volume: {
        name: 'podinfo',
        downwardAPI: {
          items: [
            { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
            { path: 'annotations', fieldRef: { fieldPath: 'metadata.annotations' } },
          ],
        },
      },
      mountPath: '/etc/istio/pod',
    },
    ...['ingressgateway-certs', 'ingressgateway-ca-certs'].map((name) => ({
      volume: { name, secret: { secretName: `istio-${name}`, optional: true } },
      mountPath: `/etc/istio/${name}`,
      readOnly: true,
    })),
  ];
}
