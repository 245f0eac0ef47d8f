import { App, Chart } from 'cdk8s';
import { gatewayapi, PortNumber } from 'cdk8s-istio';

const app = new App();
const stock = new Chart(app, 'stock', { namespace: 'stock' });

// Connections to a listener for TCP go to the broker.
new gatewayapi.TCPRoute(stock, 'broker', {
  spec: {
    parentRefs: [{ name: 'public', namespace: 'istio-ingress', sectionName: 'mqtt' }],
    rules: [{ backendRefs: [{ name: 'broker', port: PortNumber.of(1883) }] }],
  },
});

app.synth();
