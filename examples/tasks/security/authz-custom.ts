import { ExternalAuthorizer, MeshPort } from 'cdk8s-istio';
import { defaultNamespace, httpbin, versioned } from '../samples';
import { meshOf, Task } from '../task';

export const authzCustom: Task = {
  page: 'security/authorization/authz-custom',
  steps: {
    'a server of your own decides about one path': (app) => {
      const mesh = meshOf(app);
      const authorizer = versioned(defaultNamespace(mesh), 'ext-authz', [MeshPort.http(8000), MeshPort.grpc(9000)], []);
      const http = ExternalAuthorizer.http('sample-ext-authz-http', authorizer, { port: 8000, includeRequestHeadersInCheck: ['x-ext-authz'] });
      httpbin(mesh).authorizeWith(http, { paths: ['/headers'] });
    },
    'it is asked over gRPC': (app) => {
      const mesh = meshOf(app);
      const authorizer = versioned(defaultNamespace(mesh), 'ext-authz', [MeshPort.http(8000), MeshPort.grpc(9000)], []);
      httpbin(mesh).authorizeWith(ExternalAuthorizer.grpc('sample-ext-authz-grpc', authorizer, { port: 9000 }), { paths: ['/headers'] });
    },
  },
};
