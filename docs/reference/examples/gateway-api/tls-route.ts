import { App, Chart } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from 'cdk8s-istio';

const app = new App();
const vault = new Chart(app, 'vault', { namespace: 'vault' });

// Encrypted connections pass through as they are; the server name that they ask for leads them.
new gatewayapi.TLSRoute(vault, 'vault', {
  spec: {
    parentRefs: [{ name: 'public', namespace: 'istio-ingress', sectionName: 'tls-passthrough' }],
    hostnames: [Host.of('vault.example.com')],
    rules: [{ backendRefs: [{ name: 'vault', port: PortNumber.of(8200) }] }],
  },
});

app.synth();
