import { App, Chart } from 'cdk8s';
import { MutualTLSMode, PeerAuthentication } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// Whoever calls the cart proves who they are. Its metrics may also be read without.
new PeerAuthentication(shop, 'cart', {
  spec: {
    selector: { matchLabels: { app: 'cart' } },
    mtls: { mode: MutualTLSMode.STRICT },
    portLevelMtls: { 9090: { mode: MutualTLSMode.PERMISSIVE } },
  },
});

app.synth();
