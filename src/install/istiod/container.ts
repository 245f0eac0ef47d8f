import { IstiodContext } from './context';
import { JsonObject } from '../../reference/json';
import { envOf, componentImage, isGiven, orElse, orNull, resourcesOf, text, unquoted, when } from '../values/read';

/** istiod's only container. */
export function istiodContainer(context: IstiodContext): JsonObject {
  const { values } = context;
  const { global } = values;
  return {
    name: 'discovery',
    image: componentImage('pilot', values, global),
    ...when('imagePullPolicy', global.imagePullPolicy),
    ...when('terminationMessagePolicy', values.terminationMessagePolicy),
    args: [
      'discovery',
      '--monitoringAddr=:15014',
      ...(isGiven(global.logging.level) ? [`--log_output_level=${global.logging.level}`] : []),
      ...(global.logAsJson ? ['--log_as_json'] : []),
      '--domain',
      global.proxy.clusterDomain,
      ...(isGiven(values.taint.namespace) ? [`--cniNamespace=${values.taint.namespace}`] : []),
      '--keepaliveMaxServerConnectionAge',
      text(values.keepaliveMaxServerConnectionAge),
      ...(values.extraContainerArgs ?? []),
    ],
    ports: [
      { containerPort: 8080, protocol: 'TCP', name: 'http-debug' },
      { containerPort: 15010, protocol: 'TCP', name: 'grpc-xds' },
      { containerPort: 15012, protocol: 'TCP', name: 'tls-xds' },
      { containerPort: 15017, protocol: 'TCP', name: 'https-webhooks' },
      { containerPort: 15014, protocol: 'TCP', name: 'http-monitoring' },
    ],
    readinessProbe: { httpGet: { path: '/ready', port: 8080 }, initialDelaySeconds: 1, periodSeconds: 3, timeoutSeconds: 5 },
    env: env(context),
    resources: orNull(resourcesOf(values.resources, global.defaultResources)),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ['ALL'] },
      ...when('seccompProfile', values.seccompProfile),
    },
    volumeMounts: [
      { name: 'istio-token', mountPath: '/var/run/secrets/tokens', readOnly: true },
      { name: 'local-certs', mountPath: '/var/run/secrets/istio-dns' },
      { name: 'cacerts', mountPath: '/etc/cacerts', readOnly: true },
      { name: 'istio-kubeconfig', mountPath: '/var/run/secrets/remote', readOnly: true },
      ...(isGiven(values.jwksResolverExtraRootCA) ? [{ name: 'extracacerts', mountPath: '/cacerts' }] : []),
      { name: 'istio-csr-dns-cert', mountPath: '/var/run/secrets/istiod/tls', readOnly: true },
      { name: 'istio-csr-ca-configmap', mountPath: '/var/run/secrets/istiod/ca', readOnly: true },
      ...(values.volumeMounts ?? []),
    ],
  };
}

function env({ values, release }: IstiodContext): JsonObject[] {
  const { global, taint } = values;
  const own: JsonObject = values.env ?? {};
  const fromField = (name: string, fieldPath: string): JsonObject => ({ name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } });
  const given = (name: string, value: unknown): JsonObject[] => isGiven(value) ? [{ name, value: text(value) }] : [];
  return [
    { name: 'REVISION', value: orElse(values.revision, 'default') },
    { name: 'PILOT_CERT_PROVIDER', value: unquoted(global.pilotCertProvider) },
    fromField('POD_NAME', 'metadata.name'),
    fromField('POD_NAMESPACE', 'metadata.namespace'),
    fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName'),
    { name: 'KUBECONFIG', value: '/var/run/secrets/remote/config' },
    // The account of the node proxies that may ask for the certificates of others.
    ...(isGiven(own.CA_TRUSTED_NODE_ACCOUNTS) ? [] : [{
      name: 'CA_TRUSTED_NODE_ACCOUNTS',
      value: `${orElse(values.trustedZtunnelNamespace, release.namespace)}/${orElse(values.trustedZtunnelName, 'ztunnel')}`,
    }]),
    ...envOf(own),
    ...(own.COMPLIANCE_POLICY === 'fips-140-3' ? [{ name: 'GODEBUG', value: 'fips140=only' }] : []),
    ...(values.envVarFrom ?? []),
    ...given('PILOT_TRACE_SAMPLING', values.traceSampling),
    ...(taint.enabled ? [
      { name: 'PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS', value: 'true' },
      { name: 'PILOT_NODE_UNTAINT_CONTROLLERS_TAINT_NAME', value: text(taint.name) },
    ] : []),
    ...(isGiven(own.EXTERNAL_ISTIOD) ? [] : given('EXTERNAL_ISTIOD', global.externalIstiod)),
    ...given('PILOT_CA_CERT_CONFIGMAP', global.trustBundleName),
    ...given('PILOT_CRL_CONFIGMAP', values.crlConfigMapName),
    { name: 'PILOT_ENABLE_ANALYSIS', value: text(global.istiod.enableAnalysis) },
    { name: 'CLUSTER_ID', value: text(orElse(global.multiCluster.clusterName, 'Kubernetes')) },
    { name: 'GOMAXPROCS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } } },
    { name: 'PLATFORM', value: text(orElse(global.platform, orElse(values.platform, ''))) },
  ];
}
