import { App, Chart } from 'cdk8s';
import { ProxyConfig } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// The search gets many requests at once: its proxies have four threads, and the small image without a shell.
new ProxyConfig(shop, 'search', {
  spec: {
    selector: { matchLabels: { app: 'search' } },
    concurrency: 4,
    image: { imageType: 'distroless' },
  },
});

app.synth();
