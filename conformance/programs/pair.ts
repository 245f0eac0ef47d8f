import { App } from 'cdk8s';
import { Mesh, MeshNamespace, MeshPort } from 'cdk8s-istio';
import { deployment } from './deployment';

/** Namespace in which `web` declares that it calls `redis`. */
export const WITH_CALL = 'with-call';

/** Namespace with the same two services, without that line. */
export const WITHOUT_CALL = 'without-call';

/** Synthesizes a mesh with the same pair of services twice; they differ in one line. */
export function synthesizePairs(outdir: string): void {
  const app = new App({ outdir });
  const mesh = new Mesh(app, 'pair');
  const { web, redis } = pair(mesh.addNamespace(WITH_CALL));
  web.calls(redis);
  pair(mesh.addNamespace(WITHOUT_CALL));
  app.synth();
}

function pair(namespace: MeshNamespace) {
  return {
    web: namespace.addService('web', { ports: [MeshPort.http(80, { target: 3000 })], workload: deployment(namespace, 'web', 3000) }),
    redis: namespace.addService('redis', { ports: [MeshPort.tcp(6379)], workload: deployment(namespace, 'redis', 6379) }),
  };
}
