import { ExternalAuthorizer, Mesh, MeshPort, MeshService, StringMatch } from 'cdk8s-istio';
import { defaultNamespace, httpbin, versioned } from '../samples';
import { meshOf, Task } from '../task';

/** The server that decides, which speaks HTTP and gRPC. */
function extAuthz(mesh: Mesh): MeshService {
  return versioned(defaultNamespace(mesh), 'ext-authz', [MeshPort.http(8000), MeshPort.grpc(9000)], []);
}

export const authzCustom: Task = {
  page: 'tasks/security/authorization/authz-custom',
  steps: {
    'a server of your own decides about one path': (app) => {
      const mesh = meshOf(app);
      const http = ExternalAuthorizer.http('sample-ext-authz-http', extAuthz(mesh), { port: 8000, includeRequestHeadersInCheck: ['x-ext-authz'] });
      httpbin(mesh).authorizeWith(http, { paths: ['/headers'] });
    },
    'it is asked over gRPC': (app) => {
      const mesh = meshOf(app);
      httpbin(mesh).authorizeWith(ExternalAuthorizer.grpc('sample-ext-authz-grpc', extAuthz(mesh), { port: 9000 }), { paths: ['/headers'] });
    },
    'and what it is told says where a request goes': (app) => {
      const mesh = meshOf(app);
      const service = httpbin(mesh);
      service.authorizeWith(ExternalAuthorizer.grpc('sample-ext-authz-grpc', extAuthz(mesh), { port: 9000 }), { paths: ['/headers'] });
      service.route({
        match: [{ path: StringMatch.exact('/headers'), headers: { 'x-ext-authz': StringMatch.exact('allow') } }],
        rewrite: { uri: '/base64/cm91dGUtYWxsb3c=' },
      });
      service.route({ rewrite: { uri: '/base64/cm91dGUtZGVueQ==' } });
    },
  },
};
