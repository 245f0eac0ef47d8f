import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { EastWestGateway, EgressGateway, KubernetesEgressGateway, Waypoint } from '../../gateway';
import { isExposing } from '../../gateway/exposing';
import { JsonObject } from '../../reference/json';
import { isOfOther } from '../app-objects';
import type { Mesh } from '../mesh';

/** An object that no construct of the mesh wrote: a plain one, or one of a YAML file or a chart of Helm. */
export interface PlainObject {
  readonly construct: ApiObject;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Its namespace; that of its chart where it says none. */
  readonly namespace: string;
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
  readonly manifest: JsonObject;
}

/** What is wrong, or likely is, with a plain object. */
export interface Complaint {
  readonly object: PlainObject;
  readonly what: string;
  readonly fix: string;
  /** The guard rail. */
  readonly code: string;
  /** Whether it is likely a mistake, and no more. */
  readonly likely?: boolean;
}

const GROUPS = ['networking.istio.io', 'security.istio.io', 'gateway.networking.k8s.io', 'apiextensions.k8s.io'];
const CORE_KINDS = ['Service', 'Namespace', 'Secret'];

/** The objects of the app that the mesh did not write and that it can say something about. */
export function plainObjects(mesh: Mesh): PlainObject[] {
  return below(mesh.node.root, mesh).flatMap((construct) => read(construct));
}

/** All API objects below a construct, save those of the mesh's own constructs. */
function below(construct: IConstruct, mesh: Mesh): ApiObject[] {
  if (isOwn(construct, mesh) || isOfOther(construct, mesh)) return [];
  const own = ApiObject.isApiObject(construct) && isOfInterest(construct) ? [construct] : [];
  return [...own, ...construct.node.children.flatMap((child) => below(child, mesh))];
}

/** What a namespace writes itself, besides what is below these. */
const OWN_OF_NAMESPACE = ['services', 'access', 'mutual-tls', 'telemetry', 'proxy-config'];

function isOwn(construct: IConstruct, mesh: Mesh): boolean {
  const { scope, id } = construct.node;
  return mesh._ownCharts.some((chart) => chart === construct)
    || (OWN_OF_NAMESPACE.includes(id) && mesh.namespaces.some((namespace) => namespace === scope))
    || isExposing(construct) || construct instanceof EgressGateway || construct instanceof KubernetesEgressGateway
    || construct instanceof EastWestGateway || construct instanceof Waypoint;
}

function isOfInterest({ apiGroup, kind }: ApiObject): boolean {
  return apiGroup === 'core' ? CORE_KINDS.includes(kind) : GROUPS.includes(apiGroup);
}

function read(construct: ApiObject): PlainObject[] {
  let manifest: JsonObject;
  try {
    manifest = construct.toJson();
  } catch {
    // What cannot be written, cdk8s says itself.
    return [];
  }
  const { kind, metadata = {}, spec = {} } = manifest;
  const namespace = metadata.namespace ?? Chart.of(construct).namespace ?? 'default';
  return [{ construct, group: construct.apiGroup, kind, name: metadata.name, namespace, metadata, spec: spec ?? {}, manifest }];
}
