import { App, Chart } from 'cdk8s';
import { RequestAuthentication } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// Bad tokens are refused. That there must be one is for an AuthorizationPolicy to say, with `requestPrincipals: ['*']`.
new RequestAuthentication(shop, 'customers', {
  spec: {
    selector: { matchLabels: { app: 'web' } },
    jwtRules: [{
      issuer: 'https://login.example.com',
      jwksUri: 'https://login.example.com/.well-known/jwks.json',
      audiences: ['shop'],
      forwardOriginalToken: true,
      outputClaimToHeaders: [{ header: 'x-customer', claim: 'sub' }],
    }],
  },
});

app.synth();
