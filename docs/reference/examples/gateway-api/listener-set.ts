import { App, Chart } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// The team of the shop adds its host and its certificate to the gateway of the mesh.
new gatewayapi.ListenerSet(shop, 'shop', {
  spec: {
    parentRef: { name: 'public', namespace: 'istio-ingress' },
    listeners: [{
      name: 'shop',
      hostname: Host.of('shop.example.com'),
      port: PortNumber.of(443),
      protocol: 'HTTPS',
      tls: { certificateRefs: [{ name: 'shop-certificate' }] },
    }],
  },
});

app.synth();
