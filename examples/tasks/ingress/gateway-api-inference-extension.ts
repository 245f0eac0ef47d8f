import { ApiObject, JsonPatch } from 'cdk8s';
import { ClientTLSMode, Enrollment, KubernetesGateway, MeshPort, RouteDialect } from 'cdk8s-istio';
import { versioned } from '../samples';
import { meshOf, Task } from '../task';

const GROUP = 'inference.networking.k8s.io';

/** The kinds of the extension are not Istio's: the pool is a plain object, and the route of the gateway is patched to lead there. */
export const gatewayApiInferenceExtension: Task = {
  page: 'tasks/traffic-management/ingress/gateway-api-inference-extension',
  steps: {
    'an endpoint picker says which of the model servers gets a request': (app) => {
      const mesh = meshOf(app, undefined, {
        controlPlane: true, routeDialect: RouteDialect.GATEWAY_API, pilotEnv: { ENABLE_GATEWAY_API_INFERENCE_EXTENSION: 'true' },
      });
      const namespace = mesh.addNamespace('inference-model-server', { enrollment: Enrollment.NONE });
      const server = versioned(namespace, 'inference-model-server', [MeshPort.http(8000)], []);
      const picker = versioned(namespace, 'endpoint-picker-svc', [MeshPort.grpc(9002)], []);
      picker.trafficPolicy({ tls: { mode: ClientTLSMode.SIMPLE, insecureSkipVerify: true } });
      const pool = new ApiObject(namespace, 'pool', {
        apiVersion: `${GROUP}/v1`,
        kind: 'InferencePool',
        metadata: { name: 'inference-model-server-pool' },
        spec: {
          selector: { matchLabels: server.selector },
          targetPorts: [{ number: 8000 }],
          endpointPickerRef: { name: picker.serviceName, port: { number: 9002 } },
        },
      });
      new KubernetesGateway(mesh.addNamespace('istio-ingress'), 'gateway').expose(server, { hosts: ['*'], paths: ['/v1/completions'] });
      const route = server.node.children.find((child) => ApiObject.isApiObject(child) && child.kind === 'HTTPRoute') as ApiObject;
      route.addJsonPatch(JsonPatch.replace('/spec/rules/0/backendRefs/0', { group: GROUP, kind: pool.kind, name: pool.name }));
    },
  },
};
