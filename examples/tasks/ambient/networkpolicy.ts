import { ApiObject } from 'cdk8s';
import { MeshService } from 'cdk8s-istio';
import { httpbin } from '../samples';
import { ambientMeshOf, Task } from '../task';

function letIn(service: MeshService, name: string, rule: object): void {
  new ApiObject(service, name, {
    apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name }, spec: { podSelector: { matchLabels: service.selector }, ingress: [rule] },
  });
}

/** What the network lets in is not Istio's to say: these are policies of Kubernetes. */
export const networkPolicy: Task = {
  page: 'ambient/usage/networkpolicy',
  steps: {
    'what comes through the mesh arrives at a port of its own': (app) => {
      letIn(httpbin(ambientMeshOf(app)), 'httpbin-allow-ingress-web', { ports: [8080, 15008].map((port) => ({ port, protocol: 'TCP' })) });
    },
    'probes come from an address of their own': (app) => {
      letIn(httpbin(ambientMeshOf(app)), 'httpbin-allow-probes', { from: [{ ipBlock: { cidr: '169.254.7.127/32' } }] });
    },
  },
};
