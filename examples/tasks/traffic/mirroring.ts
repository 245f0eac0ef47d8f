import { App } from 'cdk8s';
import { MeshProps, MeshService, RouteDialect } from 'cdk8s-istio';
import { allToVersion1, httpbin } from '../samples';
import { meshOf, Task } from '../task';

function answeredByVersion1(app: App, props: MeshProps = {}): MeshService {
  const service = httpbin(meshOf(app, undefined, props), ['v1', 'v2']);
  allToVersion1(service);
  return service;
}

function mirrored(app: App, props?: MeshProps): void {
  const service = answeredByVersion1(app, props);
  service.mirror(service.versions[1]);
}

export const mirroring: Task = {
  page: 'traffic-management/mirroring',
  steps: {
    'version 1 answers': (app) => {
      answeredByVersion1(app);
    },
    'and version 2 gets a copy of each request': (app) => mirrored(app),
    'the same in the words of the Gateway API': (app) => mirrored(app, { routeDialect: RouteDialect.GATEWAY_API }),
  },
};
