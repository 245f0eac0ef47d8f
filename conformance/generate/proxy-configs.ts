import { Draw } from './draw';
import { KubeObject } from '../lib/objects';

/** ProxyConfigs of a cluster by lot: for the mesh, for namespaces and for workloads, several of them for the same pods. */
export function drawProxyConfigs(draw: Draw): KubeObject[] {
  return Array.from({ length: draw.int(1, 6) }, (_, number) => ({
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'ProxyConfig',
    metadata: {
      name: `config-${draw.int(0, 9)}-${number}`,
      namespace: draw.pick(['istio-system', 'shop', 'shop', 'default', 'default', 'elsewhere']),
      creationTimestamp: `2026-01-01T00:00:0${draw.int(0, 3)}Z`,
    },
    spec: {
      ...(draw.chance(0.5) && { selector: { matchLabels: draw.pick([{ app: 'web' }, { app: 'web', version: 'v2' }, { version: '1.2.3' }, { app: 'other' }]) } }),
      ...(draw.chance(0.6) && { concurrency: draw.pick([0, 1, 4]) }),
      ...(draw.chance(0.6) && { environmentVariables: draw.pick([{ A: '1' }, { A: '2', B: '' }, { ISTIO_META_DNS_CAPTURE: 'true' }, { ISTIO_META_ENABLE_HBONE: 'true' }]) }),
      ...(draw.chance(0.4) && { image: draw.pick([{ imageType: 'distroless' }, { imageType: 'debug' }, { imageType: 'default' }, {}]) }),
    },
  }));
}
