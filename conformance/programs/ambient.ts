import { App } from 'cdk8s';
import { Enrollment, Mesh, MeshPort } from 'cdk8s-istio';
import { deployment } from './deployment';

/** Namespace of the services, which is in ambient mode. */
export const CAVE = 'cave';

/**
 * Synthesizes a mesh in ambient mode: behind a waypoint, `cart` is called by `web` for some requests, and by `legacy`, which has a
 * sidecar, for anything; `db` uses no waypoint.
 */
export function synthesizeAmbient(outdir: string): void {
  const app = new App({ outdir });
  const mesh = new Mesh(app, 'ambient', { ambient: true });
  const cave = mesh.addNamespace(CAVE, { enrollment: Enrollment.AMBIENT });
  const web = cave.addService('web', { ports: [MeshPort.http(80, { target: 3000 })], workload: deployment(cave, 'web', 3000) });
  const cart = cave.addService('cart', { ports: [MeshPort.http(80, { target: 3001 })], workload: deployment(cave, 'cart', 3001) });
  const db = cave.addService('db', { ports: [MeshPort.tcp(6379)], workload: deployment(cave, 'db', 6379) });
  const legacy = cave.addService('legacy', { workload: deployment(cave, 'legacy', 3002), enrollment: Enrollment.SIDECAR });
  web.calls(cart, { methods: ['GET'], ports: [80] });
  legacy.calls(cart);
  cart.calls(db);
  cave.useWaypoint(cave.addWaypoint('waypoint'));
  db.useNoWaypoint();
  app.synth();
}
