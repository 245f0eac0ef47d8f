import { App, Chart } from 'cdk8s';
import { DestinationRule, Host, LoadBalancerSettings, Percentage, ProtoDuration, SimpleLB } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// Two versions that routes can name. An endpoint that fails five times in a row gets no requests for half a minute.
new DestinationRule(shop, 'reviews', {
  spec: {
    host: Host.service('reviews', 'shop'),
    trafficPolicy: {
      loadBalancer: LoadBalancerSettings.simple(SimpleLB.LEAST_REQUEST, { warmup: { duration: ProtoDuration.minutes(1) } }),
      connectionPool: { tcp: { maxConnections: 100, connectTimeout: ProtoDuration.seconds(3) } },
      outlierDetection: { consecutive5xxErrors: 5, baseEjectionTime: ProtoDuration.seconds(30), maxEjectionPercent: Percentage.of(50) },
    },
    subsets: [
      { name: 'v1', labels: { version: 'v1' } },
      { name: 'v2', labels: { version: 'v2' } },
    ],
  },
});

app.synth();
