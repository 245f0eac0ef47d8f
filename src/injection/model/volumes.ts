import { proxyValue } from './facts';
import { usesTrustBundle } from './proxy-env';
import { JsonObject } from '../../reference/json';
import { annotation, and, choose, concat, constant, data, eq, Expression, firstOf, hasAnnotation, not, optionalValue, proxyData, together, value } from '../expression';
import { each, Each, Node, node, NodeLike, tree, when } from '../node';

const gke = eq(value('global.caName'), 'GkeWorkloadCertificate');
const istiodCa = eq(value('global.pilotCertProvider'), 'istiod');
const bootstrap = 'sidecar.istio.io/bootstrapOverride';
const mtlsCerts = value('global.mountMtlsCerts');
const lightstep = and(eq(proxyValue('tracer'), 'lightstep'), proxyData('.ProxyConfig.GetTracing.GetTlsSettings', (pod) => pod.proxyConfig.tracing?.tlsSettings));
const lightstepFolder = proxyData('(directory .ProxyConfig.GetTracing.GetTlsSettings.GetCaCertificates)', (pod) => {
  const path = String(pod.proxyConfig.tracing?.tlsSettings?.caCertificates ?? '');
  return path.slice(0, path.lastIndexOf('/') + 1);
});
const bundleName = (otherwise: string): Expression => firstOf(value('global.trustBundleName'), constant(otherwise));

/** What a pod adds in an annotation: volumes, or mounts, by name. */
function own(name: string): Expression {
  return proxyData(`(fromJSON (index .ObjectMeta.Annotations "${name}" | default "{}"))`, (pod) => parsed(pod.annotations[name]));
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
    ...together(name, of),
    go: `(merge ${of.go} (dict "name" (printf "%v" ${name.go})))`,
    evaluate: (pod) => {
      const given = of.evaluate(pod) as JsonObject;
      return { ...given, name: given.name || name.evaluate(pod) };
    },
  });
}

/** A folder or file of the proxy: where its container finds it, and what is behind it. One without a source is an empty folder, too. */
export interface Part {
  readonly mount?: NodeLike;
  readonly volume?: NodeLike;
}

export const workloadSocket: Part = {
  mount: { name: 'workload-socket', mountPath: '/var/run/secrets/workload-spiffe-uds' },
  volume: { name: 'workload-socket' },
};
/** Istio says of some folders that they are empty, and of the same ones elsewhere nothing, which the API server reads alike. */
export type Source = { readonly emptyDir?: { readonly [field: string]: string } };
export const EMPTY: Source = { emptyDir: {} };
export const credentialSocket = (source: Source = {}): Part => (
  { mount: { name: 'credential-socket', mountPath: '/var/run/secrets/credential-uds' }, volume: { name: 'credential-socket', ...source } as NodeLike });
