import { App, Chart } from 'cdk8s';
import { gatewayapi } from 'cdk8s-istio';

const app = new App();
const cluster = new Chart(app, 'cluster');

// Istio makes this class by itself; a second one may have settings of its own.
new gatewayapi.GatewayClass(cluster, 'internal', {
  metadata: { name: 'istio-internal' },
  spec: {
    controllerName: 'istio.io/gateway-controller',
    description: 'Gateways that are reached from inside alone',
  },
});

app.synth();
