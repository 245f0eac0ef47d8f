import { App, Chart } from 'cdk8s';
import { ExecutionPhase, TrafficExtension, TrafficExtensionSpec } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const script = `
function envoy_on_response(handle)
  handle:headers():remove("server")
end
`;

// Answers of the web do not tell what made them.
new TrafficExtension(shop, 'no-server-header', {
  spec: TrafficExtensionSpec.lua({ inlineCode: script }, {
    selector: { matchLabels: { app: 'web' } },
    phase: ExecutionPhase.STATS,
  }),
});

app.synth();
