import { App, Chart } from 'cdk8s';
import { Host, HTTPFaultDelay, Percent, ProtoDuration, StringMatch, VirtualService } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const reviews = Host.service('reviews', 'shop');

// Testers meet the new version, and a slow one; everybody else gets the old version, and a tenth of them the new.
new VirtualService(shop, 'reviews', {
  spec: {
    hosts: [reviews],
    http: [
      {
        name: 'testers',
        match: [{ headers: { 'x-tester': StringMatch.exact('yes') } }],
        fault: { delay: HTTPFaultDelay.fixedDelay(ProtoDuration.seconds(2), { percentage: Percent.of(50) }) },
        route: [{ destination: { host: reviews, subset: 'v2' } }],
      },
      {
        route: [
          { destination: { host: reviews, subset: 'v1' }, weight: 90 },
          { destination: { host: reviews, subset: 'v2' }, weight: 10 },
        ],
        timeout: ProtoDuration.seconds(5),
        retries: { attempts: 3, perTryTimeout: ProtoDuration.seconds(1), retryOn: 'connect-failure,503' },
      },
    ],
  },
});

app.synth();
