import { App, Chart } from 'cdk8s';
import { AuthorizationPolicy, AuthorizationPolicyAction } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// Only the web and the workers may put something into the cart; clients of version 1 may not.
new AuthorizationPolicy(shop, 'cart-callers', {
  spec: {
    selector: { matchLabels: { app: 'cart' } },
    action: AuthorizationPolicyAction.ALLOW,
    rules: [{
      from: [{ source: { serviceAccounts: ['web', 'batch/worker'] } }],
      to: [{ operation: { methods: ['GET', 'POST'], paths: ['/cart/{*}/items'] } }],
      when: [{ key: 'request.headers[x-client-version]', notValues: ['1.*'] }],
    }],
  },
});

app.synth();
