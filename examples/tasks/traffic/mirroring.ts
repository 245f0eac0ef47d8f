import { Mesh, MeshService } from 'cdk8s-istio';
import { allToVersion1, httpbin } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

function answeredByVersion1(mesh: Mesh): MeshService {
  const service = httpbin(mesh, ['v1', 'v2']);
  allToVersion1(service);
  return service;
}

function mirrored(mesh: Mesh): void {
  const service = answeredByVersion1(mesh);
  service.mirror(service.versions[1]);
}

export const mirroring: Task = {
  page: 'tasks/traffic-management/mirroring',
  steps: {
    'version 1 answers': (app) => {
      answeredByVersion1(meshOf(app));
    },
    'version 1 does, in the words of the Gateway API': (app) => {
      answeredByVersion1(gatewayApiMeshOf(app));
    },
    'and version 2 gets a copy of each request': (app) => mirrored(meshOf(app)),
    'version 2 does, in the words of the Gateway API': (app) => mirrored(gatewayApiMeshOf(app)),
  },
};
