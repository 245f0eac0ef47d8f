import { ZtunnelContext } from './context';
import { JsonObject } from '../../reference/json';
import { revisioned } from '../names';
import { envOf, imageOf, isGiven, orElse, orNull, quoted, resourcesOf, text, when } from '../values/read';

/** ztunnel's only container. */
export function ztunnelContainer(context: ZtunnelContext): JsonObject {
  const { values } = context;
  return {
    name: 'istio-proxy',
    image: imageOf({ image: orElse(values.image, 'ztunnel'), hub: text(values.hub), tag: text(values.tag), variant: values.variant }),
    ports: [{ containerPort: 15020, name: 'ztunnel-stats', protocol: 'TCP' }],
    resources: orNull(resourcesOf(values.resources, {})),
    ...when('imagePullPolicy', values.imagePullPolicy),
    securityContext: {
      // A container with SYS_ADMIN has this in any case; API servers differ in whether they let it say otherwise.
      allowPrivilegeEscalation: true,
      privileged: false,
      // To send and receive with the addresses of pods, from within their networks.
      capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'SYS_ADMIN', 'NET_RAW'] },
      readOnlyRootFilesystem: true,
      runAsGroup: 1337,
      runAsNonRoot: false,
      runAsUser: 0,
      ...when('seLinuxOptions', values.seLinuxOptions),
    },
    readinessProbe: { httpGet: { port: 15021, path: '/healthz/ready' } },
    args: ['proxy', 'ztunnel'],
    env: env(context),
    volumeMounts: volumeMounts(context),
  };
}

function env({ values }: ZtunnelContext): JsonObject[] {
  const { resources } = values;
  const istiod = `${revisioned('istiod', values.revision)}.${text(values.istioNamespace)}.svc:15012`;
  const fromField = (name: string, fieldPath: string): JsonObject => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  const fromResource = (name: string, resource: string): JsonObject => ({ name, valueFrom: { resourceFieldRef: { resource, divisor: '1' } } });
  return [
    { name: 'CA_ADDRESS', value: text(orElse(values.caAddress, istiod)) },
    { name: 'XDS_ADDRESS', value: text(orElse(values.xdsAddress, istiod)) },
    ...(isGiven(values.logAsJson) ? [{ name: 'LOG_FORMAT', value: 'json' }] : []),
    ...(isGiven(values.network) ? [{ name: 'NETWORK', value: text(values.network) }] : []),
    { name: 'RUST_LOG', value: quoted(values.logLevel) },
    { name: 'RUST_BACKTRACE', value: '1' },
    { name: 'ISTIO_META_CLUSTER_ID', value: text(orElse(values.multiCluster.clusterName, 'Kubernetes')) },
    { name: 'INPOD_ENABLED', value: 'true' },
    { name: 'TERMINATION_GRACE_PERIOD_SECONDS', value: text(values.terminationGracePeriodSeconds) },
    fromField('POD_NAME', 'metadata.name'),
    fromField('POD_NAMESPACE', 'metadata.namespace'),
    fromField('NODE_NAME', 'spec.nodeName'),
    fromField('INSTANCE_IP', 'status.podIP'),
    fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
    ...envOf(orElse(values.meshConfig.defaultConfig.proxyMetadata, {})),
    fromResource('ZTUNNEL_CPU_LIMIT', 'limits.cpu'),
    // Threads follow from these, and only from what was really asked for: the limit above is the node's where there is none.
    ...(isGiven(resources?.limits?.cpu) ? [fromResource('ZTUNNEL_RESOURCE_CPU_LIMIT', 'limits.cpu')] : []),
    ...(isGiven(resources?.requests?.cpu) ? [fromResource('ZTUNNEL_RESOURCE_CPU_REQUEST', 'requests.cpu')] : []),
    ...envOf(orElse(values.env, {})),
    ...(isGiven(values.peerCaCrl.enabled) ? [{ name: 'CRL_PATH', value: '/var/run/secrets/istio/crl/ca-crl.pem' }] : []),
  ];
}

function volumeMounts({ values }: ZtunnelContext): JsonObject[] {
  return [
    { mountPath: '/var/run/secrets/istio', name: 'istiod-ca-cert' },
    { mountPath: '/var/run/secrets/tokens', name: 'istio-token' },
    { mountPath: '/var/run/ztunnel', name: 'cni-ztunnel-sock-dir' },
    { mountPath: '/tmp', name: 'tmp' },
    ...(isGiven(values.peerCaCrl.enabled) ? [{ mountPath: '/var/run/secrets/istio/crl', name: 'crl-volume', readOnly: true }] : []),
    ...orElse(values.volumeMounts, []),
  ];
}
