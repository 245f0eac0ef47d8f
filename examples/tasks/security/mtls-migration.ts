import { App } from 'cdk8s';
import { Enrollment, Mesh, MutualTLSMode } from 'cdk8s-istio';
import { curlIn, httpbinIn } from '../samples';
import { meshOf, Task } from '../task';

/** Two namespaces with proxies and one without; whoever calls whom is not declared. */
function threeNamespaces(app: App, mutualTls?: MutualTLSMode, mutualTlsOfFoo?: MutualTLSMode): Mesh {
  const mesh = meshOf(app, undefined, { mutualTls });
  for (const namespace of [mesh.addNamespace('foo', { mutualTls: mutualTlsOfFoo }), mesh.addNamespace('bar')]) {
    httpbinIn(namespace);
    curlIn(namespace);
  }
  curlIn(mesh.addNamespace('legacy', { enrollment: Enrollment.NONE }));
  return mesh;
}

export const mtlsMigration: Task = {
  page: 'tasks/security/authentication/mtls-migration',
  steps: {
    'one namespace takes mutual TLS alone': (app) => {
      threeNamespaces(app, undefined, MutualTLSMode.STRICT);
    },
    'the whole mesh does': (app) => {
      threeNamespaces(app, MutualTLSMode.STRICT);
    },
  },
};
