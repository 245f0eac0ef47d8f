import { PortNumber } from '../reference/port-number';
import { AllowedRoutes, GatewayProps } from '../resources/gateway-api/gateway.generated';

/** The GatewayClass of waypoints. */
export const WAYPOINT_CLASS = 'istio-waypoint';

/** What the Gateway of a waypoint follows from. */
export interface WaypointRequest {
  readonly name: string;
  /** Name of the revision whose istiod runs it; "default" for the one without a name. */
  readonly revision: string;
  /** Which traffic it takes; as its class says when undefined. */
  readonly waypointFor?: string;
  /** What istiod lays over the objects that it makes. */
  readonly infrastructure: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly parametersConfigMap?: string;
  };
  /** From which namespaces it is used; its own when undefined. */
  readonly allowedRoutes?: AllowedRoutes;
}

/** The Gateway of a waypoint. Its only listener takes the tunnels of the mesh. */
export function renderWaypoint({ name, revision, waypointFor, infrastructure, allowedRoutes }: WaypointRequest): GatewayProps {
  const { labels, annotations, parametersConfigMap } = infrastructure;
  const own = {
    ...(waypointFor !== undefined && { 'istio.io/waypoint-for': waypointFor }),
    ...(revision !== 'default' && { 'istio.io/rev': revision }),
  };
  const wanted = {
    ...(labels && { labels: { ...labels } }),
    ...(annotations && { annotations: { ...annotations } }),
    ...(parametersConfigMap !== undefined && { parametersRef: { group: '', kind: 'ConfigMap', name: parametersConfigMap } }),
  };
  return {
    metadata: { name, ...(Object.keys(own).length > 0 && { labels: own }) },
    spec: {
      gatewayClassName: WAYPOINT_CLASS,
      ...(Object.keys(wanted).length > 0 && { infrastructure: wanted }),
      listeners: [{ name: 'mesh', port: PortNumber.of(15008), protocol: 'HBONE', allowedRoutes }],
    },
  };
}
