import { App } from 'cdk8s';
import { Enrollment, Mesh, MeshProps, Posture, RouteDialect } from 'cdk8s-istio';

/** One of the tasks in Istio's documentation, as programs: each step says the whole of what is to hold then. */
export interface Task {
  /** Path of its page below https://istio.io/latest/docs/. */
  readonly page: string;
  /** What holds at each step, by what the step does. */
  readonly steps: { readonly [step: string]: (app: App) => void };
}

/**
 * The mesh in which the tasks begin: Istio is installed.
 *
 * @param posture how strict it is; Istio's own defaults where nothing is said
 * @param props what else is said of it
 */
export function meshOf(app: App, posture = Posture.OPEN, props: MeshProps = {}): Mesh {
  return new Mesh(app, 'mesh', { controlPlane: false, posture, ...props });
}

/** The same, where routes have the words of the Gateway API. */
export function gatewayApiMeshOf(app: App, posture?: Posture): Mesh {
  return meshOf(app, posture, { routeDialect: RouteDialect.GATEWAY_API });
}

/** The same in ambient mode: the pods of the samples get no proxies of their own. */
export function ambientMeshOf(app: App, posture?: Posture, props: MeshProps = {}): Mesh {
  const mesh = meshOf(app, posture, { ambient: true, routeDialect: RouteDialect.GATEWAY_API, ...props });
  mesh.addNamespace('default', { enrollment: Enrollment.AMBIENT });
  return mesh;
}
