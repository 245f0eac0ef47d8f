import { GatewayContext } from './context';
import { JsonObject } from '../../reference/json';
import { revisioned } from '../names';
import { orElse } from '../values/read';

/** The volumes of the gateway's pods, with the certificates that are mounted rather than fetched. */
export function proxyVolumes({ values, gateway }: GatewayContext): JsonObject[] {
  const { global } = values;
  const empty = (name: string): JsonObject => ({ name, emptyDir: {} });
  const optionalSecret = (name: string, secretName: string): JsonObject => ({ name, secret: { secretName, optional: true } });
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
    ...(global.mountMtlsCerts ? [optionalSecret('istio-certs', 'istio.istio-ingressgateway-service-account')] : []),
    { name: 'config-volume', configMap: { name: revisioned('istio', values.revision), optional: true } },
    ...gateway.secretVolumes.map(({ name, secretName }) => optionalSecret(name, secretName)),
    ...gateway.configVolumes.map(({ name, configMapName }) => ({ name, configMap: { name: configMapName, optional: true } })),
  ];
}

/** Where the root certificate comes from: a bundle of the cluster if istiod publishes one, else a ConfigMap. */
function trustVolume({ global, pilot }: GatewayContext['values']): JsonObject {
  if (pilot?.env?.ENABLE_CLUSTER_TRUST_BUNDLE_API === true) {
    const bundle = { name: `istio.io:istiod-ca:${orElse(global.trustBundleName, 'root-cert')}`, path: 'root-cert.pem' };
    return { projected: { sources: [{ clusterTrustBundle: bundle }] } };
  }
  return { configMap: { name: orElse(global.trustBundleName, 'istio-ca-root-cert') } };
}
