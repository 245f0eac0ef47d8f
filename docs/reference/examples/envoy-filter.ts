import { App, Chart } from 'cdk8s';
import { ApplyTo, EnvoyConfigObjectMatch, EnvoyFilter, PatchContext, PatchOperation } from 'cdk8s-istio';

const app = new App();
const edge = new Chart(app, 'edge', { namespace: 'istio-ingress' });

// The gateway takes request headers of up to 96 KiB. No other kind can say that.
new EnvoyFilter(edge, 'large-headers', {
  spec: {
    workloadSelector: { labels: { istio: 'ingressgateway' } },
    configPatches: [{
      applyTo: ApplyTo.NETWORK_FILTER,
      match: EnvoyConfigObjectMatch.listener(
        { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager' } } },
        { context: PatchContext.GATEWAY },
      ),
      patch: {
        operation: PatchOperation.MERGE,
        value: {
          typed_config: {
            '@type': 'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
            'max_request_headers_kb': 96,
          },
        },
      },
    }],
  },
});

app.synth();
