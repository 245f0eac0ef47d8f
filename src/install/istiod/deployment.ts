import { JsonObject, Manifest } from '../../reference/json';
import { Installation, revisioned } from '../installation';
import { componentLabels } from '../labels';

const fromField = (name: string, fieldPath: string): JsonObject => ({ name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } });

/** The labels by which istiod's own objects find its pods. */
export function istiodSelector(installation: Installation): Record<string, string> {
  return installation.revision === 'default' ? { istio: 'pilot' } : { 'app': 'istiod', 'istio.io/rev': installation.revision };
}

/** istiod itself. */
export function renderIstiodDeployment(installation: Installation): Manifest {
  const { values, namespace, revision } = installation;
  const named = revision !== 'default';
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: revisioned('istiod', installation),
      namespace,
      labels: { 'app': 'istiod', 'istio': 'pilot', ...componentLabels('istiod'), 'istio.io/rev': revision },
    },
    spec: {
      selector: { matchLabels: istiodSelector(installation) },
      strategy: { rollingUpdate: { maxSurge: values.rollingMaxSurge, maxUnavailable: values.rollingMaxUnavailable } },
      template: {
        metadata: {
          annotations: { 'prometheus.io/port': '15014', 'prometheus.io/scrape': 'true', 'sidecar.istio.io/inject': 'false' },
          labels: {
            'app': 'istiod',
            'istio': named ? 'istiod' : 'pilot',
            ...withoutRelease(componentLabels('istiod')),
            'istio.io/rev': revision,
            'istio.io/dataplane-mode': 'none',
            'sidecar.istio.io/inject': 'false',
          },
        },
        spec: {
          serviceAccountName: revisioned('istiod', installation),
          tolerations: [{ key: values.taint.name, operator: 'Exists' }],
          containers: [discovery(installation)],
          volumes: VOLUMES.map(({ volume }) => volume),
        },
      },
    },
  };
}

function withoutRelease({ release: _release, ...labels }: Record<string, string>): Record<string, string> {
  return labels;
}

function discovery({ values, revision, namespace }: Installation): JsonObject {
  const { hub, tag } = values.global;
  return {
    name: 'discovery',
    image: `${hub}/${values.image}:${tag}`,
    args: [
      'discovery',
      '--monitoringAddr=:15014',
      `--log_output_level=${values.global.logging.level}`,
      '--domain', values.global.proxy.clusterDomain,
      '--keepaliveMaxServerConnectionAge', values.keepaliveMaxServerConnectionAge,
    ],
    ports: PORTS,
    readinessProbe: { httpGet: { path: '/ready', port: 8080 }, initialDelaySeconds: 1, periodSeconds: 3, timeoutSeconds: 5 },
    env: [
      { name: 'REVISION', value: revision },
      { name: 'PILOT_CERT_PROVIDER', value: values.global.pilotCertProvider },
      fromField('POD_NAME', 'metadata.name'),
      fromField('POD_NAMESPACE', 'metadata.namespace'),
      fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
      { name: 'KUBECONFIG', value: '/var/run/secrets/remote/config' },
      { name: 'CA_TRUSTED_NODE_ACCOUNTS', value: `${namespace}/ztunnel` },
      { name: 'PILOT_TRACE_SAMPLING', value: String(values.traceSampling) },
      { name: 'PILOT_ENABLE_ANALYSIS', value: String(values.global.istiod.enableAnalysis) },
      { name: 'CLUSTER_ID', value: values.global.multiCluster.clusterName || 'Kubernetes' },
      { name: 'GOMAXPROCS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } } },
      { name: 'PLATFORM', value: values.global.platform ?? '' },
    ],
    resources: values.resources,
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: VOLUMES.map(({ volume, mountPath, readOnly }) => ({ name: volume.name, mountPath, ...(readOnly && { readOnly }) })),
  };
}

const PORTS = [
  { containerPort: 8080, protocol: 'TCP', name: 'http-debug' },
  { containerPort: 15010, protocol: 'TCP', name: 'grpc-xds' },
  { containerPort: 15012, protocol: 'TCP', name: 'tls-xds' },
  { containerPort: 15017, protocol: 'TCP', name: 'https-webhooks' },
  { containerPort: 15014, protocol: 'TCP', name: 'http-monitoring' },
];

const optionalSecret = (name: string, secretName: string): JsonObject => ({ name, secret: { optional: true, secretName } });

/** Where istiod finds its token, certificates that were plugged in, and access to other clusters. */
const VOLUMES: readonly { readonly volume: JsonObject; readonly mountPath: string; readonly readOnly?: boolean }[] = [
  {
    volume: {
      name: 'istio-token',
      projected: { sources: [{ serviceAccountToken: { audience: 'istio-ca', expirationSeconds: 43200, path: 'istio-token' } }] },
    },
    mountPath: '/var/run/secrets/tokens',
    readOnly: true,
  },
  { volume: { name: 'local-certs', emptyDir: { medium: 'Memory' } }, mountPath: '/var/run/secrets/istio-dns' },
  { volume: optionalSecret('cacerts', 'cacerts'), mountPath: '/etc/cacerts', readOnly: true },
  { volume: optionalSecret('istio-kubeconfig', 'istio-kubeconfig'), mountPath: '/var/run/secrets/remote', readOnly: true },
  { volume: optionalSecret('istio-csr-dns-cert', 'istiod-tls'), mountPath: '/var/run/secrets/istiod/tls', readOnly: true },
  {
    volume: { name: 'istio-csr-ca-configmap', configMap: { defaultMode: 420, name: 'istio-ca-root-cert', optional: true } },
    mountPath: '/var/run/secrets/istiod/ca',
    readOnly: true,
  },
];
