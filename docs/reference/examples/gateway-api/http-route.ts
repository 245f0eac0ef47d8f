import { App, Chart } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// The cart has a service of its own; nine of ten other requests meet the first version of the web.
new gatewayapi.HTTPRoute(shop, 'shop', {
  spec: {
    parentRefs: [{ name: 'public', namespace: 'istio-ingress' }],
    hostnames: [Host.of('shop.example.com')],
    rules: [
      {
        matches: [{ path: { type: gatewayapi.PathMatchType.PATH_PREFIX, value: '/cart' } }],
        backendRefs: [{ name: 'cart', port: PortNumber.of(80) }],
        timeouts: { request: gatewayapi.GatewayDuration.seconds(5) },
      },
      {
        backendRefs: [{ name: 'web-v1', port: PortNumber.of(80), weight: 9 }, { name: 'web-v2', port: PortNumber.of(80), weight: 1 }],
      },
    ],
  },
});

app.synth();
