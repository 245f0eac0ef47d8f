import { ExposeOptions, GatewayTls, IngressGateway, KubernetesGateway, Mesh } from 'cdk8s-istio';
import { defaultNamespace, helloworld, httpbin } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

const HTTPBIN: ExposeOptions = { hosts: ['httpbin.example.com'], credentialName: 'httpbin-credential', paths: ['/status', '/delay'] };
// A path is what requests begin with: /hello/world reaches the service, too.
const HELLOWORLD: ExposeOptions = { hosts: ['helloworld.example.com'], credentialName: 'helloworld-credential', paths: ['/hello'] };

function classic(mesh: Mesh): IngressGateway {
  return mesh.addIngressGateway('mygateway');
}

function gatewayApi(mesh: Mesh): KubernetesGateway {
  return new KubernetesGateway(defaultNamespace(mesh), 'mygateway');
}

/** Beside what the task says, each step answers plain HTTP with a redirect to HTTPS. */
export const secureIngress: Task = {
  page: 'tasks/traffic-management/ingress/secure-ingress',
  steps: {
    'one host over HTTPS': (app) => {
      const mesh = meshOf(app);
      classic(mesh).expose(httpbin(mesh), HTTPBIN);
    },
    'one host, in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      gatewayApi(mesh).expose(httpbin(mesh), HTTPBIN);
    },
    'two hosts, each with a certificate of its own': (app) => {
      const mesh = meshOf(app);
      const gateway = classic(mesh);
      gateway.expose(httpbin(mesh), HTTPBIN);
      gateway.expose(helloworld(mesh, []), HELLOWORLD);
    },
    'two hosts, in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      const gateway = gatewayApi(mesh);
      gateway.expose(httpbin(mesh), HTTPBIN);
      gateway.expose(helloworld(mesh, []), HELLOWORLD);
    },
    'clients show a certificate, too': (app) => {
      const mesh = meshOf(app);
      classic(mesh).expose(httpbin(mesh), { ...HTTPBIN, tls: GatewayTls.mutual() });
    },
    'clients show one, in the words of the Gateway API': (app) => {
      const mesh = gatewayApiMeshOf(app);
      gatewayApi(mesh).expose(httpbin(mesh), { ...HTTPBIN, tls: GatewayTls.mutual() });
    },
  },
};
