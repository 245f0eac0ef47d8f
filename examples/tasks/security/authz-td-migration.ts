import { App } from 'cdk8s';
import { Callers, Identity, MeshProps, Posture } from 'cdk8s-istio';
import { curlIn, httpbin } from '../samples';
import { meshOf, Task } from '../task';

/** httpbin lets in a client of its own namespace and one of another. */
function twoClients(app: App, props: MeshProps): void {
  const mesh = meshOf(app, Posture.ZERO_TRUST, props);
  const service = httpbin(mesh);
  service.allowFrom(Callers.anyOf(Identity.of('default', 'curl'), Identity.of('curl-allow', 'curl')), { methods: ['GET'] });
  curlIn(mesh.addNamespace('curl-allow'));
}

export const authzTdMigration: Task = {
  page: 'security/authorization/authz-td-migration',
  steps: {
    'the mesh has a trust domain': (app) => twoClients(app, { trustDomain: 'old-td' }),
    'it gets another, and the old one goes on being known': (app) => twoClients(app, { trustDomain: 'new-td', trustDomainAliases: ['old-td'] }),
  },
};