export const workloadCerts = (source: Source = {}): Part => ({
  mount: when(gke,
    { name: 'gke-workload-certificate', mountPath: '/var/run/secrets/workload-spiffe-credentials', readOnly: true },
    { name: 'workload-certs', mountPath: '/var/run/secrets/workload-spiffe-credentials' }),
  volume: when(gke,
    { name: 'gke-workload-certificate', csi: { driver: 'workloadcertificates.security.cloud.google.com' } },
    { name: 'workload-certs', ...source } as NodeLike),
});
const caMount: NodeLike = { name: 'istiod-ca-cert', mountPath: '/var/run/secrets/istio' };
const caVolume: NodeLike = {
  name: 'istiod-ca-cert',
  projected: when(usesTrustBundle, { sources: [{ clusterTrustBundle: { name: concat('istio.io:istiod-ca:', bundleName('root-cert')), path: 'root-cert.pem' } }] }),
  configMap: when(not(usesTrustBundle), { name: bundleName('istio-ca-root-cert') }),
};
/** istiod's certificate, where it signs by itself. */
export const caCert: Part = { mount: when(istiodCa, caMount), volume: when(istiodCa, caVolume) };
/** The same, wherever certificates come from. */
export const anyCaCert: Part = { mount: caMount, volume: caVolume };
const caCrl: Part = {
  mount: when(istiodCa, { name: 'istio-ca-crl', mountPath: '/var/run/secrets/istio/crl' }),
  volume: { name: 'istio-ca-crl', configMap: { name: firstOf(optionalValue('pilot.crlConfigMapName'), constant('istio-ca-crl')), optional: true } },
};
export const dataFolder: Part = { mount: { name: 'istio-data', mountPath: '/var/lib/istio/data' }, volume: { name: 'istio-data', emptyDir: {} } };
const customBootstrap: Part = {
  mount: when(hasAnnotation(bootstrap), { name: 'custom-bootstrap-volume', mountPath: '/etc/istio/custom-bootstrap' }),
  volume: when(hasAnnotation(bootstrap), { name: 'custom-bootstrap-volume', configMap: { name: annotation(bootstrap) } }),
};
/** Where the agent and what it serves meet. */
export const channel = (name: string): Part => ({ mount: { name, mountPath: '/etc/istio/proxy' }, volume: { name, emptyDir: { medium: 'Memory' } } });
/** A token of the account for an audience, by default the one of the values. */
export const tokenFor = (name: string, mountPath: string, audience: Expression | string = value('global.sds.token.aud')): Part => ({
  mount: { name, mountPath },
  volume: { name, projected: { sources: [{ serviceAccountToken: { path: name, expirationSeconds: 43200, audience } }] } },
});
export const token = tokenFor('istio-token', '/var/run/secrets/tokens');
const serviceAccount = data('.Spec.ServiceAccountName', (pod) => pod.spec.serviceAccountName ?? '');
const certs: Part = {
  mount: when(mtlsCerts, { name: 'istio-certs', mountPath: '/etc/certs/', readOnly: true }),
  volume: when(mtlsCerts, {
    name: 'istio-certs',
    secret: { optional: true, secretName: choose(serviceAccount, concat('istio.', serviceAccount), constant('istio.default')) },
  }),
};
export const podInfo: Part = {
  mount: { name: 'istio-podinfo', mountPath: '/etc/istio/pod' },
  volume: {
    name: 'istio-podinfo',
    downwardAPI: {
      items: [
        { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
        { path: 'annotations', fieldRef: { fieldPath: 'metadata.annotations' } },
      ],
    },
  },
};
const lightstepCerts: Part = {
  mount: when(lightstep, { name: 'lightstep-certs', mountPath: lightstepFolder, readOnly: true }),
  volume: when(lightstep, { name: 'lightstep-certs', secret: { optional: true, secretName: 'lightstep.cacert' } }),
};
const ofUser: { readonly mount: Each; readonly volume: Each } = {
  mount: each(own('sidecar.istio.io/userVolumeMount'), named),
  volume: each(own('sidecar.istio.io/userVolume'), named),
};

/** Where a container finds parts. */
export const mounts = (...parts: (Part | typeof ofUser)[]): NodeLike => parts.map(({ mount }) => mount!);
/** The volumes behind parts. */
export const behind = (...parts: (Part | typeof ofUser)[]): Node => node(parts.map(({ volume }) => volume!));

export const envoy = channel('istio-envoy');
const xds = channel('istio-xds');

/** Where a sidecar finds its certificates, its configuration and its token. */
export const volumeMounts: NodeLike = mounts(
  workloadSocket, credentialSocket(), workloadCerts(), caCert, caCrl, dataFolder, customBootstrap, envoy, token, certs, podInfo,
  lightstepCerts, ofUser);

/** The volumes behind them. */
export const volumes: Node = behind(
  workloadSocket, credentialSocket(), workloadCerts(), customBootstrap, envoy, dataFolder, podInfo, token, caCert, caCrl, certs, ofUser,
  lightstepCerts);

/** The same of a gateway. */
export const gatewayMounts: NodeLike = mounts(
  workloadSocket, credentialSocket(), workloadCerts(), caCert, dataFolder, customBootstrap, envoy, token, certs, podInfo);
export const gatewayVolumes: Node = behind(
  workloadSocket, credentialSocket(EMPTY), workloadCerts(EMPTY), customBootstrap, envoy, dataFolder, podInfo, token, caCert, certs);

/** The same of an agent for gRPC, and what the application's containers share with it. */
export const grpcAgentMounts: NodeLike = mounts(workloadSocket, workloadCerts(), caCert, dataFolder, xds, token, certs, podInfo, ofUser);
export const grpcClientMounts: NodeLike = mounts(dataFolder, xds, workloadCerts());
export const grpcAgentVolumes: Node = behind(
  workloadSocket, workloadCerts(), { volume: customBootstrap.volume }, xds, dataFolder, podInfo, token, caCert, certs, ofUser);
