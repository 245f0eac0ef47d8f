import { App, Chart } from 'cdk8s';
import { PortNumber, WorkloadEntry } from 'cdk8s-istio';

const app = new App();
const stock = new Chart(app, 'stock', { namespace: 'stock' });

// A database on a virtual machine. A ServiceEntry with a selector for `app: stock-db` finds it.
new WorkloadEntry(stock, 'stock-db-1', {
  spec: {
    address: '10.20.0.15',
    labels: { app: 'stock-db', version: 'v1' },
    ports: { mysql: PortNumber.of(3306) },
    serviceAccount: 'stock-db',
    locality: 'eu-central/eu-central-1a',
  },
});

app.synth();
