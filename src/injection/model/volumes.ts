import { proxyValue } from './facts';
import { usesTrustBundle } from './proxy-env';
import { JsonObject } from '../../reference/json';
import { annotation, and, choose, concat, constant, data, eq, Expression, firstOf, hasAnnotation, not, optionalValue, value } from '../expression';
import { each, Node, node, NodeLike, tree, when } from '../node';

const gke = eq(value('global.caName'), 'GkeWorkloadCertificate');
const istiodCa = eq(value('global.pilotCertProvider'), 'istiod');
const bootstrap = 'sidecar.istio.io/bootstrapOverride';
const mtlsCerts = value('global.mountMtlsCerts');
const lightstep = and(eq(proxyValue('tracer'), 'lightstep'), data('.ProxyConfig.GetTracing.GetTlsSettings', (pod) => pod.proxyConfig.tracing?.tlsSettings));
const lightstepFolder = data('(directory .ProxyConfig.GetTracing.GetTlsSettings.GetCaCertificates)', (pod) => {
  const path = String(pod.proxyConfig.tracing?.tlsSettings?.caCertificates ?? '');
  return path.slice(0, path.lastIndexOf('/') + 1);
});
const bundleName = (otherwise: string): Expression => firstOf(value('global.trustBundleName'), constant(otherwise));

/** What a pod adds in an annotation: volumes, or mounts, by name. */
function own(name: string): Expression {
  return data(`(fromJSON (index .ObjectMeta.Annotations "${name}" | default "{}"))`, (pod) => parsed(annotation(name).evaluate(pod)));
}

function parsed(text: unknown): JsonObject {
  try {
    return JSON.parse(String(text || '{}'));
  } catch {
    return {};
  }
}

/** An entry of a pod's annotation with its name in it. */
function named(name: Expression, of: Expression): Node {
  return tree({
    go: `(merge (dict "name" ${name.go}) ${of.go})`,
    evaluate: (pod) => ({ ...(of.evaluate(pod) as JsonObject), name: name.evaluate(pod) }),
  });
}

/** Where the proxy finds its certificates, its configuration and its token. */
export const volumeMounts: NodeLike = [
  { name: 'workload-socket', mountPath: '/var/run/secrets/workload-spiffe-uds' },
  { name: 'credential-socket', mountPath: '/var/run/secrets/credential-uds' },
  when(gke,
    { name: 'gke-workload-certificate', mountPath: '/var/run/secrets/workload-spiffe-credentials', readOnly: true },
    { name: 'workload-certs', mountPath: '/var/run/secrets/workload-spiffe-credentials' }),
  when(istiodCa, { name: 'istiod-ca-cert', mountPath: '/var/run/secrets/istio' }),
  when(istiodCa, { name: 'istio-ca-crl', mountPath: '/var/run/secrets/istio/crl' }),
  { name: 'istio-data', mountPath: '/var/lib/istio/data' },
  when(hasAnnotation(bootstrap), { name: 'custom-bootstrap-volume', mountPath: '/etc/istio/custom-bootstrap' }),
  { name: 'istio-envoy', mountPath: '/etc/istio/proxy' },
  { name: 'istio-token', mountPath: '/var/run/secrets/tokens' },
  when(mtlsCerts, { name: 'istio-certs', mountPath: '/etc/certs/', readOnly: true }),
  { name: 'istio-podinfo', mountPath: '/etc/istio/pod' },
  when(lightstep, { name: 'lightstep-certs', mountPath: lightstepFolder, readOnly: true }),
  each(own('sidecar.istio.io/userVolumeMount'), named),
];

/** The volumes behind them. One without a source is an empty folder, which is what the API server makes of it. */
export const volumes: Node = node([
  { name: 'workload-socket' },
  { name: 'credential-socket' },
  when(gke, { name: 'gke-workload-certificate', csi: { driver: 'workloadcertificates.security.cloud.google.com' } }, { name: 'workload-certs' }),
  when(hasAnnotation(bootstrap), { name: 'custom-bootstrap-volume', configMap: { name: annotation(bootstrap) } }),
  { name: 'istio-envoy', emptyDir: { medium: 'Memory' } },
  { name: 'istio-data', emptyDir: {} },
  {
    name: 'istio-podinfo',
    downwardAPI: {
      items: [
        { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
        { path: 'annotations', fieldRef: { fieldPath: 'metadata.annotations' } },
      ],
    },
  },
  {
    name: 'istio-token',
    projected: { sources: [{ serviceAccountToken: { path: 'istio-token', expirationSeconds: 43200, audience: value('global.sds.token.aud') } }] },
  },
  when(istiodCa, {
    name: 'istiod-ca-cert',
    projected: when(usesTrustBundle, { sources: [{ clusterTrustBundle: { name: concat('istio.io:istiod-ca:', bundleName('root-cert')), path: 'root-cert.pem' } }] }),
    configMap: when(not(usesTrustBundle), { name: bundleName('istio-ca-root-cert') }),
  }),
  { name: 'istio-ca-crl', configMap: { name: firstOf(optionalValue('pilot.crlConfigMapName'), constant('istio-ca-crl')), optional: true } },
  when(mtlsCerts, {
    name: 'istio-certs',
    secret: {
      optional: true,
      secretName: choose(
        data('.Spec.ServiceAccountName', (pod) => pod.spec.serviceAccountName ?? ''),
        concat('istio.', data('.Spec.ServiceAccountName', (pod) => pod.spec.serviceAccountName ?? '')),
        constant('istio.default')),
    },
  }),
  each(own('sidecar.istio.io/userVolume'), named),
  when(lightstep, { name: 'lightstep-certs', secret: { optional: true, secretName: 'lightstep.cacert' } }),
]);
