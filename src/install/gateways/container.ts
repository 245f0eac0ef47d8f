import { GatewayContext } from './context';
import { ownMounts } from './volumes';
import { JsonObject } from '../../reference/json';
import { revisioned } from '../names';
import { envOf, imageOf, isGiven, orElse, resourcesOf, text, unquoted, when } from '../values/read';

/** The gateway's proxy, whole. */
export function proxyContainer(context: GatewayContext): JsonObject {
  const { values, gateway } = context;
  const { global } = values;
  return {
    name: 'istio-proxy',
    image: imageOf({
      image: orElse(global.proxy.image, 'proxyv2'),
      hub: global.hub,
      tag: text(orElse(gateway.tag, global.tag)),
      variant: orElse(global.proxy.variant, global.variant),
    }),
    ...when('imagePullPolicy', global.imagePullPolicy),
    ports: containerPorts(context),
    args: [
      'proxy',
      'router',
      '--domain',
      `$(POD_NAMESPACE).svc.${global.proxy.clusterDomain}`,
      ...(isGiven(global.proxy.logLevel) ? [`--proxyLogLevel=${global.proxy.logLevel}`] : []),
      ...(isGiven(global.proxy.componentLogLevel) ? [`--proxyComponentLogLevel=${global.proxy.componentLogLevel}`] : []),
      ...(isGiven(global.logging.level) ? [`--log_output_level=${global.logging.level}`] : []),
      ...(global.logAsJson ? ['--log_as_json'] : []),
      ...(isGiven(global.sts.servicePort) ? [`--stsPort=${text(global.sts.servicePort)}`] : []),
    ],
    ...lockedDown(context),
    readinessProbe: {
      failureThreshold: 30,
      httpGet: { path: '/healthz/ready', port: 15021, scheme: 'HTTP' },
      initialDelaySeconds: 1,
      periodSeconds: 2,
      successThreshold: 1,
      timeoutSeconds: 1,
    },
    ...when('resources', resourcesOf(gateway.resources, global.defaultResources)),
    env: env(context),
    volumeMounts: volumeMounts(context),
  };
}

/** The gateway's proxy with what its own values say; injection fills in everything else. */
export function injectedContainer(context: GatewayContext): JsonObject {
  const { values, gateway } = context;
  const { global } = values;
  return {
    name: 'istio-proxy',
    image: 'auto',
    ...when('imagePullPolicy', global.imagePullPolicy),
    ports: containerPorts(context),
    ...lockedDown(context),
    ...when('resources', resourcesOf(gateway.resources, global.defaultResources)),
    ...when('env', ownEnv(context)),
    ...when('volumeMounts', ownMounts(context)),
  };
}

function containerPorts({ gateway }: GatewayContext): JsonObject[] {
  return [
    ...(gateway.ports ?? []).map(({ port, targetPort, protocol }) => ({
      containerPort: unquoted(orElse(targetPort, port)),
      protocol: orElse(protocol, 'TCP'),
    })),
    { containerPort: 15090, protocol: 'TCP', name: 'http-envoy-prom' },
  ];
}

function lockedDown({ gateway }: GatewayContext): JsonObject {
  if (gateway.runAsRoot) return {};
  return { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true } };
}

/** That it may not bind to ports below 1024, and what the values of the gateway add. */
function ownEnv({ gateway }: GatewayContext): JsonObject[] {
  return [...(gateway.runAsRoot ? [] : [{ name: 'ISTIO_META_UNPRIVILEGED_POD', value: 'true' }]), ...envOf(gateway.env ?? {})];
}

function env(context: GatewayContext): JsonObject[] {
  const { values, gateway, release } = context;
  const { global, meshConfig } = values;
  const fromField = (name: string, fieldPath: string): JsonObject => ({ name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } });
  const given = (name: string, value: unknown): JsonObject[] => isGiven(value) ? [{ name, value: text(value) }] : [];
  const istiod = `${revisioned('istiod', values.revision)}.${global.istioNamespace}.svc:15012`;
  return [
    { name: 'PILOT_CERT_PROVIDER', value: unquoted(global.pilotCertProvider) },
    { name: 'CA_ADDR', value: orElse(global.caAddress, istiod) },
    fromField('NODE_NAME', 'spec.nodeName'),
    fromField('POD_NAME', 'metadata.name'),
    fromField('POD_NAMESPACE', 'metadata.namespace'),
    fromField('INSTANCE_IP', 'status.podIP'),
    fromField('HOST_IP', 'status.hostIP'),
    { name: 'ISTIO_CPU_LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } } },
    { name: 'SERVICE_ACCOUNT', valueFrom: { fieldRef: { fieldPath: 'spec.serviceAccountName' } } },
    { name: 'ISTIO_META_WORKLOAD_NAME', value: gateway.name },
    { name: 'ISTIO_META_OWNER', value: `kubernetes://apis/apps/v1/namespaces/${release.namespace}/deployments/${gateway.name}` },
    ...given('ISTIO_META_MESH_ID', orElse<string>(global.meshID, meshConfig.trustDomain)),
    ...given('TRUST_DOMAIN', meshConfig.trustDomain),
    ...ownEnv(context),
    ...envOf(meshConfig.defaultConfig?.proxyMetadata ?? {}),
    ...(isGiven(gateway.env?.ISTIO_META_NETWORK) ? [] : given('ISTIO_META_NETWORK', global.network)),
    { name: 'ISTIO_META_CLUSTER_ID', value: orElse(global.multiCluster.clusterName, 'Kubernetes') },
    { name: 'ISTIO_META_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ];
}

function volumeMounts(context: GatewayContext): JsonObject[] {
  const { global } = context.values;
  return [
    { name: 'workload-socket', mountPath: '/var/run/secrets/workload-spiffe-uds' },
    { name: 'credential-socket', mountPath: '/var/run/secrets/credential-uds' },
    { name: 'workload-certs', mountPath: '/var/run/secrets/workload-spiffe-credentials' },
    { name: 'istio-envoy', mountPath: '/etc/istio/proxy' },
    { name: 'config-volume', mountPath: '/etc/istio/config' },
    ...(global.pilotCertProvider === 'istiod' ? [{ name: 'istiod-ca-cert', mountPath: '/var/run/secrets/istio' }] : []),
    { name: 'istio-token', mountPath: '/var/run/secrets/tokens', readOnly: true },
    ...(global.mountMtlsCerts ? [{ name: 'istio-certs', mountPath: '/etc/certs', readOnly: true }] : []),
    { name: 'istio-data', mountPath: '/var/lib/istio/data' },
    { name: 'podinfo', mountPath: '/etc/istio/pod' },
    ...ownMounts(context),
  ];
}
