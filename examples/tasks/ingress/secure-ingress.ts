import { ExposeOptions, GatewayTls, IngressGateway, Mesh } from 'cdk8s-istio';
import { helloworld, httpbin } from '../samples';
import { meshOf, Task } from '../task';

/** httpbin behind a gateway that ends the TLS of its clients. */
function secured(mesh: Mesh, options: Partial<ExposeOptions> = {}): IngressGateway {
  const gateway = mesh.addIngressGateway('mygateway');
  gateway.expose(httpbin(mesh), {
    hosts: ['httpbin.example.com'], credentialName: 'httpbin-credential', paths: ['/status', '/delay'], ...options,
  });
  return gateway;
}

/** Beside what the task says, each step answers plain HTTP with a redirect to HTTPS. */
export const secureIngress: Task = {
  page: 'traffic-management/ingress/secure-ingress',
  steps: {
    'one host over HTTPS': (app) => {
      secured(meshOf(app));
    },
    'two hosts, each with a certificate of its own': (app) => {
      const mesh = meshOf(app);
      // A path is what requests begin with: /hello/world reaches the service, too.
      secured(mesh).expose(helloworld(mesh, []), {
        hosts: ['helloworld.example.com'], credentialName: 'helloworld-credential', paths: ['/hello'],
      });
    },
    'clients show a certificate, too': (app) => {
      secured(meshOf(app), { tls: GatewayTls.mutual() });
    },
  },
};
