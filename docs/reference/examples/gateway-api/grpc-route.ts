import { App, Chart } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// One method of the catalogue is served by a service of its own; there is nothing at this host besides.
new gatewayapi.GRPCRoute(shop, 'search', {
  spec: {
    parentRefs: [{ name: 'public', namespace: 'istio-ingress' }],
    hostnames: [Host.of('grpc.example.com')],
    rules: [{
      matches: [{ method: { service: 'shop.v1.Catalogue', method: 'Search' } }],
      backendRefs: [{ name: 'search', port: PortNumber.of(9090) }],
    }],
  },
});

app.synth();
