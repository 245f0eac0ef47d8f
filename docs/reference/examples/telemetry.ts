import { App, Chart } from 'cdk8s';
import { IstioMetric, MetricSelector, Percentage, TagOverrideOperation, Telemetry, TelemetryWorkloadMode } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// Failures are logged, one request of a hundred is traced, and the count of requests tells the host.
new Telemetry(shop, 'shop', {
  spec: {
    accessLogging: [{ providers: [{ name: 'envoy' }], filter: { expression: 'response.code >= 500' } }],
    tracing: [{ randomSamplingPercentage: Percentage.of(1) }],
    metrics: [{
      providers: [{ name: 'prometheus' }],
      overrides: [{
        match: MetricSelector.metric(IstioMetric.REQUEST_COUNT, { mode: TelemetryWorkloadMode.SERVER }),
        tagOverrides: { request_host: { operation: TagOverrideOperation.UPSERT, value: 'request.host' } },
      }],
    }],
  },
});

app.synth();
