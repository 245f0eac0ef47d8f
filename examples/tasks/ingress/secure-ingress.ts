import { GatewayTls, MeshPort } from 'cdk8s-istio';
import { defaultNamespace, httpbin, versioned } from '../samples';
import { meshOf, Task } from '../task';

export const secureIngress: Task = {
  page: 'traffic-management/ingress/secure-ingress',
  steps: {
    'one host over HTTPS': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('mygateway').expose(httpbin(mesh), {
        hosts: ['httpbin.example.com'], credentialName: 'httpbin-credential', paths: ['/status', '/delay'],
      });
    },
    'two hosts, each with a certificate of its own': (app) => {
      const mesh = meshOf(app);
      const gateway = mesh.addIngressGateway('mygateway');
      const hello = versioned(defaultNamespace(mesh), 'helloworld-v1', [MeshPort.http(5000)], []);
      gateway.expose(httpbin(mesh), { hosts: ['httpbin.example.com'], credentialName: 'httpbin-credential', paths: ['/status', '/delay'] });
      gateway.expose(hello, { hosts: ['helloworld-v1.example.com'], credentialName: 'helloworld-credential', paths: ['/hello'] });
    },
    'clients show a certificate, too': (app) => {
      const mesh = meshOf(app);
      mesh.addIngressGateway('mygateway').expose(httpbin(mesh), {
        hosts: ['httpbin.example.com'], credentialName: 'httpbin-credential', tls: GatewayTls.mutual(),
      });
    },
  },
};
