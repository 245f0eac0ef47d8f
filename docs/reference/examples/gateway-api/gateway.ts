import { App, Chart } from 'cdk8s';
import { gatewayapi, Host, PortNumber } from 'cdk8s-istio';

const app = new App();
const edge = new Chart(app, 'edge', { namespace: 'istio-ingress' });

// HTTPS with the certificate of a Secret, for routes of namespaces that carry the label.
new gatewayapi.Gateway(edge, 'public', {
  metadata: { name: 'public' },
  spec: {
    gatewayClassName: 'istio',
    listeners: [{
      name: 'https',
      hostname: Host.of('*.example.com'),
      port: PortNumber.of(443),
      protocol: 'HTTPS',
      tls: { mode: gatewayapi.TLSModeType.TERMINATE, certificateRefs: [{ name: 'example-com' }] },
      allowedRoutes: {
        namespaces: { from: gatewayapi.FromNamespaces.SELECTOR, selector: { matchLabels: { 'public-routes': 'true' } } },
      },
    }],
  },
});

app.synth();
