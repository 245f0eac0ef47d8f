import { App, Chart } from 'cdk8s';
import { Host, PortNumber, ServiceEntry, ServiceEntryLocation, ServiceEntryResolution } from 'cdk8s-istio';

const app = new App();
const shop = new Chart(app, 'shop', { namespace: 'shop' });

// A payment service on the Internet, which the workloads of this namespace alone may know.
new ServiceEntry(shop, 'payments', {
  spec: {
    hosts: [Host.of('api.payments.example.com')],
    ports: [{ name: 'tls', number: PortNumber.of(443), protocol: 'TLS' }],
    location: ServiceEntryLocation.MESH_EXTERNAL,
    resolution: ServiceEntryResolution.DNS,
    exportTo: ['.'],
  },
});

app.synth();
