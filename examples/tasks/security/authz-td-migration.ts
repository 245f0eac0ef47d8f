import { App } from 'cdk8s';
import { Identity, MeshProps, Posture } from 'cdk8s-istio';
import { curl, curlIn, httpbin } from '../samples';
import { meshOf, Task } from '../task';

/**
 * httpbin lets in a client of another namespace, and not that of its own. Policies name callers with `cluster.local`, which stands for the
 * mesh's trust domain, whatever it is, and for its aliases: no step shuts the client out.
 */
function twoClients(app: App, props: MeshProps): void {
  const mesh = meshOf(app, Posture.ZERO_TRUST, props);
  const service = httpbin(mesh);
  service.allowFrom(Identity.of('curl-allow', 'curl'), { methods: ['GET'] });
  curl(mesh);
  curlIn(mesh.addNamespace('curl-allow'));
}

export const authzTdMigration: Task = {
  page: 'tasks/security/authorization/authz-td-migration',
  steps: {
    'the mesh has a trust domain': (app) => twoClients(app, { trustDomain: 'old-td' }),
    'it gets another, and the old one goes on being known': (app) => twoClients(app, { trustDomain: 'new-td', trustDomainAliases: ['old-td'] }),
  },
};
