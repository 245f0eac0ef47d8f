import { KubernetesGateway, Mesh, MeshService } from 'cdk8s-istio';
import { defaultNamespace, tcpEcho } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

const AT_GATEWAY = { port: 9000, gatewayPort: 31400 };

/** Version 1, and version 2 for so many of a hundred connections. */
function shifted(mesh: Mesh, percent: number): MeshService {
  const echo = tcpEcho(mesh);
  const [v1, v2] = echo.versions;
  if (percent === 0) echo.split(v1.weight(100));
  else echo.split(v1.weight(100 - percent), v2.weight(percent));
  return echo;
}

function classic(mesh: Mesh, percent: number): void {
  mesh.addIngressGateway('tcp-echo-gateway').expose(shifted(mesh, percent), AT_GATEWAY);
}

function gatewayApi(mesh: Mesh, percent: number): void {
  new KubernetesGateway(defaultNamespace(mesh), 'tcp-echo-gateway').expose(shifted(mesh, percent), AT_GATEWAY);
}

export const tcpTrafficShifting: Task = {
  page: 'tasks/traffic-management/tcp-traffic-shifting',
  steps: {
    'all connections reach version 1': (app) => classic(meshOf(app), 0),
    'all do, in the words of the Gateway API': (app) => gatewayApi(gatewayApiMeshOf(app), 0),
    'one in five reaches version 2': (app) => classic(meshOf(app), 20),
    'one in five does, in the words of the Gateway API': (app) => gatewayApi(gatewayApiMeshOf(app), 20),
  },
};
