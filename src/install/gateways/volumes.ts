import { GatewayContext } from './context';
import { JsonObject } from '../../reference/json';
import { revisioned } from '../names';
import { isGiven, orElse } from '../values/read';

const empty = (name: string): JsonObject => ({ name, emptyDir: {} });
const optionalSecret = (name: string, secretName: string): JsonObject => ({ name, secret: { secretName, optional: true } });

/** The volumes of the gateway's pods, with the certificates that are mounted rather than fetched. */
export function proxyVolumes(context: GatewayContext): JsonObject[] {
  const { kind, values } = context;
  const { global } = values;
  return [
    empty('workload-socket'),
    empty('credential-socket'),
    empty('workload-certs'),
    ...(global.pilotCertProvider === 'istiod' ? [{ name: 'istiod-ca-cert', ...trustVolume(values) }] : []),
    {
      name: 'podinfo',
      downwardAPI: {
        items: [
          { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
          { path: 'annotations', fieldRef: { fieldPath: 'metadata.annotations' } },
        ],
      },
    },
    empty('istio-envoy'),
    empty('istio-data'),
    {
      name: 'istio-token',
      projected: { sources: [{ serviceAccountToken: { path: 'istio-token', expirationSeconds: 43200, audience: global.sds.token.aud } }] },
    },
    ...(global.mountMtlsCerts ? [optionalSecret('istio-certs', `istio.${kind.application}-service-account`)] : []),
    { name: 'config-volume', configMap: { name: revisioned('istio', values.revision), optional: true } },
    ...ownVolumes(context),
  ];
}

/** The volumes that were asked for. */
export function ownVolumes({ gateway }: GatewayContext): JsonObject[] {
  return [
    ...(gateway.secretVolumes ?? []).map(({ name, secretName }) => optionalSecret(name, secretName)),
    ...(gateway.configVolumes ?? []).map(({ name, configMapName }) => ({ name, configMap: { name: configMapName, optional: true } })),
  ];
}

/** Where the container finds them. A ConfigMap without a path is not mounted. */
export function ownMounts({ gateway }: GatewayContext): JsonObject[] {
  return [
    ...(gateway.secretVolumes ?? []).map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
    ...(gateway.configVolumes ?? [])
      .filter(({ mountPath }) => isGiven(mountPath))
      .map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
  ];
}

/** Where the root certificate comes from: a bundle of the cluster if istiod publishes one, else a ConfigMap. */
function trustVolume({ global, pilot }: GatewayContext['values']): JsonObject {
  const published = pilot?.env?.ENABLE_CLUSTER_TRUST_BUNDLE_API;
  if (published !== undefined && published !== null && typeof published !== 'boolean') {
    throw new Error(`The variable ENABLE_CLUSTER_TRUST_BUNDLE_API of istiod is ${JSON.stringify(published)}, and gateways take true or false. Write pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API without quotes.`);
  }
  if (published === true) {
    const bundle = { name: `istio.io:istiod-ca:${orElse(global.trustBundleName, 'root-cert')}`, path: 'root-cert.pem' };
    return { projected: { sources: [{ clusterTrustBundle: bundle }] } };
  }
  return { configMap: { name: orElse(global.trustBundleName, 'istio-ca-root-cert') } };
}
