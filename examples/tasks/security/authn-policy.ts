import { App } from 'cdk8s';
import { Enrollment, IngressGateway, JwtProvider, KubernetesGateway, Mesh, MeshService, MutualTLSMode } from 'cdk8s-istio';
import { curlIn, defaultNamespace, httpbin, httpbinIn } from '../samples';
import { gatewayApiMeshOf, meshOf, Task } from '../task';

const tokens = JwtProvider.of({ issuer: 'testing@secure.istio.io', jwksUri: 'https://tokens.example.com/jwks.json' });

/** httpbin and a client in two namespaces with proxies, and in one without. */
function threeNamespaces(app: App, mutualTls?: MutualTLSMode, mutualTlsOfFoo?: MutualTLSMode): Mesh {
  const mesh = meshOf(app, undefined, { mutualTls });
  const foo = mesh.addNamespace('foo', { mutualTls: mutualTlsOfFoo });
  for (const namespace of [foo, mesh.addNamespace('bar'), mesh.addNamespace('legacy', { enrollment: Enrollment.NONE })]) {
    httpbinIn(namespace);
    curlIn(namespace);
  }
  return mesh;
}

/** httpbin in one of them. */
function httpbinOf(mesh: Mesh, name = 'bar'): MeshService {
  return mesh.namespaces.filter(({ namespaceName }) => namespaceName === name)
    .flatMap(({ services }) => services.filter(({ serviceName }) => serviceName === 'httpbin'))[0];
}

/** A gateway through which httpbin is reached. */
function exposed(app: App): IngressGateway {
  const mesh = meshOf(app);
  const gateway = mesh.addIngressGateway('httpbin-gateway');
  gateway.expose(httpbin(mesh), { hosts: ['*'] });
  return gateway;
}

/** The same, by the Gateway API. */
function exposedByGatewayApi(app: App): KubernetesGateway {
  const mesh = gatewayApiMeshOf(app);
  const gateway = new KubernetesGateway(defaultNamespace(mesh), 'httpbin-gateway');
  gateway.expose(httpbin(mesh), { hosts: ['*'] });
  return gateway;
}

export const authnPolicy: Task = {
  page: 'tasks/security/authentication/authn-policy',
  steps: {
    'the whole mesh takes mutual TLS alone': (app) => {
      threeNamespaces(app, MutualTLSMode.STRICT);
    },
    'one namespace does': (app) => {
      threeNamespaces(app, undefined, MutualTLSMode.STRICT);
    },
    'one workload does': (app) => {
      httpbinOf(threeNamespaces(app)).useMutualTls(MutualTLSMode.STRICT);
    },
    'one workload does, save on one port': (app) => {
      const service = httpbinOf(threeNamespaces(app));
      service.useMutualTls(MutualTLSMode.STRICT);
      service.useMutualTls(MutualTLSMode.DISABLE, { ports: service.ports });
    },
    'one workload of a namespace that does not': (app) => {
      httpbinOf(threeNamespaces(app, undefined, MutualTLSMode.STRICT), 'foo').useMutualTls(MutualTLSMode.DISABLE);
    },
    'httpbin is reached through a gateway': (app) => {
      exposed(app);
    },
    'it is reached through one of the Gateway API': (app) => {
      exposedByGatewayApi(app);
    },
    'the gateway refuses tokens that are not valid': (app) => exposed(app).acceptJwt(tokens),
    'that of the Gateway API refuses them': (app) => exposedByGatewayApi(app).acceptJwt(tokens),
    'and requests without a token': (app) => exposed(app).requireJwt(tokens),
    'that of the Gateway API does': (app) => exposedByGatewayApi(app).requireJwt(tokens),
    'or those for one path alone': (app) => exposed(app).requireJwt(tokens, { paths: ['/headers'] }),
    'that of the Gateway API does for one path': (app) => exposedByGatewayApi(app).requireJwt(tokens, { paths: ['/headers'] }),
  },
};
