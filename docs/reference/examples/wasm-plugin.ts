import { App, Chart } from 'cdk8s';
import { FailStrategy, PluginPhase, WasmPlugin, WorkloadMode, WorkloadPortSelector } from 'cdk8s-istio';

const app = new App();
const edge = new Chart(app, 'edge', { namespace: 'istio-ingress' });

// A module of your own that checks passwords, before Istio looks at tokens. Without it, nobody gets in.
new WasmPlugin(edge, 'basic-auth', {
  spec: {
    selector: { matchLabels: { istio: 'ingressgateway' } },
    url: 'oci://registry.example.com/plugins/basic-auth:1.12.0',
    phase: PluginPhase.AUTHN,
    failStrategy: FailStrategy.FAIL_CLOSE,
    match: [{ mode: WorkloadMode.CLIENT, ports: [WorkloadPortSelector.of(443)] }],
    pluginConfig: { realm: 'shop', users: ['ada', 'grace'] },
  },
});

app.synth();
