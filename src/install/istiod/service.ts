import { Manifest } from '../../reference/json';
import { Installation, revisioned } from '../installation';
import { componentLabels } from '../labels';

/** The Service under which proxies, the API server and Prometheus find istiod. */
export function renderIstiodService(installation: Installation): Manifest {
  const { revision, namespace } = installation;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: revisioned('istiod', installation),
      namespace,
      labels: { 'app': 'istiod', 'istio': 'pilot', ...componentLabels('istiod'), 'istio.io/rev': revision },
    },
    spec: {
      ports: [
        { name: 'grpc-xds', port: 15010, protocol: 'TCP' },
        { name: 'https-dns', port: 15012, protocol: 'TCP' },
        { name: 'https-webhook', port: 443, targetPort: 15017, protocol: 'TCP' },
        { name: 'http-monitoring', port: 15014, protocol: 'TCP' },
      ],
      selector: { app: 'istiod', ...(revision === 'default' ? { istio: 'pilot' } : { 'istio.io/rev': revision }) },
    },
  };
}
