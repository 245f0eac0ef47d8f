import { App, Chart } from 'cdk8s';
import { Gateway, PortNumber, ServerTLSMode, TLSProtocol } from 'cdk8s-istio';

const app = new App();
const edge = new Chart(app, 'edge', { namespace: 'istio-ingress' });

// HTTPS with the certificate of a Secret; whoever comes with plain HTTP is sent there. Routes of the namespace shop may use it.
new Gateway(edge, 'public', {
  spec: {
    selector: { istio: 'ingressgateway' },
    servers: [
      {
        port: { name: 'https', number: PortNumber.of(443), protocol: 'HTTPS' },
        hosts: ['shop/shop.example.com'],
        tls: { mode: ServerTLSMode.SIMPLE, credentialName: 'shop-certificate', minProtocolVersion: TLSProtocol.TLSV1_3 },
      },
      {
        port: { name: 'http', number: PortNumber.of(80), protocol: 'HTTP' },
        hosts: ['shop/shop.example.com'],
        tls: { httpsRedirect: true },
      },
    ],
  },
});

app.synth();
