import { App, Chart } from 'cdk8s';
import { HTTPHealthCheckConfig, PortNumber, ReadinessProbe, WorkloadGroup } from 'cdk8s-istio';

const app = new App();
const stock = new Chart(app, 'stock', { namespace: 'stock' });
const health: HTTPHealthCheckConfig = { path: '/healthz', port: PortNumber.of(8080) };

// What the virtual machines of the stock have in common. Each registers itself, and gets traffic while its probe succeeds.
new WorkloadGroup(stock, 'stock', {
  spec: {
    metadata: { labels: { app: 'stock', version: 'v1' } },
    template: { serviceAccount: 'stock', network: 'datacenter' },
    probe: ReadinessProbe.httpGet(health, { periodSeconds: 5, failureThreshold: 3 }),
  },
});

app.synth();
