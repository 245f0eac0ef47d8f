import { App, Chart } from 'cdk8s';
import { OutboundTrafficPolicyMode, Sidecar } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// The cart calls its own namespace and the payments: its proxy need not know the rest of the mesh.
new Sidecar(shop, 'cart', {
  spec: {
    workloadSelector: { labels: { app: 'cart' } },
    egress: [{ hosts: ['./*', 'istio-system/*', 'payments/payments.payments.svc.cluster.local'] }],
    outboundTrafficPolicy: { mode: OutboundTrafficPolicyMode.REGISTRY_ONLY },
  },
});

app.synth();
