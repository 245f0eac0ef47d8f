import { App, Chart } from 'cdk8s';
import { gatewayapi, Host } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// The caller's proxy encrypts to the payments, whose certificate comes from an authority of their own.
new gatewayapi.BackendTLSPolicy(shop, 'payments', {
  spec: {
    targetRefs: [{ group: '', kind: 'Service', name: 'payments' }],
    validation: {
      hostname: Host.of('payments.example.com'),
      caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'payments-authority' }],
    },
  },
});

app.synth();
