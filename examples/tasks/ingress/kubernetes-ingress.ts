import { ApiObject } from 'cdk8s';
import { defaultNamespace, httpbin } from '../samples';
import { meshOf, Task } from '../task';

export const kubernetesIngress: Task = {
  page: 'tasks/traffic-management/ingress/kubernetes-ingress',
  steps: {
    'an Ingress and its class, which istiod reads': (app) => {
      const mesh = meshOf(app);
      const service = httpbin(mesh);
      const namespace = defaultNamespace(mesh);
      new ApiObject(namespace, 'class', {
        apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name: 'istio' }, spec: { controller: 'istio.io/ingress-controller' },
      });
      new ApiObject(namespace, 'ingress', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'ingress' },
        spec: {
          ingressClassName: 'istio',
          rules: [{
            host: 'httpbin.example.com',
            http: { paths: [{ path: '/status', pathType: 'Prefix', backend: { service: { name: service.serviceName, port: { number: 8000 } } } }] },
          }],
        },
      });
    },
  },
};
