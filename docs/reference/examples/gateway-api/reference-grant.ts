import { App, Chart } from 'cdk8s';
import { gatewayapi } from 'cdk8s-istio';

const app = new App();
const billing = new Chart(app, 'billing', { namespace: 'billing' });

// Routes of the shop may lead to one service of this namespace.
new gatewayapi.ReferenceGrant(billing, 'shop-to-invoices', {
  spec: {
    from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' }],
    to: [{ group: '', kind: 'Service', name: 'invoices' }],
  },
});

app.synth();
