import { App, ApiObject, Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';
import { EastWestGateway, EgressGateway, KubernetesEgressGateway } from '../../gateway';
import { isExposing } from '../../gateway/exposing';
import { failure } from '../../reference/fail';
import type { Mesh } from '../mesh';
import type { MeshService } from '../service/service';

/** What else is narrowed to what is declared, besides the scopes of sidecars, which the posture decides. */
export interface MeshScoping {
  /**
   * Whether services, their routes and destination rules are shown to the namespaces of their declared callers and gateways alone
   * (annotation `networking.istio.io/exportTo` of Services, `exportTo` of VirtualServices and DestinationRules). It is written where a
   * gateway would otherwise know a service that it does not expose: sidecars have scopes already. For `Posture.ZERO_TRUST` alone; elsewhere calls
   * that nobody declared must still find their way.
   *
   * @default false
   */
  readonly exportTo?: boolean;
  /**
   * Whether istiod looks at the namespaces of the mesh alone (`meshConfig.discoverySelectors`): those that were added, those of callers
   * that policies name, and that of the control plane. In any other namespace, istiod knows neither Services nor Istio's resources, and no
   * pod can get a proxy.
   *
   * @default false
   */
  readonly discoverySelectors?: boolean;
  /**
   * Whether gateways get the clusters of services that they route to, and no others (`PILOT_FILTER_GATEWAY_CLUSTER_CONFIG` of istiod).
   * No Sidecar reaches a gateway, so that one of a large mesh else knows every service of it.
   *
   * @default false
   */
  readonly gatewayClusters?: boolean;
}

/** What the scoping must fit. */
export interface InstalledWith {
  readonly controlPlane?: boolean;
  readonly meshConfig?: { readonly [field: string]: any };
}

/** The settings of istiod's install values that the scoping needs. */
export function scopingSettings({ gatewayClusters }: MeshScoping): string[] {
  return gatewayClusters ? ['values.pilot.env.PILOT_FILTER_GATEWAY_CLUSTER_CONFIG=true'] : [];
}

/** Refuses what the scoping cannot do in the mesh. */
export function checkScoping(mesh: Mesh, scoping: MeshScoping, installed: InstalledWith): void {
  if (scoping.exportTo && !mesh._posture.scopes) {
    throw failure(mesh, `Services are shown to declared callers alone (scoping.exportTo), and under posture ${mesh.posture} others may call them`,
      'Use Posture.ZERO_TRUST, or leave exportTo out');
  }
  const late = (['discoverySelectors', 'gatewayClusters'] as const).find((one) => scoping[one]);
  if (late !== undefined && installed.controlPlane === false) {
    throw failure(mesh, `scoping.${late} is a setting of istiod, which this program does not write (controlPlane: false)`,
      'Say it where the control plane is installed, and leave it out here');
  }
  if (scoping.discoverySelectors && installed.meshConfig?.discoverySelectors !== undefined) {
    throw failure(mesh, 'Both meshConfig and scoping say discoverySelectors', 'Leave one of them out');
  }
}

/** The namespaces that istiod looks at, as `meshConfig.discoverySelectors` spells them. */
export function discoverySelectors(mesh: Mesh): object[] {
  const callers = mesh.namespaces.flatMap(({ services }) => services.flatMap((service) => callerNamespaces(service) ?? []));
  const called = mesh._outsideNamespaces;
  const names = [...new Set([mesh.systemNamespace, ...mesh.namespaces.map(({ namespaceName }) => namespaceName), ...callers, ...called])].sort();
  return [{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: names }] }];
}

/** To which namespaces a service is shown, as `exportTo` spells them; undefined where that would change nothing. */
export function exportToOf(service: MeshService): string[] | undefined {
  if (!service.mesh._scoping.exportTo) return undefined;
  const callers = callerNamespaces(service);
  if (callers === undefined) return undefined;
  const shown = new Set([service.namespaceName, ...callers]);
  if (gatewayNamespaces(service.mesh).every((name) => shown.has(name))) return undefined;
  return ['.', ...[...shown].filter((name) => name !== service.namespaceName).sort()];
}

/** Shows the Kubernetes Service to those namespaces. */
export function exportService(service: MeshService, resource: ApiObject): void {
  if (!service.mesh._scoping.exportTo) return;
  resource.metadata.addAnnotation('networking.istio.io/exportTo', Lazy.any({ produce: () => exportToOf(service)?.join(',') }));
}

/** Namespaces of all that may call a service; undefined where that cannot be said. */
function callerNamespaces(service: MeshService): string[] | undefined {
  const names: string[] = [];
  for (const { callers } of service._permissions) {
    const ways = callers.callerAttributes;
    for (const { principals = [], namespaces = [], serviceAccounts = [] } of ways) {
      const found = [
        ...principals.map((one) => /\/ns\/([^/*]+)\/sa\//.exec(one)?.[1]),
        ...namespaces.map((one) => (one.includes('*') ? undefined : one)),
        ...serviceAccounts.map((one) => /^([^/*]+)\//.exec(one)?.[1]),
      ];
      if (found.length === 0 || found.includes(undefined)) return undefined;
      names.push(...found.flatMap((one) => one ?? []));
    }
  }
  return names;
}

/** Namespaces of gateways, which know all that is shown to them. Those that pass everything on are none: all must be shown to them. */
function gatewayNamespaces(mesh: Mesh): string[] {
  const known = GATEWAY_NAMESPACES.get(mesh) ?? findGateways(mesh);
  GATEWAY_NAMESPACES.set(mesh, known);
  return known;
}

/** What was found last, so that a mesh is not searched for each of its services. */
const GATEWAY_NAMESPACES = new WeakMap<Mesh, string[]>();

/** To be called when gateways may have come. */
export function forgetGateways(mesh: Mesh): void {
  GATEWAY_NAMESPACES.delete(mesh);
}

function isEgress(one: IConstruct): boolean {
  return one instanceof EgressGateway || one instanceof KubernetesEgressGateway;
}

function findGateways(mesh: Mesh): string[] {
  const gateways = App.of(mesh).node.findAll().filter((one) => isExposing(one) || isEgress(one) || one instanceof EastWestGateway);
  if (gateways.some((one) => one instanceof EastWestGateway)) return [];
  return mesh.namespaces.filter((namespace) => gateways.some((one) => one.node.scopes.includes(namespace))).map(({ namespaceName }) => namespaceName);
}
